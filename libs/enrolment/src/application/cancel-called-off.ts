import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@jssu/audit';
import { EVERYTHING, UnitOfWork } from '@jssu/platform';
import { OfferingStore } from '@jssu/scheduling';
import { BEFORE_ATTENDING, type EnrolmentState } from '../domain/enrolment-state.js';

/**
 * Ends the enrolments of an offering that was called off, with its reason, for everybody who has not begun to attend.
 * Who attended an offering that was aborted keeps that on record. Done twice it changes nothing.
 */
@Injectable()
export class CancelCalledOff {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly offerings: OfferingStore,
    private readonly audit: AuditTrail,
  ) {}

  async execute(offeringId: string): Promise<void> {
    await this.uow.run(async () => {
      const { state } = await this.offerings.lock(EVERYTHING, offeringId);
      if (state !== 'cancelled' && state !== 'aborted') return;
      const ended = await this.uow.query<{
        id: string;
        personId: string;
        unitId: string;
        before: EnrolmentState;
        reason: string;
      }>(
        `WITH open AS (
           SELECT id, state FROM enrolment WHERE offering_id = $1 AND state = ANY($2::text[]) ORDER BY id FOR UPDATE)
         UPDATE enrolment e SET state = 'cancelled', state_reason = o.state_reason, seat_number = NULL, waiting_reason = NULL, version = e.version + 1
         FROM open, offering o WHERE e.id = open.id AND o.id = e.offering_id
         RETURNING e.id, e.person_id AS "personId", e.unit_id AS "unitId", open.state AS before, e.state_reason AS reason`,
        [offeringId, BEFORE_ATTENDING],
      );
      await this.audit.recordAll(
        ended.map(({ id, personId, unitId, before, reason }) => ({
          ...{ action: 'enrolment.enrolment-cancelled', entity: 'enrolment', entityId: id, personId, unitId },
          ...{ before: { state: before }, after: { state: 'cancelled', offering: state }, reason },
        })),
      );
    });
  }
}
