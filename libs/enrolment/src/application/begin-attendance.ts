import { Injectable } from '@nestjs/common';
import { AdvanceEnrolments } from './advance-enrolments.js';

/**
 * Confirmed → attending, for those who appeared: present or late at a session. Who does not appear stays confirmed, and
 * can only then be a no-show. The caller has locked the offering.
 */
@Injectable()
export class BeginAttendance {
  constructor(private readonly advance: AdvanceEnrolments) {}

  /** Leaves those alone who are not confirmed, so that repeating it changes nothing. */
  async execute(offeringId: string, enrolmentIds: readonly string[]): Promise<void> {
    const step = { from: 'confirmed', to: 'attending', action: 'enrolment.attendance-begun' } as const;
    await this.advance.execute(offeringId, step, enrolmentIds);
  }
}
