import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@jssu/audit';
import { UnitOfWork } from '@jssu/platform';

/** Confirmed trainees have appeared: they attend from now on. The caller has locked the offering. */
@Injectable()
export class BeginAttendance {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly audit: AuditTrail,
  ) {}

  /** Leaves those alone who are not confirmed. */
  async execute(offeringId: string, enrolmentIds: readonly string[]): Promise<void> {
    await this.uow.run(async () => {
      const rows = await this.uow.query<{ id: string; personId: string; unitId: string }>(
        `UPDATE enrolment SET state = 'attending', version = version + 1
         WHERE offering_id = $1 AND id = ANY($2::uuid[]) AND state = 'confirmed'
         RETURNING id, person_id AS "personId", unit_id AS "unitId"`,
        [offeringId, enrolmentIds],
      );
      await this.audit.recordAll(
        rows.map(({ id, personId, unitId }) => ({
          action: 'enrolment.attendance-begun',
          entity: 'enrolment',
          entityId: id,
          personId,
          unitId,
          before: { state: 'confirmed' },
          after: { state: 'attending' },
        })),
      );
    });
  }
}
