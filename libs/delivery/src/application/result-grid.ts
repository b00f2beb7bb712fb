import { Injectable } from '@nestjs/common';
import type { Scope } from '@jssu/platform';
import { OfferingStore } from '@jssu/scheduling';
import { TraineeRecordStore } from '../persistence/trainee-record.store.js';
import { ApprovedSyllabuses } from './approved-syllabuses.js';

/** The scores of a whole offering: who took what, how often, how well. */
@Injectable()
export class ResultGrid {
  constructor(
    private readonly offerings: OfferingStore,
    private readonly records: TraineeRecordStore,
    private readonly syllabuses: ApprovedSyllabuses,
  ) {}

  async execute(scope: Scope, offeringId: string) {
    const { id, code, state, courseVersionId } = await this.offerings.one(scope, offeringId);
    const { assessments, passRule } = await this.syllabuses.of(courseVersionId);
    const trainees = await this.records.ofOffering(id);
    return {
      offeringId: id,
      offeringCode: code,
      state,
      assessments,
      passRule,
      people: trainees.map(({ tallies: _notHere, attempts, ...trainee }) => ({ ...trainee, results: attempts })),
    };
  }
}
