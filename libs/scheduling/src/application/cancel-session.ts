import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@jssu/audit';
import { UnitOfWork, type Scope } from '@jssu/platform';
import { SESSIONS_CHANGEABLE } from '../domain/offering-steps.js';
import { schedulingErrors } from '../domain/scheduling-errors.js';
import { BookingStore } from '../persistence/booking.store.js';
import { SessionStore } from '../persistence/session.store.js';

/** Calls a session off and gives back what it had booked. */
@Injectable()
export class CancelSession {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly sessions: SessionStore,
    private readonly bookings: BookingStore,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws `scheduling.session-closed`, `scheduling.frozen` */
  async execute(scope: Scope, id: string, reason: string): Promise<void> {
    await this.uow.run(async () => {
      const { offering, session } = await this.sessions.lock(scope, id);
      if (session.state !== 'scheduled') throw schedulingErrors['session-closed']({ state: session.state });
      if (!SESSIONS_CHANGEABLE.includes(offering.state)) throw schedulingErrors.frozen({ state: offering.state });
      await this.sessions.setState(id, 'cancelled', reason);
      await this.bookings.release(id);
      await this.audit.record({
        action: 'scheduling.session-cancelled',
        entity: 'session',
        entityId: id,
        unitId: offering.unitId,
        before: { ...session.during, ...session.resources },
        reason,
      });
    });
  }
}
