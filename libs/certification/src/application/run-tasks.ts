import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '@jssu/platform';
import { certificateErrors } from '../domain/certificate-errors.js';
import { failureOf } from '../domain/task-failure.js';
import { TaskStore, type Task } from '../persistence/task.store.js';
import { GrantByRule, RuleRefusal } from './grant-by-rule.js';
import { IssueCertificate } from './issue-certificate.js';

/**
 * Works off the tasks of a job, each by itself: what a rule refuses is kept with the task and is no fault of the job;
 * what fails leaves the task in the queue, and at the last attempt as failed. Tasks that are done are passed over, so a
 * job may be run again at any time.
 */
@Injectable()
export class RunTasks {
  private readonly logger = new Logger('certification');

  constructor(
    private readonly tasks: TaskStore,
    private readonly grant: GrantByRule,
    private readonly issue: IssueCertificate,
    private readonly clock: Clock,
  ) {}

  /** @returns what went wrong, by task; empty when every task came to an end */
  async execute(taskIds: readonly string[], isLastAttempt: boolean): Promise<readonly Error[]> {
    const faults: Error[] = [];
    for (const task of await this.tasks.find(taskIds)) {
      if (task.state !== 'queued' && task.state !== 'failed') continue;
      try {
        await this.run(task);
      } catch (error) {
        faults.push(error as Error);
        await this.noteFault(task, error as Error, isLastAttempt);
      }
    }
    return faults;
  }

  private async run(task: Task): Promise<void> {
    let eventId: string;
    try {
      eventId = task.eventId ?? (await this.grant.execute(task));
    } catch (error) {
      if (!(error instanceof RuleRefusal)) throw error;
      return this.tasks.settle(task.id, 'refused', this.clock.now(), { failure: failureOf(error.refusals) });
    }
    const issued = await this.issue.execute(eventId, task.id);
    if (issued.kind === 'issued') return;
    const failure = issued.kind === 'refused' ? failureOf([issued.refusal]) : undefined;
    const state = issued.kind === 'refused' ? 'refused' : 'pending_signature';
    await this.tasks.settle(task.id, state, this.clock.now(), { failure, eventId });
  }

  private async noteFault(task: Task, error: Error, isLastAttempt: boolean): Promise<void> {
    if (isLastAttempt) this.logger.error({ taskId: task.id, message: error.message, stack: error.stack });
    const now = this.clock.now();
    const reason = error.message.slice(0, 300);
    const failure = failureOf([certificateErrors['task-failed']({ attempts: task.attempts + 1, reason })]);
    // When even this cannot be written the task stays in the queue, from where it is taken up again.
    await (
      isLastAttempt ? this.tasks.settle(task.id, 'failed', now, { failure }) : this.tasks.countAttempt(task.id, now)
    ).catch((second: Error) => this.logger.warn({ taskId: task.id, message: second.message }));
  }
}
