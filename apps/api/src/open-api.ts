import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { errorCatalogue } from '@jssu/kernel';
import { permission } from '@jssu/platform';
import { RoutePolicies } from '@jssu/platform/http';

/** RFC 9457, with our members. */
const PROBLEM = {
  type: 'object',
  required: ['type', 'status', 'code', 'title', 'detail', 'remedy', 'errorId'],
  properties: {
    type: { type: 'string', example: '/problems/people.service-number-taken' },
    status: { type: 'integer', example: 409 },
    code: { type: 'string', example: 'people.service-number-taken' },
    title: { type: 'string', example: 'The service number is taken' },
    detail: { type: 'string', example: 'Another person has the service number BLC-2021-00417.' },
    remedy: { type: 'string', example: 'Check the number, or open the person who has it.' },
    messageKey: { type: 'string', example: 'people.service-number-taken' },
    params: { type: 'object', additionalProperties: true, example: { serviceNumber: 'BLC-2021-00417' } },
    instance: { type: 'string', example: '/api/v1/people' },
    errorId: { type: 'string', format: 'uuid' },
  },
} as const;

/** Serves the description at `/api/openapi.json` and a page to read and try it at `/api/docs`. */
export function serveOpenApi(app: INestApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setTitle('JSSU training management')
    .setDescription(
      'Every refusal is a problem document (RFC 9457) with a code, a reason and a remedy, in the language of Accept-Language: en, ur or zh.',
    )
    .setVersion('1')
    .addBearerAuth()
    .build();
  const document = SwaggerModule.createDocument(app, config);
  document.components = {
    ...document.components,
    schemas: { ...document.components?.schemas, Problem: PROBLEM as never },
  };
  const policies = new Map(
    app
      .get(RoutePolicies, { strict: false })
      .list()
      .map((route) => [`${route.method} ${route.path}`, route.policy]),
  );
  for (const [path, item] of Object.entries(document.paths)) {
    for (const [method, operation] of Object.entries(item) as [string, { responses?: Record<string, unknown> }][]) {
      if (operation?.responses) {
        const policy = policies.get(`${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`) ?? '';
        Object.assign(operation, {
          'x-permission': policy,
          'x-roles': policy.startsWith('(') ? undefined : permission(policy).roles,
        });
        operation.responses['default'] = {
          description: 'Refused',
          content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
        };
      }
    }
  }
  const codes = [...errorCatalogue()].map(([code, { status, title }]) => ({ code, status, title: title.en }));
  Object.assign(document, { 'x-error-codes': codes });
  SwaggerModule.setup('api/docs', app, () => document, {
    jsonDocumentUrl: 'api/openapi.json',
    yamlDocumentUrl: 'api/openapi.yaml',
  });
  return document;
}
