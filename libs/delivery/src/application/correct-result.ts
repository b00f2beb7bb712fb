import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@jssu/audit';
import { type CivilDate, refuseAll } from '@jssu/kernel';
import { Clock, UnitOfWork, type Actor } from '@jssu/platform';
import { scoreRefusals } from '../domain/admit-attempt.js';
import { notInDelivery } from '../domain/may-record.js';
import { registerErrors } from '../domain/register-errors.js';
import { resultErrors } from '../domain/result-errors.js';
import { AssessmentResultStore } from '../persistence/assessment-result.store.js';
import { ApprovedSyllabuses } from './approved-syllabuses.js';
import { mayCorrect, type CorrectionRights } from './correction-rights.js';
import { RecomputeResults } from './recompute-results.js';
import { StandingResult } from './standing-result.js';

export interface ResultCorrection {
  readonly score?: number;
  readonly takenOn?: CivilDate;
  readonly examinerId?: string;
  readonly reason: string;
}

/** Corrects a score with a reason: a new row supersedes it. After ratification the course result is judged again. */
@Injectable()
export class CorrectResult {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly standing: StandingResult,
    private readonly store: AssessmentResultStore,
    private readonly syllabuses: ApprovedSyllabuses,
    private readonly recompute: RecomputeResults,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws `delivery.superseded`, `delivery.nothing-changes`, and what is wrong with the score */
  async execute(
    actor: Actor,
    { scope, ratified }: CorrectionRights,
    resultId: string,
    { reason, ...correction }: ResultCorrection,
  ): Promise<{ id: string; resultsCorrected: number }> {
    return this.uow.run(async () => {
      const { offering, result: before } = await this.standing.lock(scope, resultId);
      const { enrolmentId, personId, code, attempt } = before;
      const after = {
        score: correction.score ?? before.score,
        takenOn: correction.takenOn ?? before.takenOn,
        examinerId: correction.examinerId ?? before.examinerId,
      };
      const { assessments } = await this.syllabuses.of(offering.courseVersionId);
      const rule = assessments.find((assessment) => assessment.code === code);
      if (!rule) throw resultErrors['unknown-assessment']({ known: assessments.map((a) => a.code).join(', ') });
      const today = this.clock.today(offering.zone);
      const { startsOn: from } = offering;
      const known = await this.store.known([after.examinerId]);
      refuseAll([
        offering.state === 'ratified' ? mayCorrect(ratified, offering) : notInDelivery(offering, today),
        ...scoreRefusals(after, { rule, examineeId: personId, actorPersonId: actor.personId }),
        !known.has(after.examinerId) && resultErrors['unknown-examiner'](),
        (after.takenOn < from || after.takenOn > today) && resultErrors['taken-on-out-of-range']({ from, to: today }),
      ]);
      const { score, takenOn, examinerId } = before;
      if (score === after.score && takenOn === after.takenOn && examinerId === after.examinerId)
        throw registerErrors['nothing-changes']();
      const by = { personId: actor.personId, reason, now: this.clock.now() };
      const [id] = await this.store.write([{ enrolmentId, code, attempt, ...after, supersedes: resultId }], by);
      await this.audit.record({
        action: 'delivery.result-entry-corrected',
        entity: 'assessment-result',
        entityId: id,
        personId,
        unitId: offering.unitId,
        before: { id: resultId, code, attempt, score, takenOn, examinerId },
        after: { code, attempt, ...after },
        reason,
      });
      const isRatified = offering.state === 'ratified';
      const results = isRatified ? await this.recompute.execute(actor, offering, [enrolmentId], reason) : [];
      return { id, resultsCorrected: results.length };
    });
  }
}
