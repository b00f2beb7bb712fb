import {
  Inject,
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import pg from 'pg';
import { Environment } from '@jssu/config';
import { sha256 } from '@jssu/kernel';
import { UnitOfWork } from '../database/unit-of-work.js';
import { JobRuntime } from './job-runtime.js';
import { Queues } from './queues.js';
import { EVENT_QUEUE, OUTBOX_CHANNEL } from './outbox.js';

const POLL_MS = 1000;
const BATCH = 500;

interface OutboxRow {
  id: string;
  queue: string;
  name: string;
  payload: unknown;
  options: { attempts?: number; backoffMs?: number };
  context: { requestId?: string };
}

/**
 * Sends what the outbox holds to the queues. Any number of relays may run: rows are taken with SKIP LOCKED.
 * A crash between sending and marking sends again under the same job id, which the queue ignores while it knows it;
 * handlers are idempotent for the rest. A row goes when its job is done; `OutboxRecovery` looks after those in between.
 */
@Injectable()
export class OutboxRelay implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('outbox');
  private listener?: pg.Client;
  private timer?: NodeJS.Timeout;
  private running?: Promise<void>;
  private again = false;
  private stopped = false;

  constructor(
    private readonly uow: UnitOfWork,
    private readonly runtime: JobRuntime,
    private readonly queues: Queues,
    @Inject(Environment) private readonly environment: Environment,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    this.timer = setInterval(() => this.wake(), POLL_MS);
    await this.listen();
    this.wake();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearInterval(this.timer);
    await this.running;
    await this.listener?.end().catch(() => undefined);
  }

  /** Polling alone would do; listening makes a job start at once instead of within a second. */
  private async listen(): Promise<void> {
    const client = new pg.Client({ connectionString: this.environment.DATABASE_URL, application_name: 'jssu-outbox' });
    client.on('notification', () => this.wake());
    client.on('error', () => {
      if (!this.stopped) setTimeout(() => void this.listen().catch(() => undefined), POLL_MS).unref();
    });
    try {
      await client.connect();
      await client.query(`LISTEN ${OUTBOX_CHANNEL}`);
      this.listener = client;
    } catch (error) {
      this.logger.warn({ message: `not listening: ${(error as Error).message}` });
      if (!this.stopped) setTimeout(() => void this.listen(), POLL_MS * 5).unref();
    }
  }

  private wake(): void {
    this.again = true;
    if (this.running || this.stopped) return;
    this.running = this.drain().finally(() => {
      this.running = undefined;
    });
  }

  private async drain(): Promise<void> {
    while (this.again && !this.stopped) {
      this.again = false;
      try {
        while ((await this.relayBatch()) === BATCH && !this.stopped);
      } catch (error) {
        this.logger.warn({ message: (error as Error).message });
      }
    }
  }

  private async relayBatch(): Promise<number> {
    const events = await this.uow.run(() => this.turnEventsIntoJobs());
    const jobs = await this.uow.run(() => this.sendJobs());
    return Math.max(events, jobs);
  }

  /**
   * Each subscriber of an event gets a job of its own, in the event's place. Committed before any is sent: a worker that
   * is quick would not find the row that it has to delete.
   */
  private async turnEventsIntoJobs(): Promise<number> {
    const events = await this.uow.query<OutboxRow>(
      `SELECT id, queue, name, payload, options, context FROM outbox WHERE sent_at IS NULL AND queue = $1
       ORDER BY id LIMIT ${BATCH} FOR UPDATE SKIP LOCKED`,
      [EVENT_QUEUE],
    );
    if (events.length === 0) return 0;
    const jobs = events.flatMap((event) =>
      this.runtime
        .subscribersOf(event.name)
        .map(({ job, queue }) => ({ ...event, id: jobIdOf(event.id, job), name: job, queue })),
    );
    await this.uow.query(
      `INSERT INTO outbox (id, queue, name, payload, options, context)
       SELECT r.* FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, queue text, name text, payload jsonb, options jsonb, context jsonb)`,
      [JSON.stringify(jobs)],
    );
    await this.uow.query('DELETE FROM outbox WHERE id = ANY($1::uuid[])', [events.map(({ id }) => id)]);
    return events.length;
  }

  private async sendJobs(): Promise<number> {
    const rows = await this.uow.query<OutboxRow>(
      `SELECT id, queue, name, payload, options, context FROM outbox WHERE sent_at IS NULL AND queue <> $1
       ORDER BY id LIMIT ${BATCH} FOR UPDATE SKIP LOCKED`,
      [EVENT_QUEUE],
    );
    if (rows.length === 0) return 0;
    for (const queue of new Set(rows.map((row) => row.queue)))
      await this.queues.get(queue).addBulk(rows.filter((row) => row.queue === queue).map(asQueued));
    await this.uow.query(`UPDATE outbox SET sent_at = clock_timestamp() WHERE id = ANY($1::uuid[])`, [
      rows.map((row) => row.id),
    ]);
    return rows.length;
  }
}

/** The same each time, so that the queue knows a job that is sent again after a crash (UUID version 8 of a hash). */
function jobIdOf(eventId: string, job: string): string {
  const bytes = sha256(eventId, '\n', job).subarray(0, 16);
  bytes[6] = (bytes[6] & 0x0f) | 0x80;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

function asQueued({ id, name, payload, options, context }: OutboxRow) {
  return {
    name,
    data: { payload, requestId: context.requestId },
    opts: {
      jobId: id,
      attempts: options.attempts ?? 5,
      backoff: { type: 'exponential', delay: options.backoffMs ?? 1000 },
      removeOnComplete: { age: 3600, count: 5000 },
      removeOnFail: false,
    },
  };
}
