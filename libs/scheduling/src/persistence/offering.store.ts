import { Injectable } from '@nestjs/common';
import type { CivilDate, Locale, Zone } from '@jssu/kernel';
import { platformErrors, scopeSql, UnitOfWork, type Scope } from '@jssu/platform';
import type { OfferingState } from '../domain/offering-state.js';

/** An offering as rules need it. */
export interface OfferingRecord {
  id: string;
  code: string;
  courseVersionId: string;
  unitId: string;
  /** Its people, with those of the units below it, may be nominated. */
  openToUnitId: string;
  language: Locale;
  zone: Zone;
  seatsMin: number;
  seatsMax: number;
  startsOn: CivilDate;
  /** The last day, inclusive. */
  endsOn: CivilDate;
  /** The last day, inclusive; null: until they are closed by hand. */
  nominationsCloseOn: CivilDate | null;
  state: OfferingState;
  version: number;
}

/** What a planner may change. */
export type OfferingChange = Pick<
  OfferingRecord,
  'openToUnitId' | 'language' | 'seatsMin' | 'seatsMax' | 'startsOn' | 'endsOn' | 'nominationsCloseOn'
>;

export const OFFERING_COLUMNS = `o.id, o.code, o.course_version_id AS "courseVersionId", o.unit_id AS "unitId", o.open_to_unit_id AS "openToUnitId",
  o.language, o.zone, o.seats_min AS "seatsMin", o.seats_max AS "seatsMax", o.starts_on::text AS "startsOn", o.ends_on::text AS "endsOn",
  o.nominations_close_on::text AS "nominationsCloseOn", o.state, o.version`;

@Injectable()
export class OfferingStore {
  constructor(private readonly uow: UnitOfWork) {}

  /**
   * The offering, locked until the transaction ends: seats, states and sessions of one offering change one after the other.
   * @throws `platform.not-found` for one that is not there or is run by a unit outside the scope
   */
  async lock(scope: Scope, id: string): Promise<OfferingRecord> {
    const params: unknown[] = [id];
    const where = scopeSql(scope, { unit: 'o.unit_id' }, params);
    return this.found(`SELECT ${OFFERING_COLUMNS} FROM offering o WHERE o.id = $1 AND ${where} FOR UPDATE`, params);
  }

  /** The same without the lock. */
  async one(scope: Scope, id: string): Promise<OfferingRecord> {
    const params: unknown[] = [id];
    const where = scopeSql(scope, { unit: 'o.unit_id' }, params);
    return this.found(`SELECT ${OFFERING_COLUMNS} FROM offering o WHERE o.id = $1 AND ${where}`, params);
  }

  async insert(offering: Omit<OfferingRecord, 'state' | 'version'>): Promise<void> {
    const { id, code, courseVersionId, unitId, zone } = offering;
    await this.uow.query(
      `INSERT INTO offering (id, code, course_version_id, unit_id, zone,
                             open_to_unit_id, language, seats_min, seats_max, starts_on, ends_on, nominations_close_on)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [id, code, courseVersionId, unitId, zone, ...changeableColumns(offering)],
    );
  }

  /** @returns the new version */
  async change(id: string, change: OfferingChange): Promise<number> {
    const [row] = await this.uow.query<{ version: number }>(
      `UPDATE offering SET open_to_unit_id = $2, language = $3, seats_min = $4, seats_max = $5, starts_on = $6, ends_on = $7,
              nominations_close_on = $8, version = version + 1 WHERE id = $1 RETURNING version`,
      [id, ...changeableColumns(change)],
    );
    return row.version;
  }

  /** A new version, for a change of what belongs to the offering and is stored elsewhere; it is locked by the caller. */
  async touch(id: string): Promise<void> {
    await this.uow.query(`UPDATE offering SET version = version + 1 WHERE id = $1`, [id]);
  }

  /** The highest seat number that is held; seats are numbered from 1. Exact while the offering is locked. */
  async seatsHeld(id: string): Promise<number> {
    const [row] = await this.uow.query<{ held: number }>(
      `SELECT coalesce(max(seat_number), 0) AS held FROM enrolment WHERE offering_id = $1`,
      [id],
    );
    return row.held;
  }

  private async found(sql: string, params: unknown[]): Promise<OfferingRecord> {
    const [row] = await this.uow.query<OfferingRecord>(sql, params);
    if (!row) throw platformErrors['not-found']({ what: 'offering' });
    return row;
  }
}

function changeableColumns(change: OfferingChange): unknown[] {
  const { openToUnitId, language, seatsMin, seatsMax, startsOn, endsOn, nominationsCloseOn } = change;
  return [openToUnitId, language, seatsMin, seatsMax, startsOn, endsOn, nominationsCloseOn];
}

/**
 * Who may know of an offering, as an SQL condition over `o`: those with a reach over the unit that runs it, and, once it
 * is published, those who have people to nominate: of the unit it is open to, or of one below.
 */
export function offeringVisibleSql(scope: Scope, params: unknown[]): string {
  if (scope.kind === 'all') return 'TRUE';
  const published = `o.state NOT IN ('draft', 'planned')`;
  const conditions: string[] = [];
  if (scope.kind === 'units') {
    const units = `$${params.push(scope.unitIds)}::uuid[]`;
    conditions.push(`o.unit_id = ANY(${units})`);
    conditions.push(
      `(${published} AND EXISTS (SELECT FROM unit_and_below(o.open_to_unit_id) b WHERE b.id = ANY(${units})))`,
    );
  }
  if (scope.selfPersonId) {
    const self = `$${params.push(scope.selfPersonId)}::uuid`;
    conditions.push(
      `(${published} AND EXISTS (SELECT FROM unit_and_below(o.open_to_unit_id) b JOIN person me ON me.unit_id = b.id WHERE me.id = ${self}))`,
      `EXISTS (SELECT FROM offering_trainee t WHERE t.offering_id = o.id AND t.person_id = ${self})`,
    );
  }
  return `(${conditions.join(' OR ')})`;
}
