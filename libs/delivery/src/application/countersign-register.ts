import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@jssu/audit';
import { Roster } from '@jssu/enrolment';
import { refuseAll } from '@jssu/kernel';
import { Clock, UnitOfWork, type Actor, type Scope } from '@jssu/platform';
import { HoldSession } from '@jssu/scheduling';
import { isOwnTraining, notInDelivery } from '../domain/may-record.js';
import { registerErrors } from '../domain/register-errors.js';
import { RegisterStore } from '../persistence/register.store.js';
import { refuseStep, refuseVersion } from './register-step.js';

/** The second pair of eyes: locks a submitted register, and with it the session counts as held. */
@Injectable()
export class CountersignRegister {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly store: RegisterStore,
    private readonly roster: Roster,
    private readonly hold: HoldSession,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @param version of the register that the actor has seen @returns the next version */
  async execute(actor: Actor, scope: Scope, sessionId: string, version: number): Promise<number> {
    return this.uow.run(async () => {
      const { offering, session, register } = await this.store.lock(scope, sessionId);
      refuseVersion(register, version);
      refuseAll([
        !actor.personId && registerErrors['actor-without-person'](),
        isOwnTraining(actor.personId, await this.roster.of(offering.id)),
        notInDelivery(offering, this.clock.today(offering.zone)),
        refuseStep(register, 'countersigned'),
        session.state === 'cancelled' && registerErrors['session-cancelled'](),
        !!actor.personId && register.submittedBy === actor.personId && registerErrors['submitted-by-you'](),
      ]);
      const next = await this.store.move(sessionId, 'countersigned', actor.personId, this.clock.now());
      await this.audit.record({
        action: 'delivery.register-countersigned',
        entity: 'register',
        entityId: sessionId,
        unitId: offering.unitId,
        before: { state: register.state, submittedBy: register.submittedBy },
        after: { state: 'countersigned', countersignedBy: actor.personId },
      });
      if (session.state === 'scheduled') await this.hold.execute(scope, sessionId);
      return next;
    });
  }
}
