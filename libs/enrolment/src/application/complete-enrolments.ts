import { Injectable } from '@nestjs/common';
import { AdvanceEnrolments } from './advance-enrolments.js';

/** Attending → completed, whether passed or failed: the result is another matter. The caller has locked the offering. */
@Injectable()
export class CompleteEnrolments {
  constructor(private readonly advance: AdvanceEnrolments) {}

  /** Leaves those alone who do not attend, so that repeating it changes nothing. */
  async execute(offeringId: string, enrolmentIds: readonly string[]): Promise<void> {
    const step = { from: 'attending', to: 'completed', action: 'enrolment.completed' } as const;
    await this.advance.execute(offeringId, step, enrolmentIds);
  }
}
