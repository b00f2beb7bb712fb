import { isUuid } from '@jssu/kernel';
import { defineJob } from '@jssu/platform';

/** So many tasks share a job: the queue costs as much for one as for all of them. Each has its own transactions and state. */
export const TASKS_PER_JOB = 10;

/** Decides by the scheme's own rule where that is still to be done, then issues the certificate. */
export const grantAndIssue = defineJob('certification.grant-and-issue', {
  queue: 'certification',
  attempts: 5,
  backoffMs: 1000,
  check: (payload) => {
    const { taskIds } = (payload ?? {}) as { taskIds?: unknown };
    if (!Array.isArray(taskIds) || taskIds.length < 1 || taskIds.length > 100 || !taskIds.every(isUuid))
      throw new TypeError('payload.taskIds: 1 to 100 UUIDs');
    return { taskIds: taskIds as readonly string[] };
  },
});
