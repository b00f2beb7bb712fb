import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@jssu/audit';
import { UnitOfWork } from '@jssu/platform';
import type { EnrolmentState } from '../domain/enrolment-state.js';

export interface Step {
  readonly from: EnrolmentState;
  readonly to: EnrolmentState;
  /** The audit entry's. */
  readonly action: string;
}

/** Takes people with a seat one step further, in one statement. */
@Injectable()
export class AdvanceEnrolments {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * In an offering that the caller has locked. Leaves those alone who are not in the state that the step begins with.
   * @param enrolmentIds all of the offering when left out
   * @returns how many took the step
   */
  async execute(offeringId: string, { from, to, action }: Step, enrolmentIds?: readonly string[]): Promise<number> {
    return this.uow.run(async () => {
      const moved = await this.uow.query<{ id: string; personId: string; unitId: string }>(
        `UPDATE enrolment SET state = $4, version = version + 1
         WHERE offering_id = $1 AND state = $3 AND ($2::uuid[] IS NULL OR id = ANY($2::uuid[]))
         RETURNING id, person_id AS "personId", unit_id AS "unitId"`,
        [offeringId, enrolmentIds ?? null, from, to],
      );
      await this.audit.recordAll(
        moved.map(({ id, personId, unitId }) => ({
          action,
          entity: 'enrolment',
          entityId: id,
          personId,
          unitId,
          before: { state: from },
          after: { state: to },
        })),
      );
      return moved.length;
    });
  }
}
