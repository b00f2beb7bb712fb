import { AppError, errorCatalogue } from '@jssu/kernel';
import { problemOf, type RoutePolicy } from '@jssu/platform/http';

/** RFC 9457, with our members. Some refusals add members of their own, such as `clashes`. */
export const PROBLEM_SCHEMA = {
  type: 'object',
  description:
    'Why a request was refused, and what to do about it, in the language of Accept-Language (RFC 9457). `type` leads to the page of the code.',
  required: ['type', 'status', 'code', 'title', 'detail', 'remedy', 'messageKey', 'params', 'instance', 'errorId'],
  properties: {
    type: { type: 'string', format: 'uri-reference', example: '/problems/people.service-number-taken' },
    status: { type: 'integer', minimum: 400, maximum: 599, example: 409 },
    code: { type: 'string', description: 'For programs: never changes.', example: 'people.service-number-taken' },
    title: { type: 'string', example: 'The service number is taken' },
    detail: { type: 'string', example: 'Another person has the service number BLC-2021-00417.' },
    remedy: { type: 'string', example: 'Check the number, or open the person who has it.' },
    messageKey: {
      type: 'string',
      description: 'The key of the texts, for clients that bring their own.',
      example: 'people.service-number-taken',
    },
    params: {
      type: 'object',
      description: 'What fills the texts.',
      additionalProperties: true,
      example: { serviceNumber: 'BLC-2021-00417' },
    },
    instance: { type: 'string', description: 'The address that was asked.', example: '/api/v1/people' },
    errorId: { type: 'string', format: 'uuid', description: 'Names this refusal in the log.' },
    fields: {
      type: 'array',
      description: 'For `platform.invalid-input`: what is wrong with which field.',
      items: {
        type: 'object',
        required: ['field', 'problems'],
        properties: {
          field: { type: 'string' },
          problems: { type: 'array', items: { type: 'string' } },
          rules: { type: 'array', items: { type: 'string' }, description: 'Names of the rules, for programs.' },
        },
      },
      example: [{ field: 'serviceNumber', problems: ['does not have the right form'], rules: ['matches'] }],
    },
  },
  additionalProperties: true,
} as const;

interface Operation {
  readonly parameters?: readonly { readonly in: string; readonly name: string; readonly required?: boolean }[];
  readonly requestBody?: unknown;
}

/** The codes that the operation may answer with, from what can be seen of it and what it declares. */
function codesOf(method: string, operation: Operation, route: RoutePolicy): string[] {
  const parameters = operation.parameters ?? [];
  const has = (where: string, name?: string) => parameters.some((p) => p.in === where && (!name || p.name === name));
  const codes = new Set<string>(['platform.too-many-requests', 'platform.internal', 'platform.unavailable']);
  const add = (when: boolean, ...names: string[]) => when && names.forEach((name) => codes.add(`platform.${name}`));
  const isPublic = route.policy.startsWith('(public)');
  const permission = route.policy.startsWith('(') ? undefined : route.policy;
  add(!isPublic, 'not-signed-in', 'password-change-required');
  if (!isPublic) codes.add('identity.session-ended');
  add(permission !== undefined, 'forbidden');
  add(has('path') || has('query') || operation.requestBody !== undefined, 'invalid-input');
  // Also what a body refers to may not be there, or not in the scope.
  add(has('path') || (permission !== undefined && operation.requestBody !== undefined), 'not-found');
  add(operation.requestBody !== undefined, 'too-large');
  add(has('header', 'If-Match'), 'version-required', 'version-conflict');
  add(has('header', 'Idempotency-Key'), 'idempotency-mismatch', 'in-progress');
  if (has('query', 'cursor')) codes.add('list.bad-cursor');
  if (route.refuses) for (const code of route.refuses) codes.add(code);
  else if (method !== 'get' && permission) {
    const module = `${permission.split('.')[0]}.`;
    for (const code of errorCatalogue().keys()) if (code.startsWith(module)) codes.add(code);
  }
  return [...codes].sort();
}

/** The 4xx and 5xx responses of an operation: one a status, with an example for each code. */
export function problemResponses(method: string, path: string, operation: Operation, route: RoutePolicy) {
  const byStatus = new Map<number, [string, object][]>();
  for (const code of codesOf(method, operation, route)) {
    const definition = errorCatalogue().get(code);
    if (!definition) throw new Error(`${path} declares the unknown refusal ${code}`);
    const error = new AppError(code, definition, exampleParams(definition.detail?.en ?? definition.title.en), {
      ...(code === 'platform.invalid-input' ? { fields: PROBLEM_SCHEMA.properties.fields.example } : {}),
    });
    const value = problemOf(error, 'en', '0193a1f2-7d2f-7c4b-8e3d-6a7f8b9c0d1e', path);
    byStatus.set(definition.status, [
      ...(byStatus.get(definition.status) ?? []),
      [code, { summary: value.title, value }],
    ]);
  }
  return Object.fromEntries(
    [...byStatus].map(([status, examples]) => [
      String(status),
      {
        description: examples.map(([code]) => `\`${code}\``).join(', '),
        content: {
          'application/problem+json': {
            schema: { $ref: '#/components/schemas/Problem' },
            examples: Object.fromEntries(examples),
          },
        },
      },
    ]),
  );
}

/** Something for every placeholder of a text. */
function exampleParams(text: string): Record<string, string | number> {
  const names = [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
  return Object.fromEntries(names.map((name) => [name, PARAMS[name] ?? name]));
}

const PARAMS: Readonly<Record<string, string | number>> = {
  seconds: 30,
  permission: 'people.manage',
  what: 'person',
  serviceNumber: 'BLC-2021-00417',
};
