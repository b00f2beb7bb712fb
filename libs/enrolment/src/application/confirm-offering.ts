import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Scope } from '@jssu/platform';
import { MoveOffering, OfferingStore } from '@jssu/scheduling';
import { seatBalance } from '../domain/allocate-seats.js';
import { decideConfirmation } from '../domain/decide-enrolment.js';
import { SeatStore } from '../persistence/seat.store.js';
import { AdvanceEnrolments } from './advance-enrolments.js';
import { Refusals } from './refusals.js';

/** The offering will be held, and everybody with a reserved seat has it for good. */
@Injectable()
export class ConfirmOffering {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly offerings: OfferingStore,
    private readonly seats: SeatStore,
    private readonly moveOffering: MoveOffering,
    private readonly refusals: Refusals,
    private readonly advance: AdvanceEnrolments,
  ) {}

  /**
   * @param scope of units whose offerings the actor runs
   * @returns how many seats are confirmed
   */
  async execute(scope: Scope, offeringId: string): Promise<number> {
    return this.uow.run(async () => {
      const offering = await this.offerings.lock(scope, offeringId);
      const { held } = seatBalance({ ...(await this.seats.read(offering)), claims: [] });
      const draft = this.refusals.accept(decideConfirmation({ offering, held, seatsMin: offering.seatsMin }));
      const step = { from: 'reserved', to: 'confirmed', action: 'enrolment.seat-confirmed' } as const;
      const confirmed = await this.advance.execute(offeringId, step);
      await this.moveOffering.execute(offering, draft.state);
      return confirmed;
    });
  }
}
