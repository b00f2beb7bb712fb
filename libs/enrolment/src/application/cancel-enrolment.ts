import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@jssu/audit';
import { accepted } from '@jssu/kernel';
import { UnitOfWork } from '@jssu/platform';
import { decideCancellation } from '../domain/decide-enrolment.js';
import { EnrolmentStore } from '../persistence/enrolment.store.js';
import type { EnrolmentReach } from '../persistence/reach.js';
import { SeatStore } from '../persistence/seat.store.js';
import { AllocateSeats } from './allocate-seats.js';

/** Before attending. A seat that becomes free goes to the next on the waiting list. */
@Injectable()
export class CancelEnrolment {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly store: EnrolmentStore,
    private readonly seats: SeatStore,
    private readonly allocation: AllocateSeats,
    private readonly audit: AuditTrail,
  ) {}

  async execute(reach: EnrolmentReach, id: string, reason: string): Promise<void> {
    await this.uow.run(async () => {
      const { offering, enrolment } = await this.store.lockOne(reach, id);
      const { state, personId, unitId, seatNumber } = enrolment;
      const draft = accepted(decideCancellation({ state, reason }));
      await this.store.end(id, draft);
      await this.audit.record({
        action: 'enrolment.enrolment-cancelled',
        entity: 'enrolment',
        entityId: id,
        personId,
        unitId,
        before: { state, seatNumber },
        after: { state: draft.state },
        reason: draft.reason,
      });
      if (!draft.freesSeat) return;
      await this.seats.release(offering.id, [personId]);
      await this.allocation.promote(offering);
    });
  }
}
