import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Environment } from '@jssu/config';
import { Metrics } from '../observe/metrics.js';
import { Readiness } from '../observe/readiness.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { JobRuntime } from '../queue/job-runtime.js';
import { Queues } from '../queue/queues.js';

/** `/health/live`, `/health/ready` and `/metrics` of a worker on `WORKER_PORT`: three addresses need no framework. */
@Injectable()
export class WorkerHttp implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger('worker');
  private server?: Server;

  constructor(
    private readonly uow: UnitOfWork,
    private readonly queues: Queues,
    private readonly runtime: JobRuntime,
    private readonly metrics: Metrics,
    private readonly readiness: Readiness,
    @Inject(Environment) private readonly environment: Environment,
  ) {}

  /** `http://host:port`, once it listens. */
  url = '';

  async onApplicationBootstrap(): Promise<void> {
    const { HOST, WORKER_PORT } = this.environment;
    const server = createServer((request, reply) => void this.answer(request, reply));
    this.server = server;
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(WORKER_PORT, HOST, resolve);
    });
    const { address, family, port } = server.address() as AddressInfo;
    this.url = `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`;
    this.logger.log({ message: `health and figures at ${this.url}` });
  }

  /** Last of all: until the jobs in hand are finished a supervisor may ask how it goes. */
  async onApplicationShutdown(): Promise<void> {
    await new Promise((resolve) => {
      this.server?.close(resolve);
      this.server?.closeAllConnections();
    });
  }

  private async answer(request: IncomingMessage, reply: ServerResponse): Promise<void> {
    const path = request.url?.split('?')[0];
    const json = (status: number, body: object) =>
      reply.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    try {
      if (request.method !== 'GET' && request.method !== 'HEAD')
        return void json(405, { status: 'method-not-allowed' });
      if (path === '/health/live') return void json(200, { status: 'live' });
      if (path === '/health/ready') {
        const state = await this.state();
        return void json(state.status === 'ready' ? 200 : 503, state);
      }
      if (path !== '/metrics') return void json(404, { status: 'not-found' });
      reply.writeHead(200, { 'content-type': 'text/plain; version=0.0.4' }).end(await this.metrics.registry.metrics());
    } catch (error) {
      this.logger.warn({ message: (error as Error).message });
      if (!reply.headersSent) json(500, { status: 'error' });
    }
  }

  private async state() {
    const [database, queue] = await Promise.all([
      this.uow.query('SELECT 1').then(
        () => true,
        () => false,
      ),
      this.queues.answer(),
    ]);
    const { stopping } = this.readiness;
    const ready = database && queue && this.runtime.running && !stopping;
    return { status: ready ? 'ready' : 'not-ready', database, queue, stopping };
  }
}
