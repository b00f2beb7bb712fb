import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@jssu/audit';
import { accepted } from '@jssu/kernel';
import { UnitOfWork, type Actor, type Scope } from '@jssu/platform';
import { decideRejection } from '../domain/decide-enrolment.js';
import { EnrolmentStore } from '../persistence/enrolment.store.js';
import { NOBODY } from '../persistence/reach.js';

/** The unit does not stand behind a nomination. */
@Injectable()
export class RejectNomination {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly store: EnrolmentStore,
    private readonly audit: AuditTrail,
  ) {}

  async execute(actor: Actor, scope: Scope, id: string, reason: string): Promise<void> {
    await this.uow.run(async () => {
      const { enrolment } = await this.store.lockOne({ people: scope, offerings: NOBODY }, id);
      const { state, personId, unitId } = enrolment;
      const draft = accepted(decideRejection({ state, actorPersonId: actor.personId, personId, reason }));
      await this.store.end(id, draft);
      await this.audit.record({
        action: 'enrolment.nomination-rejected',
        entity: 'enrolment',
        entityId: id,
        personId,
        unitId,
        before: { state },
        after: { state: draft.state },
        reason: draft.reason,
      });
    });
  }
}
