import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { errorCatalogue } from '@jssu/kernel';
import { permission, type AnswerForm } from '@jssu/platform';
import { RoutePolicies, type RoutePolicy } from '@jssu/platform/http';
import { exampleOf, type Schema } from './examples.js';
import { PROBLEM_SCHEMA, problemResponses } from './problems.js';

interface MediaType {
  schema?: Schema;
  example?: unknown;
}

interface Operation {
  operationId?: string;
  summary?: string;
  security?: unknown[];
  parameters?: { in: string; name: string; required?: boolean; schema?: Schema; example?: unknown }[];
  requestBody?: { content: Record<string, MediaType> };
  responses: Record<string, { description: string; headers?: object; content?: Record<string, MediaType> }>;
}

/** Serves the description at `/api/openapi.json` and a page to read and try it at `/api/docs`. */
export function serveOpenApi(app: INestApplication): void {
  const routes = app.get(RoutePolicies, { strict: false }).list();
  const document = describeApi(app, routes);
  SwaggerModule.setup('api/docs', app, () => document, {
    jsonDocumentUrl: 'api/openapi.json',
    yamlDocumentUrl: 'api/openapi.yaml',
    customSiteTitle: 'JSSU training management: the API',
  });
}

function describeApi(app: INestApplication, routes: readonly RoutePolicy[]): OpenAPIObject {
  const config = new DocumentBuilder()
    .setTitle('JSSU training management')
    .setDescription(
      [
        'Sign in with `POST /api/v1/auth/login` and send the access token as `Authorization: Bearer …`.',
        'Every refusal is a problem document (RFC 9457) with a code, a reason and a remedy, in the language of `Accept-Language`: en, ur or zh; all codes are listed at `/problems`.',
        'Lists take `limit` and `cursor`; writes that may be repeated take `Idempotency-Key`; edits take `If-Match`. `x-permission` names the permission that an operation needs, `x-roles` who has it and how far it reaches.',
      ].join('\n\n'),
    )
    .setVersion('1')
    .addBearerAuth()
    .build();
  const answers = routes.map((route) => route.answers).filter((answer): answer is AnswerForm => answer !== undefined);
  const extraModels = answers.flatMap((answer) => ('dto' in answer ? [answer.dto] : []));
  const document = SwaggerModule.createDocument(app, config, {
    extraModels: [...new Set(extraModels)],
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}.${method}`,
  });
  orderEnums(document);
  document.components = {
    ...document.components,
    schemas: { ...document.components?.schemas, Problem: PROBLEM_SCHEMA as never },
  };
  for (const schema of Object.values(document.components.schemas ?? {}) as Schema[]) allowNull(schema);
  const byKey = new Map(routes.map((route) => [`${route.method} ${route.path}`, route]));
  for (const [path, item] of Object.entries(document.paths)) {
    for (const [method, operation] of Object.entries(item as Record<string, Operation>)) {
      const route = byKey.get(`${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`);
      if (!route) throw new Error(`${method} ${path} is described, but is no route`);
      describeOperation(document, method, path, operation, route);
    }
  }
  const codes = [...errorCatalogue()].map(([code, { status, title }]) => ({ code, status, title: title.en }));
  return Object.assign(document, { 'x-error-codes': codes });
}

/**
 * Where a type is a union, the generator lists its members in an order that depends on what the compiler had seen before.
 * The description, its examples and the types made from it are to be the same in every build.
 */
function orderEnums(value: unknown): void {
  if (value === null || typeof value !== 'object') return;
  if ('enum' in value && Array.isArray(value.enum))
    Object.assign(value, { enum: [...(value.enum as unknown[])].sort() });
  for (const inner of Object.values(value)) orderEnums(inner);
}

/** OpenAPI 3.0: what may be null and is one of a few says so among these, too. The generator leaves it out. */
function allowNull({ properties = {} }: Schema): void {
  for (const [name, property] of Object.entries(properties)) {
    if (property.nullable && property.enum && !property.enum.includes(null))
      Object.assign(properties, { [name]: { ...property, enum: [...property.enum, null] } });
  }
}

function describeOperation(
  document: OpenAPIObject,
  method: string,
  path: string,
  operation: Operation,
  route: RoutePolicy,
): void {
  const isPublic = route.policy.startsWith('(public)');
  Object.assign(operation, {
    security: isPublic ? [] : [{ bearer: [] }],
    'x-permission': route.policy,
    'x-roles': route.policy.startsWith('(') ? undefined : permission(route.policy).roles,
  });
  for (const parameter of operation.parameters ?? []) {
    if (parameter.in === 'path' && parameter.schema && !parameter.schema.format && /(^id|Id)$/.test(parameter.name))
      Object.assign(parameter.schema, route.path.includes(':queue') ? {} : { format: 'uuid' });
    if (parameter.schema && parameter.example === undefined && parameter.required)
      parameter.example = exampleOf(parameter.schema, document);
  }
  for (const media of Object.values(operation.requestBody?.content ?? {})) complete(media, document);
  const [status, success] = Object.entries(operation.responses).find(([code]) => code.startsWith('2')) ?? [];
  if (success && route.answers) Object.assign(success, successOf(route.answers, document));
  operation.responses = {
    ...(status && success ? { [status]: success } : {}),
    ...problemResponses(method, path, operation, route),
    ...(route.answers?.kind === 'file' ? refusalsOf(route.answers) : {}),
  };
}

function successOf(answer: AnswerForm, document: OpenAPIObject) {
  if (answer.kind === 'nothing') return { description: 'Done' };
  if (answer.kind === 'file') return fileOf(answer, answer.about);
  const one = { $ref: `#/components/schemas/${answer.dto.name}` };
  const items = { type: 'array', items: one };
  const nextCursor = { type: 'string', nullable: true, description: 'Null on the last page', example: 'WyIwMTkzIl0' };
  const schemas: Readonly<Record<typeof answer.kind, Schema & { readonly required?: readonly string[] }>> = {
    one,
    list: { type: 'object', required: ['items'], properties: { items } },
    page: { type: 'object', required: ['items', 'nextCursor'], properties: { items, nextCursor } },
  };
  return {
    description: { one: 'Done', list: 'All of them', page: 'A page of them' }[answer.kind],
    content: { 'application/json': complete({ schema: schemas[answer.kind] }, document) },
    ...(answer.kind === 'one' && answer.etag
      ? { headers: { etag: { description: 'The version, for If-Match', schema: { type: 'string', example: '"3"' } } } }
      : {}),
  };
}

type FileForm = Extract<AnswerForm, { kind: 'file' }>;

function fileOf({ mediaType, example }: FileForm, description: string) {
  const media: MediaType = { schema: { type: 'string' }, example };
  if (example === undefined) media.schema = { type: 'string', format: 'binary' };
  return { description, content: { [mediaType]: media } };
}

function refusalsOf(answer: FileForm) {
  return Object.fromEntries(
    Object.entries(answer.alsoRefusals ?? {}).map(([status, about]) => [status, fileOf(answer, about)]),
  );
}

function complete(media: MediaType, document: OpenAPIObject): MediaType {
  if (media.schema && media.example === undefined) media.example = exampleOf(media.schema, document);
  return media;
}
