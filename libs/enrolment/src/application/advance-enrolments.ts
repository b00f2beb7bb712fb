import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@jssu/audit';
import { EVERYTHING, platformErrors, UnitOfWork } from '@jssu/platform';
import { OfferingStore } from '@jssu/scheduling';
import { wrongState } from '../domain/decide-enrolment.js';
import type { EnrolmentState } from '../domain/enrolment-state.js';

/** Takes people with a seat one step further, all or none, under the offering's lock. */
@Injectable()
export class AdvanceEnrolments {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly offerings: OfferingStore,
    private readonly audit: AuditTrail,
  ) {}

  /** Who is there already stays. @throws `enrolment.wrong-state` for anyone who cannot take the step */
  async execute(
    offeringId: string,
    enrolmentIds: readonly string[],
    step: { readonly from: EnrolmentState; readonly to: EnrolmentState },
  ): Promise<void> {
    if (enrolmentIds.length === 0) return;
    await this.uow.run(async () => {
      await this.offerings.lock(EVERYTHING, offeringId);
      const moved = await this.uow.query<{ id: string; personId: string; unitId: string }>(
        `UPDATE enrolment SET state = $4, version = version + 1
         WHERE offering_id = $1 AND id = ANY($2::uuid[]) AND state = $3 RETURNING id, person_id AS "personId", unit_id AS "unitId"`,
        [offeringId, enrolmentIds, step.from, step.to],
      );
      if (moved.length < new Set(enrolmentIds).size) await this.refuseOthers(offeringId, enrolmentIds, step.to);
      await this.audit.recordAll(
        moved.map(({ id, personId, unitId }) => ({
          action: `enrolment.enrolment-${step.to}`,
          entity: 'enrolment',
          entityId: id,
          personId,
          unitId,
          before: { state: step.from },
          after: { state: step.to },
        })),
      );
    });
  }

  private async refuseOthers(offeringId: string, ids: readonly string[], to: EnrolmentState): Promise<void> {
    const rows = await this.uow.query<{ id: string; state: EnrolmentState }>(
      `SELECT id, state FROM enrolment WHERE offering_id = $1 AND id = ANY($2::uuid[])`,
      [offeringId, ids],
    );
    if (rows.length < new Set(ids).size) throw platformErrors['not-found']({ what: 'enrolment' });
    const other = rows.find(({ state }) => state !== to);
    if (other) throw wrongState(other.state, to)[0];
  }
}
