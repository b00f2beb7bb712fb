// What the routes answer, read off the return types of their controllers: for the operations whose answers the API's
// own description leaves out. It has nothing to do once every route says `@Answers(…)`.
import { readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const root = fileURLToPath(new URL('../..', import.meta.url));
const HTTP_DECORATORS = new Set(['Get', 'Post', 'Put', 'Patch', 'Delete']);
/** Bodies that are no JSON: the route says itself what they are. */
const BINARY = new Set(['StreamableFile', 'Buffer', 'ReadStream', 'Readable']);

let checker;
let schemas;
let operations;

/** Puts a schema to every successful answer of the OpenAPI document that has none. */
export function completeAnswers(document) {
  readControllers();
  let used = false;
  for (const operation of Object.values(document.paths).flatMap((item) => Object.values(item))) {
    for (const parameter of operation.parameters ?? []) {
      // A civil date: a string with a brand. No parameter of an address is an object.
      if (parameter.schema?.$ref?.endsWith('/Object')) parameter.schema = { type: 'string', format: 'date' };
    }
    const schema = operations[operation.operationId?.replace('Controller_', '.')];
    for (const [status, response] of Object.entries(operation.responses ?? {})) {
      const [media] = Object.entries(response.content ?? {});
      const said = media && (media[0] !== 'application/json' || !isPlaceholder(media[1].schema));
      if (!schema || said || !status.startsWith('2')) continue;
      response.content = { 'application/json': { schema } };
      used = true;
    }
  }
  if (used) document.components.schemas = { ...document.components.schemas, ...schemas };
  return document;
}

/** `{ type: object }` is what the generator says of a type that it cannot see at run time. */
function isPlaceholder(schema) {
  return !schema || (schema.type === 'object' && !schema.properties);
}

function readControllers() {
  const configFile = join(root, 'apps/api/tsconfig.app.json');
  const { config } = ts.readConfigFile(configFile, (path) => readFileSync(path, 'utf8'));
  const { fileNames, options } = ts.parseJsonConfigFileContent(config, ts.sys, join(root, 'apps/api'));
  const program = ts.createProgram(fileNames, { ...options, noEmit: true, incremental: false });
  checker = program.getTypeChecker();
  schemas = {};
  operations = {};
  for (const file of program.getSourceFiles()) {
    if (!file.fileName.endsWith('.controller.ts')) continue;
    ts.forEachChild(file, (node) => {
      if (ts.isClassDeclaration(node) && node.name) describeController(node);
    });
  }
}

function describeController(controller) {
  for (const member of controller.members) {
    if (!ts.isMethodDeclaration(member) || !isRoute(member)) continue;
    const signature = checker.getSignatureFromDeclaration(member);
    const answer = checker.getAwaitedType(signature.getReturnType());
    const schema = schemaOf(answer);
    const key = `${controller.name.text.replace(/Controller$/, '')}.${member.name.getText()}`;
    if (schema) operations[key] = schema;
  }
}

function isRoute(method) {
  return (ts.getDecorators(method) ?? []).some(
    ({ expression }) => ts.isCallExpression(expression) && HTTP_DECORATORS.has(expression.expression.getText()),
  );
}

/** @returns undefined for what has no place in a JSON body */
function schemaOf(type) {
  const { flags } = type;
  if (flags & (ts.TypeFlags.Void | ts.TypeFlags.Undefined | ts.TypeFlags.Never)) return undefined;
  if (flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) return {};
  if (type.aliasSymbol?.name === 'CivilDate') return { type: 'string', format: 'date' };
  if (flags & ts.TypeFlags.EnumLiteral && !type.isUnion()) return { type: typeof type.value, enum: [type.value] };
  if (type.isStringLiteral()) return { type: 'string', enum: [type.value] };
  if (type.isNumberLiteral()) return { type: 'number', enum: [type.value] };
  if (flags & ts.TypeFlags.StringLike) return { type: 'string' };
  if (flags & ts.TypeFlags.NumberLike) return { type: 'number' };
  if (flags & ts.TypeFlags.BooleanLike) return { type: 'boolean' };
  // A union of objects may contain itself, such as a tree of requirements: by its name, if it has one.
  if (type.isUnion()) return hasObjects(type) ? component(type, unionSchema) : unionSchema(type);
  if (type.isIntersection()) {
    // A string with a brand is a string in JSON.
    const primitive = type.types.find((part) => !(part.flags & ts.TypeFlags.Object));
    if (primitive) return schemaOf(primitive);
  }
  return objectSchema(type);
}

function unionSchema(type) {
  const parts = type.types.filter((part) => !(part.flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Void)));
  const real = parts.filter((part) => !(part.flags & ts.TypeFlags.Null));
  const nullable = real.length < parts.length ? { nullable: true } : {};
  const booleans = real.filter((part) => part.flags & ts.TypeFlags.BooleanLiteral);
  const others = real.filter((part) => !booleans.includes(part));
  const variants = [];
  if (booleans.length > 0) variants.push({ type: 'boolean' });
  const literals = others.filter((part) => part.isStringLiteral());
  if (literals.length > 0) variants.push({ type: 'string', enum: literals.map(({ value }) => value) });
  for (const part of others) {
    if (literals.includes(part)) continue;
    const schema = schemaOf(part);
    if (schema) variants.push(schema);
  }
  if (variants.length === 1) {
    const [only] = variants;
    if (!nullable.nullable) return only;
    // In OpenAPI 3.0 the siblings of a reference are ignored.
    return only.$ref ? { allOf: [only], ...nullable } : { ...only, ...nullable };
  }
  return { oneOf: variants, ...nullable };
}

function objectSchema(type) {
  const name = type.symbol?.name;
  if (name === 'Date') return { type: 'string', format: 'date-time' };
  if (BINARY.has(name)) return undefined;
  if (checker.isTupleType(type)) {
    const items = checker.getTypeArguments(type).map((item) => schemaOf(item) ?? {});
    return { type: 'array', items: items.length === 1 ? items[0] : { oneOf: items } };
  }
  if (checker.isArrayType(type)) return { type: 'array', items: schemaOf(checker.getTypeArguments(type)[0]) ?? {} };
  return component(type, properties);
}

function hasObjects(type) {
  return type.types.some((part) => part.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)) && !isNullable(type);
}

function isNullable(type) {
  return type.types.some((part) => part.flags & ts.TypeFlags.Null);
}

function component(type, describe) {
  const name = componentName(type);
  if (!name) return describe(type);
  if (!(name in schemas)) {
    schemas[name] = {};
    schemas[name] = describe(type);
  }
  return { $ref: `#/components/schemas/${name}` };
}

/** `people.PersonRow`: named types without parameters become components, under the name of their lib. */
function componentName(type) {
  const symbol = type.aliasSymbol ?? type.symbol;
  if (!symbol || symbol.name.startsWith('__') || type.aliasTypeArguments?.length) return undefined;
  if (type.target && checker.getTypeArguments(type).length > 0) return undefined;
  const [declaration] = symbol.declarations ?? [];
  const path = declaration && relative(root, declaration.getSourceFile().fileName).split(sep);
  if (!path || path.includes('node_modules')) return undefined;
  return `${path[1]}.${symbol.name}`;
}

function properties(type) {
  const members = {};
  const required = [];
  for (const symbol of checker.getPropertiesOfType(type)) {
    const member = checker.getTypeOfSymbol(symbol);
    if (member.getCallSignatures().length > 0) continue;
    const schema = schemaOf(member);
    if (!schema) continue;
    const description = ts.displayPartsToString(symbol.getDocumentationComment(checker)).trim();
    // What is described beside a reference would be ignored.
    members[symbol.name] = description && !schema.$ref ? { ...schema, description } : schema;
    const mayBeMissing =
      symbol.flags & ts.SymbolFlags.Optional ||
      (member.isUnion() && member.types.some((part) => part.flags & ts.TypeFlags.Undefined));
    if (!mayBeMissing) required.push(symbol.name);
  }
  const [index] = checker.getIndexInfosOfType(type);
  return {
    type: 'object',
    properties: members,
    ...(required.length > 0 ? { required } : {}),
    ...(index ? { additionalProperties: schemaOf(index.type) ?? {} } : {}),
  };
}
