import { Injectable } from '@nestjs/common';
import type { CivilDate, LocalizedText } from '@jssu/kernel';
import { decodeCursor, keysetPage, platformErrors, UnitOfWork, type Page, type Scope } from '@jssu/platform';
import type { OfferingState } from '../domain/offering-state.js';
import { OFFERING_COLUMNS, offeringVisibleSql, type OfferingRecord } from './offering.store.js';

export interface OfferingRow extends OfferingRecord {
  courseId: string;
  courseCode: string;
  courseTitle: LocalizedText;
  courseVersionNumber: number;
  unitCode: string;
  openToUnitCode: string;
  /** Why it was postponed, cancelled or aborted. */
  stateReason: string | null;
}

export interface OfferingFilter {
  readonly state?: OfferingState;
  readonly courseId?: string;
  /** Run by that unit. */
  readonly unitId?: string;
  /** Those that end on that day or later. */
  readonly from?: CivilDate;
  /** Those that begin on that day or earlier. */
  readonly to?: CivilDate;
}

const SELECT = `SELECT ${OFFERING_COLUMNS}, c.id AS "courseId", c.code AS "courseCode", c.title AS "courseTitle",
    v.number AS "courseVersionNumber", u.code AS "unitCode", t.code AS "openToUnitCode", o.state_reason AS "stateReason"
  FROM offering o JOIN course_version v ON v.id = o.course_version_id JOIN course c ON c.id = v.course_id
  JOIN unit u ON u.id = o.unit_id JOIN unit t ON t.id = o.open_to_unit_id`;

@Injectable()
export class OfferingView {
  constructor(private readonly uow: UnitOfWork) {}

  /** Offerings that may be seen, by their first day. */
  async list(scope: Scope, filter: OfferingFilter, limit: number, cursor?: string): Promise<Page<OfferingRow>> {
    const params: unknown[] = [];
    const where = [offeringVisibleSql(scope, params)];
    if (filter.state) where.push(`o.state = $${params.push(filter.state)}`);
    if (filter.courseId) where.push(`v.course_id = $${params.push(filter.courseId)}`);
    if (filter.unitId) where.push(`o.unit_id = $${params.push(filter.unitId)}`);
    if (filter.from) where.push(`o.ends_on >= $${params.push(filter.from)}::date`);
    if (filter.to) where.push(`o.starts_on <= $${params.push(filter.to)}::date`);
    const key = decodeCursor(cursor, 2);
    if (key) where.push(`(o.starts_on, o.id) > ($${params.push(key[0])}::date, $${params.push(key[1])}::uuid)`);
    const rows = await this.uow.query<OfferingRow>(
      `${SELECT} WHERE ${where.join(' AND ')} ORDER BY o.starts_on, o.id LIMIT ${limit + 1}`,
      params,
    );
    return keysetPage(rows, limit, (row) => [row.startsOn, row.id]);
  }

  /** @throws `platform.not-found` for one that is not there or may not be seen */
  async one(scope: Scope, id: string): Promise<OfferingRow> {
    const params: unknown[] = [id];
    const visible = offeringVisibleSql(scope, params);
    const [row] = await this.uow.query<OfferingRow>(`${SELECT} WHERE o.id = $1 AND ${visible}`, params);
    if (!row) throw platformErrors['not-found']({ what: 'offering' });
    return row;
  }
}
