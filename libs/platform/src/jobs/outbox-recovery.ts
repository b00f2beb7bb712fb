import { Injectable, Logger } from '@nestjs/common';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Queues } from '../queue/queues.js';
import { PeriodicTask } from './periodic-task.js';

const PAUSE_MS = 60_000;
/** Jobs that were sent less than this ago are not looked for: they may be on their way. */
const GRACE_SECONDS = 60;
const BATCH = 200;

/**
 * Looks whether the queue still knows the jobs that were sent to it and are not done, and has those that it does not know
 * sent again: losing Redis loses nothing (design §4, rule 10). Each is looked for once a minute, by one of the workers.
 */
@Injectable()
export class OutboxRecovery extends PeriodicTask {
  private readonly log = new Logger('outbox');

  constructor(
    private readonly uow: UnitOfWork,
    private readonly queues: Queues,
  ) {
    super('outbox', PAUSE_MS);
  }

  protected async runOnce(): Promise<number> {
    return this.uow.run(async () => {
      const rows = await this.uow.query<{ id: string; queue: string }>(
        `SELECT id, queue FROM outbox WHERE sent_at < clock_timestamp() - make_interval(secs => ${GRACE_SECONDS})
         ORDER BY sent_at LIMIT ${BATCH} FOR UPDATE SKIP LOCKED`,
      );
      if (rows.length === 0) return 0;
      const lost: string[] = [];
      const done: string[] = [];
      for (const { id, queue } of rows) {
        const job = await this.queues.get(queue).getJob(id);
        if (!job) lost.push(id);
        // Its worker ended between doing it and saying so.
        else if (await job.isCompleted()) done.push(id);
      }
      await this.uow.query('DELETE FROM outbox WHERE id = ANY($1::uuid[])', [done]);
      await this.uow.query(
        `UPDATE outbox SET sent_at = CASE WHEN id = ANY($2::uuid[]) THEN NULL ELSE clock_timestamp() END WHERE id = ANY($1::uuid[])`,
        [rows.map(({ id }) => id), lost],
      );
      if (lost.length > 0)
        this.log.warn({ message: `${lost.length} job(s) were lost by the queue and are sent again` });
      return rows.length === BATCH ? rows.length : 0;
    });
  }
}
