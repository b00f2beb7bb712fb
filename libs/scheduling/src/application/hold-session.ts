import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@jssu/audit';
import { UnitOfWork, type Scope } from '@jssu/platform';
import { schedulingErrors } from '../domain/scheduling-errors.js';
import { SessionStore } from '../persistence/session.store.js';

/** Notes that a session took place: its register says so. Its bookings stay, as the record of who taught and where. */
@Injectable()
export class HoldSession {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly sessions: SessionStore,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * Repeating it changes nothing.
   * @throws `scheduling.session-closed` for a cancelled one; `scheduling.not-in-progress`
   */
  async execute(scope: Scope, id: string): Promise<void> {
    await this.uow.run(async () => {
      const { offering, session } = await this.sessions.lock(scope, id);
      if (session.state === 'held') return;
      if (session.state === 'cancelled') throw schedulingErrors['session-closed']({ state: session.state });
      if (offering.state !== 'in_progress') throw schedulingErrors['not-in-progress']({ state: offering.state });
      await this.sessions.setState(id, 'held', null);
      await this.audit.record({
        action: 'scheduling.session-held',
        entity: 'session',
        entityId: id,
        unitId: offering.unitId,
        before: { state: session.state },
        after: { state: 'held' },
      });
    });
  }
}
