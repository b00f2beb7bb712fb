import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@jssu/audit';
import { Clock, UnitOfWork } from '@jssu/platform';
import { certificateErrors } from '../domain/certificate-errors.js';
import { failureOf } from '../domain/task-failure.js';
import { CourseResults, type CorrectedResult } from '../persistence/course-results.js';
import { TaskStore } from '../persistence/task.store.js';
import { FindRestingDecisions, type RestingDecision } from './find-resting-decisions.js';
import { OpenBatch } from './open-batch.js';

/**
 * A ratified result was corrected. What it said before no longer counts as evidence. Where a decision rests on it,
 * nothing is undone by itself: a task in the state `review` says so until an administrator revokes the certification or
 * corrects the decision. A correction to passed is certified like any other result.
 */
@Injectable()
export class ReviewCorrection {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly results: CourseResults,
    private readonly resting: FindRestingDecisions,
    private readonly batches: OpenBatch,
    private readonly tasks: TaskStore,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  async execute(courseResultId: string): Promise<void> {
    await this.uow.run(async () => {
      const result = await this.results.corrected(courseResultId);
      if (!result) throw new Error(`${courseResultId} corrects no course result`);
      const passed = await this.results.passedResult(courseResultId);
      const findings = await this.findings(result);
      if (findings.length === 0 && passed.length === 0) return;
      const origin = { ...result, cause: `course-result:${courseResultId}` };
      if (findings.length > 0) await this.put(origin, result, findings);
      if (passed.length > 0)
        await this.batches.certify(origin, passed, new Set(findings.map(({ schemeId }) => schemeId)));
    });
  }

  private async findings({ outcome, completedOn, before }: CorrectedResult): Promise<RestingDecision[]> {
    const unchanged = outcome === before.outcome && completedOn === before.completedOn;
    if (before.outcome !== 'passed' || unchanged) return [];
    return this.resting.execute(`course-result:${before.id}`);
  }

  private async put(
    origin: Parameters<OpenBatch['open']>[0],
    { personId, personUnitId, courseCode: course, outcome, before }: CorrectedResult,
    findings: readonly RestingDecision[],
  ): Promise<void> {
    const { id: batchId } = await this.batches.open(origin);
    const failure = failureOf([certificateErrors['result-withdrawn']({ course, outcome })]);
    const tasks = findings.map(({ schemeId, eventId }) => ({
      personId,
      schemeId,
      eventId,
      state: 'review' as const,
      failure,
    }));
    const added = await this.tasks.add(batchId, tasks, this.clock.now());
    if (added.length === 0) return;
    await this.audit.recordAll(
      findings.map(({ certificationId, eventId }) => ({
        action: 'certification.review-needed',
        entity: 'certification',
        entityId: certificationId,
        personId,
        unitId: personUnitId,
        before: { course, outcome: before.outcome },
        after: { course, outcome, eventId },
      })),
    );
  }
}
