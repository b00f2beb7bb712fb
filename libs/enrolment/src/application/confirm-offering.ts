import { Injectable } from '@nestjs/common';
import { accepted } from '@jssu/kernel';
import { UnitOfWork, type Scope } from '@jssu/platform';
import { MoveOffering, OfferingStore } from '@jssu/scheduling';
import { decideConfirmation } from '../domain/decide-enrolment.js';
import { Roster } from '../persistence/roster.js';
import { AdvanceEnrolments } from './advance-enrolments.js';

/** The offering will be held, and everybody with a reserved seat has it for good. */
@Injectable()
export class ConfirmOffering {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly offerings: OfferingStore,
    private readonly roster: Roster,
    private readonly moveOffering: MoveOffering,
    private readonly advance: AdvanceEnrolments,
  ) {}

  /**
   * @param scope of units whose offerings the actor runs
   * @returns how many seats are confirmed
   */
  async execute(scope: Scope, offeringId: string): Promise<number> {
    return this.uow.run(async () => {
      const offering = await this.offerings.lock(scope, offeringId);
      const roster = await this.roster.of(offeringId);
      const { seatsMin } = offering;
      const draft = accepted(decideConfirmation({ offering, held: roster.length, seatsMin }));
      const reserved = roster.filter(({ state }) => state === 'reserved').map(({ enrolmentId }) => enrolmentId);
      await this.advance.execute(offeringId, reserved, { from: 'reserved', to: 'confirmed' });
      await this.moveOffering.execute(offering, draft.state);
      return reserved.length;
    });
  }
}
