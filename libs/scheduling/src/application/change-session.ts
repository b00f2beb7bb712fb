import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@jssu/audit';
import { CatalogueView } from '@jssu/catalogue';
import { platformErrors, UnitOfWork, type Scope } from '@jssu/platform';
import { SESSIONS_CHANGEABLE } from '../domain/offering-steps.js';
import { schedulingErrors } from '../domain/scheduling-errors.js';
import { planProblems, type SessionPlan } from '../domain/session-plan.js';
import { BookingStore } from '../persistence/booking.store.js';
import { SessionStore, type SessionRecord } from '../persistence/session.store.js';
import { SessionBookings } from './session-bookings.js';
import { SessionFeasibility } from './session-feasibility.js';

/** What is left out stays as it is; a new start alone moves the session and keeps its length. */
export type SessionChange = Partial<Omit<SessionPlan, 'blockCode'>>;

/** Moves a session or changes what it uses. After a postponement this books it again. */
@Injectable()
export class ChangeSession {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly sessions: SessionStore,
    private readonly bookings: BookingStore,
    private readonly catalogue: CatalogueView,
    private readonly sessionBookings: SessionBookings,
    private readonly feasibility: SessionFeasibility,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * @returns the new version
   * @throws `platform.version-conflict`, `scheduling.session-closed`, and whatever adding a session throws
   */
  async execute(scope: Scope, id: string, version: number, change: SessionChange): Promise<number> {
    return this.uow.run(async () => {
      const { offering, session } = await this.sessions.lock(scope, id);
      if (session.version !== version)
        throw platformErrors['version-conflict']({}, { currentVersion: session.version });
      if (session.state !== 'scheduled') throw schedulingErrors['session-closed']({ state: session.state });
      if (!SESSIONS_CHANGEABLE.includes(offering.state)) throw schedulingErrors.frozen({ state: offering.state });
      const before = planOf(session);
      const plan = changed(before, change);
      const { courseId } = await this.catalogue.courseVersion(offering.courseVersionId);
      const problems = planProblems(plan, { ...offering, blockCodes: [session.blockCode] });
      const claim = await this.sessionBookings.claim(scope, { offering, sessionId: id, courseId }, plan, problems);
      await this.bookings.release(id);
      const newVersion = await this.sessions.move(id, claim.during);
      await this.sessionBookings.book(claim);
      await this.feasibility.assert(offering, id);
      await this.audit.record({
        action: 'scheduling.session-changed',
        entity: 'session',
        entityId: id,
        unitId: offering.unitId,
        before,
        after: plan,
      });
      return newVersion;
    });
  }
}

function planOf({ blockCode, during, resources }: SessionRecord): SessionPlan {
  return { blockCode, ...during, ...resources };
}

function changed(before: SessionPlan, change: SessionChange): SessionPlan {
  const start = change.start ?? before.start;
  const length = before.end.getTime() - before.start.getTime();
  return {
    ...before,
    start,
    end: change.end ?? (change.start ? new Date(start.getTime() + length) : before.end),
    instructors: change.instructors ?? before.instructors,
    venueId: change.venueId === undefined ? before.venueId : change.venueId,
    equipment: change.equipment ?? before.equipment,
  };
}
