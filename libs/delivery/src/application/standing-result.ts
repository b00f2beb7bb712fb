import { Injectable } from '@nestjs/common';
import { platformErrors, type Scope } from '@jssu/platform';
import { OfferingStore, type OfferingRecord } from '@jssu/scheduling';
import { resultErrors } from '../domain/result-errors.js';
import {
  AssessmentResultStore,
  type PlacedScore,
  type ScoreOfEnrolment,
} from '../persistence/assessment-result.store.js';

export interface StandingScore {
  readonly offering: OfferingRecord;
  readonly result: PlacedScore;
  /** Every score of the same person in the offering that stands, this one among them. */
  readonly all: readonly ScoreOfEnrolment[];
}

/** A score that stands, with its offering locked: what is changed is what was read. */
@Injectable()
export class StandingResult {
  constructor(
    private readonly offerings: OfferingStore,
    private readonly store: AssessmentResultStore,
  ) {}

  /** @throws `platform.not-found`, `delivery.superseded` with the score that stands instead, if any */
  async lock(scope: Scope, resultId: string): Promise<StandingScore> {
    const result = await this.store.find(resultId);
    if (!result) throw platformErrors['not-found']({ what: 'result' });
    const offering = await this.offerings.lock(scope, result.offeringId);
    const all = await this.store.current([result.enrolmentId]);
    const standing = all.find(({ code, attempt }) => code === result.code && attempt === result.attempt);
    if (standing?.id !== resultId) throw resultErrors.superseded({}, { currentId: standing?.id ?? null });
    return { offering, result, all };
  }
}
