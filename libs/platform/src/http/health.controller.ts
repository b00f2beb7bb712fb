import { Controller, Get, Header, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Metrics } from '../observe/metrics.js';
import { Readiness } from '../observe/readiness.js';
import { Answers, AnswersFile } from './answers.js';
import { Public } from './decorators.js';
import { LiveDto, ReadyDto } from './health.dto.js';

@ApiTags('operations')
@Controller()
export class HealthController {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly metrics: Metrics,
    private readonly readiness: Readiness,
  ) {}

  /** Whether the process runs. */
  @Get('health/live')
  @Public('a supervisor asks whether the process runs')
  @Answers(LiveDto)
  live(): LiveDto {
    return { status: 'live' };
  }

  /** Whether to send requests: 200 when the database answers and the process is not stopping, else 503 with the same members. */
  @Get('health/ready')
  @Public('a load balancer asks whether to send requests')
  @Answers(ReadyDto)
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<ReadyDto> {
    const database = await this.uow.query('SELECT 1').then(
      () => true,
      () => false,
    );
    const ready = database && !this.readiness.stopping;
    if (!ready) void reply.status(503);
    return { status: ready ? 'ready' : 'not-ready', database, stopping: this.readiness.stopping };
  }

  /** Figures of this process in the text format of Prometheus. */
  @Get('metrics')
  @Public('Prometheus reads it; figures only, no personal data; keep it inside by the reverse proxy')
  @Header('content-type', 'text/plain; version=0.0.4')
  @AnswersFile('text/plain', 'The figures', 'outbox_pending_jobs 0\n')
  figures(): Promise<string> {
    return this.metrics.registry.metrics();
  }
}
