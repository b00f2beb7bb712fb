import { Injectable } from '@nestjs/common';
import type { Zone } from '@jssu/kernel';
import { inScope, platformErrors, UnitOfWork, type Scope } from '@jssu/platform';

/** What planning asks about units. */
@Injectable()
export class UnitReader {
  constructor(private readonly uow: UnitOfWork) {}

  async zoneOf(id: string): Promise<{ zone: Zone } | undefined> {
    const [row] = await this.uow.query<{ zone: Zone }>(`SELECT zone FROM unit WHERE id = $1`, [id]);
    return row;
  }

  /**
   * An offering is open to a unit that its planner reaches, or to one above the unit that runs it, with all its people.
   * @throws `platform.not-found` for any other unit
   */
  async assertMayOpenTo(scope: Scope, unitId: string, openToUnitId: string): Promise<void> {
    if (openToUnitId === unitId) return;
    const [row] = await this.uow.query<{ above: boolean }>(
      `SELECT EXISTS (SELECT FROM unit_and_above($1) a WHERE a.id = $2) AS above FROM unit WHERE id = $2`,
      [unitId, openToUnitId],
    );
    if (!row || (!row.above && !inScope(scope, { unitId: openToUnitId })))
      throw platformErrors['not-found']({ what: 'unit' });
  }
}
