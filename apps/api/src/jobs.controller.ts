import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import { Type } from 'class-transformer';
import type { Job } from 'bullmq';
import { AuditTrail } from '@jssu/audit';
import { definePermissions, platformErrors, Queues, Requires, UnitOfWork } from '@jssu/platform';

export const jobPermissions = definePermissions('jobs', {
  read: { roles: { administrator: 'any' } },
  retry: { roles: { administrator: 'any' } },
});

const STATES = ['waiting', 'active', 'delayed', 'failed', 'completed'] as const;

export class JobsQuery {
  @IsOptional()
  @IsIn(STATES)
  state: (typeof STATES)[number] = 'failed';

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  limit: number = 50;
}

/** The queues, for administrators: what waits, what failed and why, and once more. */
@ApiTags('jobs')
@ApiBearerAuth()
@Controller('api/v1/jobs')
export class JobsController {
  constructor(
    private readonly queues: Queues,
    private readonly uow: UnitOfWork,
    private readonly audit: AuditTrail,
  ) {}

  /** How many jobs are in which state, by queue. */
  @Get('counts')
  @Requires(jobPermissions.read)
  async counts() {
    const items = await Promise.all(
      this.queues.all().map(async (queue) => ({ queue: queue.name, ...(await queue.getJobCounts(...STATES)) })),
    );
    return { items };
  }

  /** Jobs of one state, failed ones unless told otherwise. Payloads hold ids only. */
  @Get()
  @Requires(jobPermissions.read)
  async list(@Query() { state, limit }: JobsQuery) {
    const items: object[] = [];
    for (const queue of this.queues.all()) {
      for (const job of await queue.getJobs([state], 0, limit - 1 - items.length)) items.push(describeJob(job));
      if (items.length >= limit) break;
    }
    return { items };
  }

  @Get(':queue/:id')
  @Requires(jobPermissions.read)
  async one(@Param('queue') queue: string, @Param('id') id: string) {
    const job = await this.find(queue, id);
    return { ...describeJob(job), state: await job.getState(), progress: job.progress };
  }

  /** Runs a failed job once more. */
  @Post(':queue/:id/retry')
  @HttpCode(202)
  @Requires(jobPermissions.retry)
  async retry(@Param('queue') queue: string, @Param('id') id: string) {
    const job = await this.find(queue, id);
    if (!(await job.isFailed())) throw platformErrors['not-found']({ what: 'failed job' });
    const after = { queue, name: job.name, failedReason: job.failedReason };
    await this.uow.run(() => this.audit.record({ action: 'jobs.job-retried', entity: 'job', entityId: id, after }));
    await job.retry('failed');
    return describeJob(job);
  }

  private async find(queue: string, id: string): Promise<Job> {
    const known = this.queues.all().find(({ name }) => name === queue);
    const job = await known?.getJob(id);
    if (!job) throw platformErrors['not-found']({ what: 'job' });
    return job as Job;
  }
}

function describeJob(job: Job) {
  const { payload, requestId } = job.data as { payload?: unknown; requestId?: string };
  return {
    id: job.id,
    queue: job.queueName,
    name: job.name,
    payload,
    requestId: requestId ?? null,
    attempts: job.attemptsMade,
    failedReason: job.failedReason ?? null,
    queuedAt: new Date(job.timestamp).toISOString(),
  };
}
