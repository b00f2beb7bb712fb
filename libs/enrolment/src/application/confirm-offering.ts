import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@jssu/audit';
import { UnitOfWork, type Scope } from '@jssu/platform';
import { MoveOffering, OfferingStore } from '@jssu/scheduling';
import { seatBalance } from '../domain/allocate-seats.js';
import { decideConfirmation } from '../domain/decide-enrolment.js';
import { EnrolmentStore } from '../persistence/enrolment.store.js';
import { SeatStore } from '../persistence/seat.store.js';
import { Refusals } from './refusals.js';

/** The offering will be held, and everybody with a reserved seat has it for good. */
@Injectable()
export class ConfirmOffering {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly offerings: OfferingStore,
    private readonly store: EnrolmentStore,
    private readonly seats: SeatStore,
    private readonly moveOffering: MoveOffering,
    private readonly refusals: Refusals,
    private readonly audit: AuditTrail,
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
      const confirmed = await this.store.confirmReserved(offeringId);
      await this.audit.recordAll(
        confirmed.map(({ id, personId, unitId }) => ({
          action: 'enrolment.seat-confirmed',
          entity: 'enrolment',
          entityId: id,
          personId,
          unitId,
          before: { state: 'reserved' },
          after: { state: 'confirmed' },
        })),
      );
      await this.moveOffering.execute(offering, draft.state);
      return confirmed.length;
    });
  }
}
