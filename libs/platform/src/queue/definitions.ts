import { isUuid } from '@jssu/kernel';

/** Throws when the payload is not what the job declared: checked when a job is taken, not only when it is queued. */
export type PayloadCheck<P> = (payload: unknown) => P;

export interface JobDefinition<P> {
  readonly name: string;
  readonly queue: string;
  /** Tries in all, 1 to 20. */
  readonly attempts: number;
  /** First pause between tries in milliseconds; it doubles each time. */
  readonly backoffMs: number;
  readonly check: PayloadCheck<P>;
}

export interface EventDefinition<P> {
  readonly name: string;
  readonly check: PayloadCheck<P>;
}

export interface JobOptions<P> {
  readonly queue?: string;
  readonly attempts?: number;
  readonly backoffMs?: number;
  readonly check: PayloadCheck<P>;
}

const names = new Set<string>();

function claim(name: string): void {
  if (!/^[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*$/.test(name))
    throw new Error(`${name} is not of the form module.verb-noun`);
  if (names.has(name)) throw new Error(`${name} is declared twice`);
  names.add(name);
}

const jobs = new Map<string, JobDefinition<unknown>>();

export function defineJob<P>(name: string, options: JobOptions<P>): JobDefinition<P> {
  claim(name);
  const job: JobDefinition<P> = {
    name,
    queue: options.queue ?? 'default',
    attempts: options.attempts ?? 5,
    backoffMs: options.backoffMs ?? 1000,
    check: options.check,
  };
  jobs.set(name, job as JobDefinition<unknown>);
  return job;
}

export function defineEvent<P>(name: string, check: PayloadCheck<P>): EventDefinition<P> {
  claim(name);
  return { name, check };
}

export function allJobs(): ReadonlyMap<string, JobDefinition<unknown>> {
  return jobs;
}

/** A payload of ids alone, each a UUID: what almost every job needs. */
export function uuidPayload<K extends string>(...keys: K[]): PayloadCheck<Record<K, string>> {
  return (payload) => {
    const record = payload as Record<string, unknown> | null;
    for (const key of keys) {
      if (!isUuid(record?.[key])) throw new TypeError(`payload.${key} is not a UUID`);
    }
    return payload as Record<K, string>;
  };
}
