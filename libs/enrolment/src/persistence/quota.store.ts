import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@jssu/platform';
import type { SeatQuota } from '../domain/allocate-seats.js';

@Injectable()
export class QuotaStore {
  constructor(private readonly uow: UnitOfWork) {}

  async unitsBelow(unitId: string): Promise<ReadonlySet<string>> {
    const rows = await this.uow.query<{ id: string }>(`SELECT id FROM unit_and_below($1)`, [unitId]);
    return new Set(rows.map(({ id }) => id));
  }

  /** @returns the quotas before, by unit */
  async replace(offeringId: string, quotas: readonly SeatQuota[]): Promise<SeatQuota[]> {
    const before = await this.uow.query<SeatQuota>(
      `DELETE FROM quota WHERE offering_id = $1 RETURNING unit_id AS "unitId", seats, release_on::text AS "releaseOn"`,
      [offeringId],
    );
    await this.uow.query(
      `INSERT INTO quota (offering_id, unit_id, seats, release_on)
       SELECT $1, q."unitId", q.seats, q."releaseOn"
       FROM jsonb_to_recordset($2::jsonb) AS q("unitId" uuid, seats int, "releaseOn" date)`,
      [offeringId, JSON.stringify(quotas)],
    );
    return before.sort((a, b) => (a.unitId < b.unitId ? -1 : 1));
  }
}
