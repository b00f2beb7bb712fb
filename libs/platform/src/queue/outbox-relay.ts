import {
  Inject,
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import pg from 'pg';
import { Environment } from '@jssu/config';
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
 * Moves what the outbox holds into the queues. Any number of relays may run: rows are taken with SKIP LOCKED.
 * A crash between sending and deleting sends again under the same job id, which the queue ignores while it knows it;
 * handlers are idempotent for the rest.
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
    return this.uow.run(async () => {
      const rows = await this.uow.query<OutboxRow>(
        `SELECT id, queue, name, payload, options, context FROM outbox ORDER BY id LIMIT ${BATCH} FOR UPDATE SKIP LOCKED`,
      );
      const byQueue = new Map<string, Parameters<ReturnType<Queues['get']>['addBulk']>[0]>();
      const add = (queue: string, name: string, id: string, row: OutboxRow) =>
        byQueue.set(queue, [
          ...(byQueue.get(queue) ?? []),
          {
            name,
            data: { payload: row.payload, requestId: row.context.requestId },
            opts: {
              jobId: id,
              attempts: row.options.attempts ?? 5,
              backoff: { type: 'exponential', delay: row.options.backoffMs ?? 1000 },
              removeOnComplete: { age: 3600, count: 5000 },
              removeOnFail: false,
            },
          },
        ]);
      for (const row of rows) {
        if (row.queue !== EVENT_QUEUE) add(row.queue, row.name, row.id, row);
        else for (const s of this.runtime.subscribersOf(row.name)) add(s.queue, s.job, `${row.id}-${s.job}`, row);
      }
      for (const [queue, entries] of byQueue) await this.queues.get(queue).addBulk(entries);
      if (rows.length > 0)
        await this.uow.query(`DELETE FROM outbox WHERE id = ANY($1::uuid[])`, [rows.map((row) => row.id)]);
      return rows.length;
    });
  }
}
