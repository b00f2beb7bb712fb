import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { Job } from 'bullmq';
import { AuditTrail } from '@jssu/audit';
import {
  Answers,
  AnswersList,
  definePermissions,
  platformErrors,
  Queues,
  Refuses,
  Requires,
  UnitOfWork,
} from '@jssu/platform';
import { JOB_STATES, JobDetailDto, JobDto, JobsQuery, QueueCountsDto } from './jobs.dto.js';

export const jobPermissions = definePermissions('jobs', {
  read: { roles: { administrator: 'any' } },
  retry: { roles: { administrator: 'any' } },
});

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
  @AnswersList(QueueCountsDto)
  async counts() {
    const items = await Promise.all(
      this.queues.all().map(async (queue) => ({ queue: queue.name, ...(await queue.getJobCounts(...JOB_STATES)) })),
    );
    return { items };
  }

  /** Jobs of one state, failed ones unless told otherwise. Payloads hold ids only. */
  @Get()
  @Requires(jobPermissions.read)
  @AnswersList(JobDto)
  async list(@Query() { state, limit }: JobsQuery): Promise<{ items: JobDto[] }> {
    const items: JobDto[] = [];
    for (const queue of this.queues.all()) {
      for (const job of await queue.getJobs([state], 0, limit - 1 - items.length)) items.push(describeJob(job));
      if (items.length >= limit) break;
    }
    return { items };
  }

  /** One job with its state and progress. */
  @Get(':queue/:id')
  @Requires(jobPermissions.read)
  @Answers(JobDetailDto)
  async one(@Param('queue') queue: string, @Param('id') id: string): Promise<JobDetailDto> {
    const job = await this.find(queue, id);
    return { ...describeJob(job), state: await job.getState(), progress: job.progress as JobDetailDto['progress'] };
  }

  /** Runs a failed job once more. */
  @Post(':queue/:id/retry')
  @HttpCode(202)
  @Requires(jobPermissions.retry)
  @Answers(JobDto)
  @Refuses()
  async retry(@Param('queue') queue: string, @Param('id') id: string): Promise<JobDto> {
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

function describeJob(job: Job): JobDto {
  const { payload, requestId } = job.data as { payload?: object; requestId?: string };
  return {
    id: String(job.id),
    queue: job.queueName,
    name: job.name,
    payload: payload ?? {},
    requestId: requestId ?? null,
    attempts: job.attemptsMade,
    failedReason: job.failedReason ?? null,
    queuedAt: new Date(job.timestamp),
  };
}
