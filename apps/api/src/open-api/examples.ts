import type { OpenAPIObject } from '@nestjs/swagger';

/** A schema as far as examples are made from it. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly example?: unknown;
  readonly default?: unknown;
  readonly nullable?: boolean;
  readonly minimum?: number;
  readonly minLength?: number;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly allOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
}

const BY_FORMAT: Readonly<Record<string, string>> = {
  uuid: '0193a1f2-6c1e-7b3a-9d2c-5f6e7a8b9c0d',
  date: '2026-03-02',
  'date-time': '2026-03-02T04:30:00.000Z',
  email: 'training.office@example.org',
  uri: 'https://example.org/',
  binary: '(bytes)',
};

/**
 * An example of what the schema describes, made of the examples of its parts; without any, of their formats and limits.
 * A text with a pattern needs an `@example` of its own: a test looks.
 */
export function exampleOf(schema: Schema, document: OpenAPIObject, seen: readonly string[] = []): unknown {
  if (schema.example !== undefined) return schema.example;
  if (schema.$ref) {
    const name = schema.$ref.split('/').pop() ?? '';
    const target = document.components?.schemas?.[name] as Schema | undefined;
    // A tree that contains itself: its example ends here.
    if (!target || seen.includes(name)) return undefined;
    return exampleOf(target, document, [...seen, name]);
  }
  if (schema.default !== undefined) return schema.default;
  if (schema.enum) return schema.enum[0];
  if (schema.allOf) {
    const parts = schema.allOf.map((part) => exampleOf(part, document, seen));
    return parts.length === 1 ? parts[0] : Object.assign({}, ...parts);
  }
  const choice = schema.oneOf?.[0] ?? schema.anyOf?.[0];
  if (choice) return exampleOf(choice, document, seen);
  switch (schema.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(schema.properties ?? {})
          .map(([name, property]) => [name, exampleOf(property, document, seen)])
          .filter(([, example]) => example !== undefined),
      );
    case 'array': {
      const item = schema.items ? exampleOf(schema.items, document, seen) : undefined;
      return item === undefined ? [] : [item];
    }
    case 'integer':
    case 'number':
      return schema.minimum ?? 1;
    case 'boolean':
      return true;
    case 'string':
      return BY_FORMAT[schema.format ?? ''] ?? 'a text '.repeat(Math.ceil((schema.minLength ?? 1) / 7)).trimEnd();
    default:
      return {};
  }
}
