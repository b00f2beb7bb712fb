import { Controller, Get, Header, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Metrics } from '../observe/metrics.js';
import { Readiness } from '../observe/readiness.js';
import { Public } from './decorators.js';

@ApiExcludeController()
@Controller()
export class HealthController {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly metrics: Metrics,
    private readonly readiness: Readiness,
  ) {}

  @Get('health/live')
  @Public('a supervisor asks whether the process runs')
  live() {
    return { status: 'live' };
  }

  @Get('health/ready')
  @Public('a load balancer asks whether to send requests')
  async ready(@Res({ passthrough: true }) reply: FastifyReply) {
    const database = await this.uow.query('SELECT 1').then(
      () => true,
      () => false,
    );
    const ready = database && !this.readiness.stopping;
    if (!ready) void reply.status(503);
    return { status: ready ? 'ready' : 'not-ready', database, stopping: this.readiness.stopping };
  }

  @Get('metrics')
  @Public('Prometheus reads it; figures only, no personal data; keep it inside by the reverse proxy')
  @Header('content-type', 'text/plain; version=0.0.4')
  figures(): Promise<string> {
    return this.metrics.registry.metrics();
  }
}
