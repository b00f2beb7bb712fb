import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@jssu/audit';
import { Roster } from '@jssu/enrolment';
import { refuseAll } from '@jssu/kernel';
import { Clock, UnitOfWork, type Actor, type Scope } from '@jssu/platform';
import { isOnRegister, isOwnTraining, notInDelivery } from '../domain/may-record.js';
import { registerErrors } from '../domain/register-errors.js';
import { RegisterStore } from '../persistence/register.store.js';
import { refuseStep, refuseVersion } from './register-step.js';

/** Says that the register is complete: everybody on it is marked, and the session has begun. */
@Injectable()
export class SubmitRegister {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly store: RegisterStore,
    private readonly roster: Roster,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @param version of the register that the actor has seen @returns the next version */
  async execute(actor: Actor, scope: Scope, sessionId: string, version: number): Promise<number> {
    return this.uow.run(async () => {
      const { offering, session, register } = await this.store.lock(scope, sessionId);
      const roster = await this.roster.of(offering.id);
      const marks = await this.store.marks(sessionId);
      const expected = roster.filter(isOnRegister).map(({ enrolmentId }) => enrolmentId);
      const unmarked = expected.filter((id) => !marks.has(id));
      const now = this.clock.now();
      refuseVersion(register, version);
      refuseAll([
        !actor.personId && registerErrors['actor-without-person'](),
        isOwnTraining(actor.personId, roster),
        notInDelivery(offering, this.clock.today(offering.zone)),
        refuseStep(register, 'submitted'),
        session.state === 'cancelled' && registerErrors['session-cancelled'](),
        session.start > now && registerErrors['session-not-begun']({ startsAt: session.start.toISOString() }),
        expected.length === 0 && registerErrors['nobody-on-register'](),
        unmarked.length > 0 && registerErrors.unmarked({ count: unmarked.length }, { enrolmentIds: unmarked }),
      ]);
      const next = await this.store.move(sessionId, 'submitted', actor.personId, now);
      await this.audit.record({
        action: 'delivery.register-submitted',
        entity: 'register',
        entityId: sessionId,
        unitId: offering.unitId,
        before: { state: register.state },
        after: { state: 'submitted', submittedBy: actor.personId, people: expected.length },
      });
      return next;
    });
  }
}
