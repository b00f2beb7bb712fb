import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@jssu/audit';
import { Clock, inScope, platformErrors, UnitOfWork, type Actor, type Scope } from '@jssu/platform';
import { certificateErrors } from '../domain/certificate-errors.js';
import { certificationErrors } from '../domain/errors.js';
import { TaskStore } from '../persistence/task.store.js';
import { EnqueueTasks } from './enqueue-tasks.js';

/** Runs a refused or failed task once more, as by its rules it is on record now. */
@Injectable()
export class RetryTask {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly tasks: TaskStore,
    private readonly enqueue: EnqueueTasks,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  async execute(actor: Actor, scope: Scope, taskId: string): Promise<void> {
    await this.uow.run(async () => {
      const task = await this.tasks.lock(taskId);
      if (!task || !inScope(scope, task)) throw platformErrors['not-found']({ what: 'task' });
      const { personId, unitId, state } = task;
      if (actor.personId === personId) throw certificationErrors['actor-is-subject']();
      if (state !== 'refused' && state !== 'failed') throw certificateErrors['task-not-stopped']({ state });
      await this.tasks.requeue(taskId, this.clock.now());
      await this.enqueue.execute([taskId]);
      const entity = 'certification-task';
      const after = { state: 'queued' };
      const action = 'certification.task-retried';
      await this.audit.record({ action, entity, entityId: taskId, personId, unitId, before: { state }, after });
    });
  }
}
