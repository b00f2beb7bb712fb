import { ValidationPipe, type DynamicModule, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import fastifyCookie from '@fastify/cookie';
import fastifyHelmet from '@fastify/helmet';
import fastifyMultipart from '@fastify/multipart';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ClsServiceManager } from 'nestjs-cls';
import { isUuid, negotiateLocale, uuidv7 } from '@jssu/kernel';
import type { Environment } from '@jssu/config';
import { RequestContext } from '../context/request-context.js';
import { JsonLogger } from '../observe/json-logger.js';
import { Metrics } from '../observe/metrics.js';
import { Readiness } from '../observe/readiness.js';
import { platformErrors } from '../platform-errors.js';
import { STOP_SIGNALS } from '../context/stop-signals.js';
import { fieldProblems } from './field-problems.js';
import { PROBLEM_JSON, problemOf, toAppError } from './problem.filter.js';

const MEGABYTE = 1024 * 1024;

/** The HTTP application on Fastify, with everything that every route needs, not yet listening. */
export async function createApi(root: Type | DynamicModule, environment: Environment): Promise<NestFastifyApplication> {
  const logger = new JsonLogger(environment.LOG_LEVEL, 'api');
  const adapter = new FastifyAdapter({
    bodyLimit: MEGABYTE,
    trustProxy: environment.TRUSTED_PROXIES.split(',').map((address) => address.trim()),
    // Before a request is one (a bad address, a header that is too long) there is no route and no reader's language.
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) => {
      void reply
        .status(400)
        .header('content-type', PROBLEM_JSON)
        .send(problemOf(toAppError(error), 'en', uuidv7(), request.url));
    },
    genReqId: (request: { headers: Record<string, unknown> }) => {
      const given = request.headers['x-request-id'];
      return isUuid(given) ? given : uuidv7();
    },
  });
  const app = await NestFactory.create<NestFastifyApplication>(root, adapter, { logger, abortOnError: false });
  await app.register(fastifyCookie as never);
  await app.register(fastifyHelmet as never, {
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        upgradeInsecureRequests: null,
      },
    },
  });
  await app.register(fastifyMultipart as never, { limits: { fileSize: 21 * MEGABYTE, files: 1, fields: 20 } });
  const context = app.get(RequestContext);
  app.useGlobalPipes(
    new ValidationPipe({
      transform: true,
      whitelist: true,
      forbidNonWhitelisted: true,
      exceptionFactory: (errors) =>
        platformErrors['invalid-input']({}, { fields: fieldProblems(errors, context.current().locale) }),
    }),
  );
  const metrics = app.get(Metrics);
  const cls = ClsServiceManager.getClsService();
  const fastify = adapter.getInstance();
  fastify.addHook('onRequest', (request, reply, done) => {
    void reply.header('x-request-id', request.id);
    cls.run(() =>
      context.run({ requestId: request.id, locale: negotiateLocale(request.headers['accept-language']) }, () => done()),
    );
  });
  const readiness = app.get(Readiness);
  // The client of a request in flight would keep its connection, and with it the process that is to stop.
  fastify.addHook('onSend', (_request, reply, _payload, done) => {
    if (readiness.stopping) void reply.header('connection', 'close');
    done();
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? '(none)';
    metrics.http.observe({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime / 1000);
    logger.pino.debug({
      context: 'http',
      requestId: request.id,
      method: request.method,
      route,
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    });
    done();
  });
  app.enableShutdownHooks(STOP_SIGNALS, { useProcessExit: true });
  return app;
}
