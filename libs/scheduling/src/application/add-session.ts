import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@jssu/audit';
import { CatalogueView } from '@jssu/catalogue';
import { uuidv7 } from '@jssu/kernel';
import { UnitOfWork, type Scope } from '@jssu/platform';
import { SESSIONS_CHANGEABLE } from '../domain/offering-steps.js';
import { schedulingErrors } from '../domain/scheduling-errors.js';
import { planProblems, type SessionPlan } from '../domain/session-plan.js';
import { OfferingStore } from '../persistence/offering.store.js';
import { SessionStore } from '../persistence/session.store.js';
import { SessionBookings } from './session-bookings.js';
import { SessionFeasibility } from './session-feasibility.js';

/** Adds a session to an offering and books what it needs, with every trainee of the offering: all of it or nothing. */
@Injectable()
export class AddSession {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly offerings: OfferingStore,
    private readonly sessions: SessionStore,
    private readonly catalogue: CatalogueView,
    private readonly bookings: SessionBookings,
    private readonly feasibility: SessionFeasibility,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * @throws `scheduling.bad-session`, `scheduling.clash`, `scheduling.equipment-short`, `scheduling.frozen`;
   * `scheduling.not-feasible` when the offering is published already
   */
  async execute(scope: Scope, offeringId: string, plan: SessionPlan): Promise<{ id: string; number: number }> {
    const id = uuidv7();
    return this.uow.run(async () => {
      const offering = await this.offerings.lock(scope, offeringId);
      if (!SESSIONS_CHANGEABLE.includes(offering.state)) throw schedulingErrors.frozen({ state: offering.state });
      const { courseId, content } = await this.catalogue.courseVersion(offering.courseVersionId);
      const problems = planProblems(plan, { ...offering, blockCodes: content.blocks.map(({ code }) => code) });
      const claim = await this.bookings.claim(scope, { offering, sessionId: id, courseId }, plan, problems);
      const number = await this.sessions.insert(id, offeringId, plan.blockCode, claim.during);
      await this.bookings.book(claim);
      await this.feasibility.assert(offering, id);
      await this.audit.record({
        action: 'scheduling.session-added',
        entity: 'session',
        entityId: id,
        unitId: offering.unitId,
        after: { offeringId, offering: offering.code, number, ...plan },
      });
      return { id, number };
    });
  }
}
