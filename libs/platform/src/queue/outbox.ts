import { Injectable } from '@nestjs/common';
import { uuidv7 } from '@jssu/kernel';
import { RequestContext } from '../context/request-context.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import type { EventDefinition, JobDefinition } from './definitions.js';

export const OUTBOX_CHANNEL = 'jssu_outbox';
/** The queue name under which events wait until the relay makes one job for each subscriber. */
export const EVENT_QUEUE = '(event)';

/** Queues a job in the transaction that needs it. Losing Redis loses nothing: a job stays here until it is done. */
@Injectable()
export class Outbox {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly context: RequestContext,
  ) {}

  /** @returns the id of the job */
  async enqueue<P>(job: JobDefinition<P>, payload: P): Promise<string> {
    const [id] = await this.enqueueAll(job, [payload]);
    return id;
  }

  async enqueueAll<P>(job: JobDefinition<P>, payloads: readonly P[]): Promise<string[]> {
    const rows = payloads.map((payload) => ({ id: uuidv7(), payload: job.check(payload) }));
    await this.insert(job.queue, job.name, rows, { attempts: job.attempts, backoffMs: job.backoffMs });
    return rows.map((row) => row.id);
  }

  async emit<P>(event: EventDefinition<P>, payload: P): Promise<void> {
    await this.insert(EVENT_QUEUE, event.name, [{ id: uuidv7(), payload: event.check(payload) }], {});
  }

  private async insert(
    queue: string,
    name: string,
    rows: { id: string; payload: unknown }[],
    options: object,
  ): Promise<void> {
    if (!this.uow.active) throw new Error('a job is queued only inside the transaction that needs it');
    if (rows.length === 0) return;
    const { requestId, actor } = this.context.current();
    await this.uow.query(
      `INSERT INTO outbox (id, queue, name, payload, options, context)
       SELECT r.id, $2, $3, r.payload, $4, $5 FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, payload jsonb)`,
      [
        JSON.stringify(rows),
        queue,
        name,
        JSON.stringify(options),
        JSON.stringify({ requestId, userName: actor?.userName }),
      ],
    );
    await this.uow.query(`SELECT pg_notify('${OUTBOX_CHANNEL}', '')`);
  }
}
