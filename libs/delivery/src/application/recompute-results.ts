import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@jssu/audit';
import { Clock, Outbox, type Actor } from '@jssu/platform';
import type { OfferingRecord } from '@jssu/scheduling';
import { judge, type Judgement, type Outcome } from '../domain/judge.js';
import { correctedJudgement, sameJudgement } from '../domain/corrected-judgement.js';
import { CourseResultStore, type CourseResultDraft } from '../persistence/course-result.store.js';
import { TraineeRecordStore } from '../persistence/trainee-record.store.js';
import { ApprovedSyllabuses } from './approved-syllabuses.js';
import { resultCorrected } from './delivery-events.js';

/** Judges people of a ratified, locked offering again; a result that comes out otherwise supersedes the one that stands. */
@Injectable()
export class RecomputeResults {
  constructor(
    private readonly records: TraineeRecordStore,
    private readonly results: CourseResultStore,
    private readonly syllabuses: ApprovedSyllabuses,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /**
   * @param decided sets the outcome whatever the rules say; without it an outcome once set by decision stays
   * @returns the new results
   */
  async execute(
    actor: Actor,
    offering: OfferingRecord,
    enrolmentIds: readonly string[],
    reason: string,
    decided?: Outcome | 'by-the-rules',
  ): Promise<{ id: string; enrolmentId: string; outcome: Outcome }[]> {
    const syllabus = await this.syllabuses.of(offering.courseVersionId);
    const current = await this.results.current(enrolmentIds);
    const records = new Map((await this.records.ofEnrolments(enrolmentIds)).map((row) => [row.enrolmentId, row]));
    const changed = current.flatMap((before) => {
      const record = records.get(before.enrolmentId);
      if (!record) return [];
      const after = correctedJudgement(before, judge(syllabus, record), decided);
      return sameJudgement(before, after) ? [] : [{ before, after }];
    });
    if (changed.length === 0) return [];
    const drafts = changed.map(({ before, after }): CourseResultDraft => {
      const { enrolmentId, completedOn, id } = before;
      return { ...after, enrolmentId, completedOn, supersedes: id };
    });
    const ids = await this.results.write(drafts, { personId: actor.personId, reason, now: this.clock.now() });
    await this.audit.recordAll(
      changed.map(({ before, after }, i) => ({
        action: 'delivery.result-corrected',
        entity: 'course-result',
        entityId: ids[i],
        personId: before.personId,
        unitId: offering.unitId,
        before: { id: before.id, ...judgementOf(before) },
        after: judgementOf(after),
        reason,
      })),
    );
    for (const courseResultId of ids) await this.outbox.emit(resultCorrected, { courseResultId });
    return changed.map(({ before, after }, i) => ({
      id: ids[i],
      enrolmentId: before.enrolmentId,
      outcome: after.outcome,
    }));
  }
}

function judgementOf({ outcome, shortfalls, average, minutesAttended, minutesTotal }: Judgement): Judgement {
  return { outcome, shortfalls, average, minutesAttended, minutesTotal };
}
