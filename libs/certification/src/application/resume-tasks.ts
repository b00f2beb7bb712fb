import { Injectable } from '@nestjs/common';
import { Clock, Queues, UnitOfWork } from '@jssu/platform';
import { grantAndIssue } from './certification-jobs.js';
import { EnqueueTasks } from './enqueue-tasks.js';

/** Older than what the outbox may still be carrying to the queue. */
const LOST_AFTER_MS = 60_000;
const AT_ONCE = 5000;

/**
 * Gives tasks that lost their job a new one, as after the loss of Redis: the queue is empty, yet tasks wait. Running a
 * task twice does no harm.
 */
@Injectable()
export class ResumeTasks {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly queues: Queues,
    private readonly enqueue: EnqueueTasks,
    private readonly clock: Clock,
  ) {}

  /** @returns how many */
  async execute(): Promise<number> {
    const counts = await this.queues.get(grantAndIssue.queue).getJobCounts('waiting', 'active', 'delayed');
    if (Object.values(counts).some((n) => n > 0)) return 0;
    const now = this.clock.now();
    return this.uow.run(async () => {
      const lost = await this.uow.query<{ id: string }>(
        `UPDATE certification_task t SET updated_at = $1 FROM (
           SELECT id FROM certification_task WHERE state = 'queued' AND updated_at < $2
           ORDER BY updated_at, id LIMIT ${AT_ONCE} FOR UPDATE SKIP LOCKED) l
         WHERE t.id = l.id RETURNING t.id`,
        [now, new Date(now.getTime() - LOST_AFTER_MS)],
      );
      await this.enqueue.execute(lost.map(({ id }) => id));
      return lost.length;
    });
  }
}
