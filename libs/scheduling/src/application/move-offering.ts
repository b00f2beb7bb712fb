import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@jssu/audit';
import { UnitOfWork } from '@jssu/platform';
import { offeringStates, type OfferingState } from '../domain/offering-state.js';
import { schedulingErrors } from '../domain/scheduling-errors.js';
import type { OfferingRecord } from '../persistence/offering.store.js';

/** Takes a locked offering to its next state, with its audit entry. What the step requires is checked by its caller. */
@Injectable()
export class MoveOffering {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws `scheduling.wrong-state` when the state machine has no such step */
  async execute(offering: OfferingRecord, to: OfferingState, reason: string | null = null): Promise<void> {
    const { id, state: from } = offering;
    offeringStates.assert(from, to, () =>
      schedulingErrors['wrong-state']({ from, to }, { allowed: offeringStates.next(from) }),
    );
    await this.uow.run(async () => {
      await this.uow.query(`UPDATE offering SET state = $2, state_reason = $3, version = version + 1 WHERE id = $1`, [
        id,
        to,
        reason,
      ]);
      await this.audit.record({
        action: 'scheduling.offering-moved',
        entity: 'offering',
        entityId: id,
        unitId: offering.unitId,
        before: { state: from },
        after: { state: to },
        reason,
      });
    });
  }
}
