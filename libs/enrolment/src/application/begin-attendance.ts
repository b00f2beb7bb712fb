import { Injectable } from '@nestjs/common';
import { AdvanceEnrolments } from './advance-enrolments.js';

/** Confirmed → attending, for those who appeared: present or late at a session. Who does not appear stays confirmed. */
@Injectable()
export class BeginAttendance {
  constructor(private readonly advance: AdvanceEnrolments) {}

  /**
   * Repeating it changes nothing.
   * @throws `enrolment.wrong-state` for anyone who is neither confirmed nor attending; nobody is moved then
   */
  execute(offeringId: string, enrolmentIds: readonly string[]): Promise<void> {
    return this.advance.execute(offeringId, enrolmentIds, { from: 'confirmed', to: 'attending' });
  }
}
