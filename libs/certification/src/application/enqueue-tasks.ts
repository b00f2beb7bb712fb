import { Injectable } from '@nestjs/common';
import { Outbox } from '@jssu/platform';
import { TaskStore } from '../persistence/task.store.js';
import { grantAndIssue, TASKS_PER_JOB } from './certification-jobs.js';

/** Puts tasks into jobs, in the transaction that made them or woke them. */
@Injectable()
export class EnqueueTasks {
  constructor(
    private readonly outbox: Outbox,
    private readonly tasks: TaskStore,
  ) {}

  async execute(taskIds: readonly string[]): Promise<void> {
    if (taskIds.length === 0) return;
    const shares: { taskIds: readonly string[] }[] = [];
    for (let i = 0; i < taskIds.length; i += TASKS_PER_JOB)
      shares.push({ taskIds: taskIds.slice(i, i + TASKS_PER_JOB) });
    const jobIds = await this.outbox.enqueueAll(grantAndIssue, shares);
    await this.tasks.assign(shares.map((share, i) => ({ ...share, jobId: jobIds[i] })));
  }
}
