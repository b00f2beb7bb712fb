import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@jssu/audit';
import { UnitOfWork } from '@jssu/platform';

/** The offering is ratified: who attended it has completed it. The caller has locked the offering. */
@Injectable()
export class CompleteEnrolments {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly audit: AuditTrail,
  ) {}

  /** Leaves those alone who do not attend. */
  async execute(offeringId: string, enrolmentIds: readonly string[]): Promise<void> {
    await this.uow.run(async () => {
      const rows = await this.uow.query<{ id: string; personId: string; unitId: string }>(
        `UPDATE enrolment SET state = 'completed', version = version + 1
         WHERE offering_id = $1 AND id = ANY($2::uuid[]) AND state = 'attending'
         RETURNING id, person_id AS "personId", unit_id AS "unitId"`,
        [offeringId, enrolmentIds],
      );
      await this.audit.recordAll(
        rows.map(({ id, personId, unitId }) => ({
          action: 'enrolment.completed',
          entity: 'enrolment',
          entityId: id,
          personId,
          unitId,
          before: { state: 'attending' },
          after: { state: 'completed' },
        })),
      );
    });
  }
}
