import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Validator } from '@seriousme/openapi-schema-validator';
import { AnswerCheck, type OpenApi } from '../harness/open-api.js';
import { startProduct, type Product } from '../harness/product.js';

interface MediaType {
  readonly schema?: Record<string, unknown>;
  readonly example?: unknown;
  readonly examples?: Readonly<Record<string, { readonly value: { readonly code: string; readonly status: number } }>>;
}

interface Operation {
  readonly operationId: string;
  readonly summary?: string;
  readonly 'x-permission': string;
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly schema?: object }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, MediaType>> };
  readonly responses: Readonly<
    Record<string, { readonly description: string; readonly content?: Readonly<Record<string, MediaType>> }>
  >;
}

describe('the description of the API', () => {
  let product: Product;
  let document: OpenApi & { readonly 'x-error-codes': readonly { readonly code: string; readonly status: number }[] };
  let check: AnswerCheck;
  let operations: (readonly [string, Operation])[];

  beforeAll(async () => {
    product = await startProduct();
    document = (await product.call('GET', '/api/openapi.json')).body as typeof document;
    check = new AnswerCheck(document);
    operations = Object.entries(document.paths).flatMap(([path, item]) =>
      Object.entries(item as unknown as Record<string, Operation>).map(
        ([method, operation]) => [`${method.toUpperCase()} ${path}`, operation] as const,
      ),
    );
  }, 120_000);
  afterAll(() => product?.stop());

  const bodiesOf = ({ requestBody, responses }: Operation) => [
    ...Object.entries(requestBody?.content ?? {}).map(([type, media]) => ['request', type, media] as const),
    ...Object.entries(responses).flatMap(([status, { content }]) =>
      Object.entries(content ?? {}).map(([type, media]) => [status, type, media] as const),
    ),
  ];

  it('is a valid OpenAPI document', async () => {
    const { valid, errors } = await new Validator().validate(JSON.parse(JSON.stringify(document)));
    expect([valid, errors]).toEqual([true, undefined]);
    expect(new Set(operations.map(([, { operationId }]) => operationId)).size).toBe(operations.length);
  });

  it('lists what a value may be in one order, whatever the compiler had seen before', () => {
    const lists: unknown[][] = [];
    JSON.stringify(document, (key, value: unknown) => {
      if (key === 'enum' && Array.isArray(value)) lists.push(value.filter((member) => member !== null));
      return value;
    });
    expect(lists.length).toBeGreaterThan(100);
    expect(lists).toEqual(lists.map((list) => [...list].sort()));
  });

  it('knows every schema by a name that no other class has: of two of one name the document keeps one', () => {
    const root = join(import.meta.dirname, '../..');
    const files = ['apps', 'libs'].flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
        .filter((file) => /\/src\/.*\.ts$/.test(file))
        .map((file) => join(root, folder, file)),
    );
    const names = files.flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/^export class (\w+Dto)\b/gm)].map((match) => match[1]),
    );
    expect(names.length).toBeGreaterThan(150);
    expect(names.filter((name, i) => names.indexOf(name) < i)).toEqual([]);
  });

  it('says of every operation what it does and what it answers, with an example', () => {
    const faults = operations.flatMap(([key, { summary, responses }]) => {
      const success = Object.entries(responses).filter(([status]) => status.startsWith('2'));
      const [status, response] = success[0] ?? [];
      const media = Object.values(response?.content ?? {})[0];
      return [
        ...(summary ? [] : [`${key} has no summary: write a comment above its handler`]),
        ...(success.length === 1 ? [] : [`${key} has ${success.length} successful answers`]),
        ...(status === '204' || media?.schema ? [] : [`${key} does not say what it answers: @Answers(…)`]),
        ...(status === '204' || media?.example !== undefined || media?.schema?.['format'] === 'binary'
          ? []
          : [`${key} has no example of its answer`]),
      ];
    });
    expect(faults).toEqual([]);
  });

  it('has examples that fit their schemas', () => {
    const faults = operations.flatMap(([key, operation]) =>
      bodiesOf(operation).flatMap(([where, type, { schema, example, examples }]) => {
        if (!schema || !type.includes('json')) return [];
        const values = examples ? Object.values(examples).map(({ value }) => value) : [example];
        return values.flatMap((value) => check.errorsOf(`${key} ${where} ${type}`, schema, value) ?? []);
      }),
    );
    expect(faults).toEqual([]);
  });

  it('tells the refusals of every operation by their real codes', () => {
    const known = new Map(document['x-error-codes'].map(({ code, status }) => [code, status]));
    for (const [key, { responses, ...operation }] of operations) {
      const problems = Object.entries(responses).filter(([status]) => status >= '400');
      const examples = problems.flatMap(([status, { content }]) => {
        const media = content?.['application/problem+json'];
        // Pages for people say so themselves.
        if (key === 'GET /verify/{code}' && ['404', '429'].includes(status)) {
          expect([status, Object.keys(content ?? {})]).toEqual([status, ['text/html']]);
          return [];
        }
        expect([key, status, media?.schema]).toEqual([key, status, { $ref: '#/components/schemas/Problem' }]);
        return Object.entries(media?.examples ?? {}).map(([code, { value }]) => ({ status, code, value }));
      });
      for (const { status, code, value } of examples) {
        expect([key, code, String(known.get(code)), value.code, String(value.status)]).toEqual([
          key,
          code,
          status,
          code,
          status,
        ]);
      }
      const codes = examples.map(({ code }) => code);
      expect([key, codes]).toEqual([key, expect.arrayContaining(['platform.internal', 'platform.unavailable'])]);
      if (!operation['x-permission'].startsWith('(public)'))
        expect([key, codes]).toEqual([key, expect.arrayContaining(['platform.not-signed-in'])]);
      if (!operation['x-permission'].startsWith('('))
        expect([key, codes]).toEqual([key, expect.arrayContaining(['platform.forbidden'])]);
    }
  });

  it('names a page for every code, in three languages, for people and for programs', async () => {
    const { body: list } = await product.call('GET', '/problems');
    const codes = document['x-error-codes'].map(({ code }) => code);
    expect(list.items.map((item: { code: string }) => item.code)).toEqual([...codes].sort());
    for (const item of list.items) {
      for (const text of [item.title, item.detail, item.remedy])
        for (const language of ['en', 'ur', 'zh'])
          expect([item.code, language, text[language]]).toEqual([item.code, language, expect.stringMatching(/\S/)]);
      expect([item.code, /[\u0600-\u06ff]/.test(item.title.ur), /[\u4e00-\u9fff]/.test(item.title.zh)]).toEqual([
        item.code,
        true,
        true,
      ]);
    }
    const refused = await product.call('GET', '/api/v1/people');
    const json = await product.call('GET', refused.body.type);
    expect(json.body).toMatchObject({ code: refused.body.code, status: refused.status });
    const page = await product.call('GET', refused.body.type, { headers: { accept: 'text/html,*/*' } });
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    for (const text of Object.values(json.body.title as Record<string, string>)) expect(page.body).toContain(text);
    expect(page.body).toContain('<section lang="ur" dir="rtl">');
    expect((await product.call('GET', '/problems/no.such-code')).status).toBe(404);
  });

  it('shows a page to read and try it', async () => {
    const { status, body } = await product.call('GET', '/api/docs');
    expect([status, body]).toEqual([200, expect.stringContaining('swagger-ui')]);
  });
});
