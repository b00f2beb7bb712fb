import { SetMetadata } from '@nestjs/common';
import type { EventDefinition, JobDefinition } from './definitions.js';

export interface JobContext {
  readonly id: string;
  /** 1 for the first try. */
  readonly attempt: number;
  /** The last of the allowed tries: what fails now is kept as failed. */
  readonly isLastAttempt: boolean;
  progress(value: number | object): Promise<void>;
}

export interface JobHandlerMetadata {
  readonly kind: 'job' | 'event';
  readonly name: string;
  /** For an event: the name of the job that this subscriber becomes. */
  readonly job: string;
  readonly queue: string;
  readonly check: (payload: unknown) => unknown;
}

export const JOB_HANDLER = 'jssu:job-handler';

/** Marks the one method that handles a job: `(payload, context: JobContext) => Promise<unknown>`. */
export function OnJob<P>(job: JobDefinition<P>): MethodDecorator {
  return SetMetadata(JOB_HANDLER, {
    kind: 'job',
    name: job.name,
    job: job.name,
    queue: job.queue,
    check: job.check,
  } satisfies JobHandlerMetadata);
}

/** Subscribes a method to an event. Each subscriber becomes a job of its own, retried by itself; it must be idempotent. */
export function OnEvent<P>(event: EventDefinition<P>, job: string): MethodDecorator {
  return SetMetadata(JOB_HANDLER, {
    kind: 'event',
    name: event.name,
    job,
    queue: 'default',
    check: event.check,
  } satisfies JobHandlerMetadata);
}
