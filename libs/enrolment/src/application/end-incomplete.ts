import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@jssu/audit';
import { accepted } from '@jssu/kernel';
import { Clock, platformErrors, UnitOfWork } from '@jssu/platform';
import { decideIncomplete } from '../domain/decide-enrolment.js';
import type { IncompleteReason } from '../domain/enrolment-state.js';
import { EnrolmentStore } from '../persistence/enrolment.store.js';
import type { EnrolmentReach } from '../persistence/reach.js';
import { SeatStore } from '../persistence/seat.store.js';

export interface Incompletion {
  readonly reason: IncompleteReason;
  /** In words, for the record. */
  readonly note: string | null;
  /** For `transferred`: the offering to which the person moves. */
  readonly transferredTo: string | null;
}

/** A person does not finish. The seat is free again, for a walk-on on the first day; nobody is promoted to it. */
@Injectable()
export class EndIncomplete {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly store: EnrolmentStore,
    private readonly seats: SeatStore,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  async execute(reach: EnrolmentReach, id: string, { reason, note, transferredTo }: Incompletion): Promise<void> {
    await this.uow.run(async () => {
      const { offering, enrolment } = await this.store.lockOne(reach, id);
      if (transferredTo) await this.requireOffering(transferredTo);
      const { state, personId, unitId, seatNumber } = enrolment;
      const today = this.clock.today(offering.zone);
      const draft = accepted(
        decideIncomplete({ state, reason, offeringId: offering.id, offering, today, transferredTo }),
      );
      await this.store.end(id, { ...draft, reason: note, incompleteReason: draft.reason });
      await this.seats.release(offering.id, [personId]);
      await this.audit.record({
        action: 'enrolment.enrolment-incomplete',
        entity: 'enrolment',
        entityId: id,
        personId,
        unitId,
        before: { state, seatNumber },
        after: draft,
        reason: note,
      });
    });
  }

  private async requireOffering(id: string): Promise<void> {
    const rows = await this.uow.query(`SELECT FROM offering WHERE id = $1`, [id]);
    if (rows.length === 0) throw platformErrors['not-found']({ what: 'offering' });
  }
}
