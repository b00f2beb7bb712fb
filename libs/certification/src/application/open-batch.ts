import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@jssu/audit';
import { uuidv7 } from '@jssu/kernel';
import { Clock, UnitOfWork } from '@jssu/platform';
import { asksForCourse } from '../domain/asked-evidence.js';
import { CourseResults, type PassedResult } from '../persistence/course-results.js';
import { TaskStore } from '../persistence/task.store.js';
import { EnqueueTasks } from './enqueue-tasks.js';

export interface BatchOrigin {
  /** What asked for it: a batch is opened once for each. */
  readonly cause: string;
  readonly offeringId: string;
  /** Of the unit that ran the offering. */
  readonly unitId: string;
}

/**
 * Turns ratified results into evidence, and every person and scheme that the evidence helps into a task with its job:
 * all in one transaction, and repeated without effect.
 */
@Injectable()
export class OpenBatch {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly results: CourseResults,
    private readonly tasks: TaskStore,
    private readonly enqueue: EnqueueTasks,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  async forOffering(offeringId: string): Promise<void> {
    await this.uow.run(async () => {
      const offering = await this.results.offering(offeringId);
      if (!offering) throw new Error(`no offering ${offeringId}`);
      const origin = { cause: `offering:${offeringId}`, offeringId, ...offering };
      await this.certify(origin, await this.results.passedIn(offeringId));
    });
  }

  /** Inside an open transaction. @param except schemes of which a person looks at the result instead */
  async certify(origin: BatchOrigin, results: readonly PassedResult[], except: ReadonlySet<string> = new Set()) {
    const [today, now] = [this.clock.today(), this.clock.now()];
    const { id: batchId, opened } = await this.open(origin);
    const fresh = await this.results.keepAsEvidence(results, now);
    const rules = await this.results.rulesInForce(today);
    const pairs = results.flatMap(({ personId, courseCode }) =>
      rules
        .filter(({ schemeId, rules: asked }) => !except.has(schemeId) && asksForCourse(asked, courseCode))
        .map(({ schemeId }) => ({ personId, schemeId })),
    );
    const taskIds = await this.tasks.add(batchId, pairs, now);
    await this.enqueue.execute(taskIds);
    await this.audit.recordAll(
      fresh.map(({ evidenceId, personId, personUnitId, courseResultId, courseCode, completedOn }) => ({
        action: 'certification.evidence-recorded',
        entity: 'evidence',
        entityId: evidenceId,
        personId,
        unitId: personUnitId,
        after: { kind: 'course-result', subject: courseCode, achievedOn: completedOn, courseResultId },
      })),
    );
    if (!opened && taskIds.length === 0 && fresh.length === 0) return;
    await this.audit.record({
      action: 'certification.batch-opened',
      entity: 'certification-batch',
      entityId: batchId,
      unitId: origin.unitId,
      after: { cause: origin.cause, results: results.length, newEvidence: fresh.length, tasks: taskIds.length },
    });
  }

  /** The batch of the cause, made when it is not there; a rival that makes it at the same time is waited for. */
  async open({ cause, offeringId, unitId }: BatchOrigin): Promise<{ id: string; opened: boolean }> {
    const fresh = uuidv7();
    const [{ id }] = await this.uow.query<{ id: string }>(
      `INSERT INTO certification_batch AS b (id, cause, offering_id, unit_id, created_at) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (cause) DO UPDATE SET cause = b.cause RETURNING id`,
      [fresh, cause, offeringId, unitId, this.clock.now()],
    );
    return { id, opened: id === fresh };
  }
}
