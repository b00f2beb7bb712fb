import { Injectable } from '@nestjs/common';
import { AdvanceEnrolments } from './advance-enrolments.js';

/** Attending → completed, whether passed or failed: the result is another matter. */
@Injectable()
export class CompleteEnrolments {
  constructor(private readonly advance: AdvanceEnrolments) {}

  /**
   * Repeating it changes nothing.
   * @throws `enrolment.wrong-state` for anyone who is neither attending nor completed; nobody is moved then
   */
  execute(offeringId: string, enrolmentIds: readonly string[]): Promise<void> {
    return this.advance.execute(offeringId, enrolmentIds, { from: 'attending', to: 'completed' });
  }
}
