import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';

/** A schema as OpenAPI 3.0 writes it. */
type Schema = Record<string, unknown>;

interface Response {
  readonly content?: Readonly<Record<string, { readonly schema?: Schema }>>;
}

export interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly responses: Record<string, Response> }>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

/**
 * OpenAPI 3.0 schemas as JSON Schema. Objects that list their members and do not say otherwise have no others: an answer
 * with a member that nobody described is a fault of the description.
 */
export function toJsonSchema(schema: unknown, closed = true): unknown {
  if (Array.isArray(schema)) return schema.map((part) => toJsonSchema(part, closed));
  if (typeof schema !== 'object' || schema === null) return schema;
  const { nullable, example, examples, ...rest } = schema as Schema;
  void example;
  void examples;
  const converted: Schema = {};
  for (const [key, value] of Object.entries(rest)) {
    const byName = key === 'properties' || key === 'schemas';
    converted[key] = byName
      ? Object.fromEntries(Object.entries(value as Schema).map(([name, part]) => [name, toJsonSchema(part, closed)]))
      : key === 'enum' || key === 'default' || key === 'required'
        ? value
        : toJsonSchema(value, closed);
  }
  // The generator gives a nullable reference a type of its own.
  if (converted['allOf'] || converted['$ref']) delete converted['type'];
  if (
    converted['type'] === 'object' &&
    converted['properties'] &&
    converted['additionalProperties'] === undefined &&
    closed
  )
    converted['additionalProperties'] = false;
  return nullable ? { anyOf: [converted, { type: 'null' }] } : converted;
}

/** Says what is wrong with an answer of the product by its own description; undefined when nothing is. */
export class AnswerCheck {
  private readonly ajv: Ajv;
  private readonly compiled = new Map<string, ValidateFunction>();
  private readonly templates: readonly { readonly pattern: RegExp; readonly path: string }[];

  constructor(private readonly openApi: OpenApi) {
    this.ajv = new Ajv({ strict: false, allErrors: true });
    addFormats.default(this.ajv);
    this.ajv.addSchema({ $id: 'openapi', components: toJsonSchema(openApi.components) as object });
    this.templates = Object.keys(openApi.paths)
      // Literal addresses before templates, as the router does.
      .sort((a, b) => a.split('{').length - b.split('{').length)
      .map((path) => ({ path, pattern: new RegExp(`^${path.replace(/[.]/g, '\\.').replace(/\{\w+\}/g, '[^/]+')}$`) }));
  }

  faultOf(method: string, address: string, status: number, mediaType: string, body: unknown): string | undefined {
    const asked = address.split('?')[0];
    const path = this.templates.find(
      ({ path, pattern }) => pattern.test(asked) && method.toLowerCase() in this.openApi.paths[path],
    )?.path;
    const operation = path && this.openApi.paths[path][method.toLowerCase()];
    // What is no operation, such as an address that does not exist, is described nowhere.
    if (!operation || !mediaType.includes('json')) return undefined;
    const { content = {} } = operation.responses[String(status)] ?? {};
    const schema = Object.entries(content).find(([type]) => mediaType.startsWith(type))?.[1].schema;
    if (!schema)
      return `${method} ${path} is not described as answering ${status} ${mediaType}: ${JSON.stringify(body)}`;
    return this.errorsOf(`${method} ${path} ${status} ${mediaType}`, schema, body);
  }

  /** Whether a value fits a schema of the document. */
  errorsOf(key: string, schema: Schema, value: unknown): string | undefined {
    let validate = this.compiled.get(key);
    if (!validate) {
      const text = JSON.stringify(toJsonSchema(schema)).replaceAll('"#/components/', '"openapi#/components/');
      validate = this.ajv.compile(JSON.parse(text) as object);
      this.compiled.set(key, validate);
    }
    if (validate(value)) return undefined;
    return `${key}: ${this.ajv.errorsText(validate.errors)} in ${JSON.stringify(value)}`;
  }
}
