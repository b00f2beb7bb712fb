import {
  Inject,
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { UnrecoverableError, Worker, type Job } from 'bullmq';
import { AppError, isUuid } from '@jssu/kernel';
import { Environment } from '@jssu/config';
import { RequestContext, SYSTEM_ACTOR } from '../context/request-context.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Metrics } from '../observe/metrics.js';
import { allJobs } from './definitions.js';
import { JOB_HANDLER, type JobContext, type JobHandlerMetadata } from './on-job.js';
import { queueConnection } from './queue-backend.js';

/**
 * A job whose worker was killed is taken by another within 25 s: its lock runs out, and two looks find it without one.
 * It may meet that fate five times before it is kept as failed.
 */
const RECOVERY = { lockDuration: 15_000, stalledInterval: 5_000, maxStalledCount: 5 };

interface Handler extends JobHandlerMetadata {
  run(payload: unknown, context: JobContext): Promise<unknown>;
}

/** Finds every job handler, refuses to boot when one is missing or double, and runs the queues. */
@Injectable()
export class JobRuntime implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('jobs');
  private readonly handlers = new Map<string, Handler>();
  private readonly subscribers = new Map<string, Handler[]>();
  private readonly workers: Worker[] = [];

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly context: RequestContext,
    private readonly metrics: Metrics,
    private readonly uow: UnitOfWork,
    @Inject(Environment) private readonly environment: Environment,
  ) {}

  onApplicationBootstrap(): void {
    this.discover();
    const missing = [...allJobs().keys()].filter((name) => !this.handlers.has(name));
    if (missing.length > 0) throw new Error(`no handler for the job(s) ${missing.join(', ')}`);
    const names = new Set([...this.handlers.values()].map((handler) => handler.queue));
    for (const name of names) {
      this.workers.push(
        new Worker(name, (job) => this.process(job), {
          ...queueConnection(this.environment),
          concurrency: this.environment.WORKER_CONCURRENCY,
          ...RECOVERY,
        }).on('error', (error) => this.logger.error({ queue: name, message: error.message })),
      );
    }
  }

  /** The jobs that an event becomes: one for each subscriber. */
  subscribersOf(event: string): readonly JobHandlerMetadata[] {
    return this.subscribers.get(event) ?? [];
  }

  /** Whether every queue is being worked on. */
  get running(): boolean {
    return this.workers.every((worker) => worker.isRunning());
  }

  /** Finishes the jobs in hand, takes no new ones: before `onApplicationShutdown`, when the database connections close. */
  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all(this.workers.map((worker) => worker.close()));
  }

  private discover(): void {
    for (const { instance } of [...this.discovery.getProviders()]) {
      if (!instance || typeof instance !== 'object') continue;
      const prototype = Object.getPrototypeOf(instance) as Record<
        string,
        (p: unknown, c: JobContext) => Promise<unknown>
      >;
      for (const method of this.scanner.getAllMethodNames(prototype)) {
        const metadata = Reflect.getMetadata(JOB_HANDLER, prototype[method]) as JobHandlerMetadata | undefined;
        if (!metadata) continue;
        if (this.handlers.has(metadata.job)) throw new Error(`the job ${metadata.job} has two handlers`);
        const handler: Handler = {
          ...metadata,
          run: (payload, context) => prototype[method].call(instance, payload, context),
        };
        this.handlers.set(metadata.job, handler);
        if (metadata.kind === 'event')
          this.subscribers.set(metadata.name, [...(this.subscribers.get(metadata.name) ?? []), handler]);
      }
    }
  }

  private async process(job: Job): Promise<unknown> {
    const handler = this.handlers.get(job.name);
    if (!handler) throw new Error(`this worker has no handler for ${job.name}`);
    const { payload, requestId } = job.data as { payload: unknown; requestId?: string };
    let checked: unknown;
    try {
      checked = handler.check(payload);
    } catch (error) {
      throw new UnrecoverableError((error as Error).message);
    }
    const attempt = job.attemptsMade + 1;
    const context: JobContext = {
      id: String(job.id),
      attempt,
      isLastAttempt: attempt >= (job.opts.attempts ?? 1),
      progress: (value) => job.updateProgress(value as number),
    };
    const started = performance.now();
    const observe = (outcome: 'done' | 'failed' | 'retried') =>
      this.metrics.jobs.observe({ job: job.name, outcome }, (performance.now() - started) / 1000);
    try {
      const result = await this.context.run({ requestId, actor: SYSTEM_ACTOR }, () => handler.run(checked, context));
      this.logger.debug({ job: job.name, id: job.id, attempt, ms: Math.round(performance.now() - started) });
      if (isUuid(context.id)) await this.uow.query('DELETE FROM outbox WHERE id = $1', [context.id]);
      observe('done');
      return result;
    } catch (error) {
      const refused = error instanceof AppError && error.definition.status < 500;
      observe(refused || context.isLastAttempt ? 'failed' : 'retried');
      this.logger.warn({ job: job.name, id: job.id, requestId, attempt, message: (error as Error).message });
      // A refusal by a rule will be the same next time: keep it as failed at once.
      if (refused) throw new UnrecoverableError(error.message);
      throw error;
    }
  }
}
