import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@jssu/audit';
import { refuseAll } from '@jssu/kernel';
import { Clock, UnitOfWork, type Actor } from '@jssu/platform';
import { notInDelivery } from '../domain/may-record.js';
import { resultErrors } from '../domain/result-errors.js';
import { AssessmentResultStore } from '../persistence/assessment-result.store.js';
import { mayCorrect, type CorrectionRights } from './correction-rights.js';
import { RecomputeResults } from './recompute-results.js';
import { StandingResult } from './standing-result.js';

/** Takes back a score that was entered for the wrong person, assessment or attempt; the attempt is free again. */
@Injectable()
export class WithdrawResult {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly standing: StandingResult,
    private readonly store: AssessmentResultStore,
    private readonly recompute: RecomputeResults,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /**
   * @returns how many course results came out otherwise, after ratification
   * @throws `delivery.superseded`, `delivery.later-attempt-stands`, `delivery.examiner-is-examinee`
   */
  async execute(
    actor: Actor,
    { scope, ratified }: CorrectionRights,
    resultId: string,
    reason: string,
  ): Promise<{ resultsCorrected: number }> {
    return this.uow.run(async () => {
      const { offering, result, all } = await this.standing.lock(scope, resultId);
      const { enrolmentId, personId, code, attempt, score, takenOn, examinerId } = result;
      const later = all.find((other) => other.code === code && other.attempt > attempt);
      const isRatified = offering.state === 'ratified';
      refuseAll([
        isRatified ? mayCorrect(ratified, offering) : notInDelivery(offering, this.clock.today(offering.zone)),
        actor.personId === personId && resultErrors['examiner-is-examinee'](),
        later && resultErrors['later-attempt-stands']({ attempt: later.attempt }, { resultId: later.id }),
      ]);
      await this.store.withdraw(resultId, { personId: actor.personId, reason, now: this.clock.now() });
      await this.audit.record({
        action: 'delivery.result-withdrawn',
        entity: 'assessment-result',
        entityId: resultId,
        personId,
        unitId: offering.unitId,
        before: { code, attempt, score, takenOn, examinerId },
        after: { withdrawn: true },
        reason,
      });
      const results = isRatified ? await this.recompute.execute(actor, offering, [enrolmentId], reason) : [];
      return { resultsCorrected: results.length };
    });
  }
}
