import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@jssu/audit';
import { Roster } from '@jssu/enrolment';
import { refuseAll } from '@jssu/kernel';
import { Clock, UnitOfWork, type Actor, type Scope } from '@jssu/platform';
import { isOwnTraining, notInDelivery } from '../domain/may-record.js';
import { RegisterStore } from '../persistence/register.store.js';
import { refuseStep } from './register-step.js';

/** Opens a submitted register again, with a reason. */
@Injectable()
export class ReopenRegister {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly store: RegisterStore,
    private readonly roster: Roster,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @returns the next version */
  async execute(actor: Actor, scope: Scope, sessionId: string, reason: string): Promise<number> {
    return this.uow.run(async () => {
      const { offering, register } = await this.store.lock(scope, sessionId);
      refuseAll([
        isOwnTraining(actor.personId, await this.roster.of(offering.id)),
        notInDelivery(offering, this.clock.today(offering.zone)),
        refuseStep(register, 'open'),
      ]);
      const next = await this.store.move(sessionId, 'open', null, this.clock.now());
      await this.audit.record({
        action: 'delivery.register-reopened',
        entity: 'register',
        entityId: sessionId,
        unitId: offering.unitId,
        before: { state: register.state, submittedBy: register.submittedBy },
        after: { state: 'open' },
        reason,
      });
      return next;
    });
  }
}
