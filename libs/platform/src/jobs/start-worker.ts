import type { DynamicModule, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { INestApplicationContext } from '@nestjs/common';
import type { Environment } from '@jssu/config';
import { STOP_SIGNALS } from '../context/stop-signals.js';
import { JsonLogger } from '../observe/json-logger.js';

/** A worker process: the same modules without HTTP. */
export async function startWorker(
  root: Type | DynamicModule,
  environment: Environment,
): Promise<INestApplicationContext> {
  const app = await NestFactory.createApplicationContext(root, {
    logger: new JsonLogger(environment.LOG_LEVEL, 'worker'),
    abortOnError: false,
  });
  app.enableShutdownHooks(STOP_SIGNALS, { useProcessExit: true });
  return app;
}
