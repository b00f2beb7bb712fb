import { Injectable } from '@nestjs/common';
import type { LocalizedText } from '@jssu/kernel';
import { decodeCursor, keysetPage, platformErrors, UnitOfWork, type Page } from '@jssu/platform';
import type { OfferingState } from '@jssu/scheduling';
import { PERSON_NAMES, type PersonNames } from '@jssu/people';
import type { WaitingReason } from '../domain/allocate-seats.js';
import type { EnrolmentState, IncompleteReason } from '../domain/enrolment-state.js';
import { reachSql, type EnrolmentReach } from './reach.js';

export interface EnrolmentRow extends PersonNames {
  id: string;
  offeringId: string;
  offeringCode: string;
  /** An enrolment stands as it was when its offering is postponed or cancelled. */
  offeringState: OfferingState;
  courseTitle: LocalizedText;
  personId: string;
  serviceNumber: string;
  /** The person's unit when nominated. */
  unitId: string;
  unitCode: string;
  /** 1 (highest) to 9. */
  priority: number;
  nominatedAt: Date;
  endorsedAt: Date | null;
  state: EnrolmentState;
  seatNumber: number | null;
  /** Place on the waiting list, 1 for the next. */
  waitlistRank: number | null;
  waitingReason: WaitingReason | null;
  /** Why it ended, in words. */
  stateReason: string | null;
  incompleteReason: IncompleteReason | null;
  /** The offering to which the person moved. */
  transferredTo: string | null;
  /** The enrolment whose place this one took. */
  substituteFor: string | null;
  walkOn: boolean;
  version: number;
}

export interface EnrolmentFilter {
  readonly offeringId?: string;
  readonly personId?: string;
  readonly unitId?: string;
  readonly states?: readonly EnrolmentState[];
}

/** The place of an enrolment `e` on the waiting list, 1 for the next; null when it does not wait. */
export const WAITLIST_RANK = `CASE WHEN e.state = 'waitlisted' THEN (SELECT count(*)::int FROM enrolment w
  WHERE w.offering_id = e.offering_id AND w.state = 'waitlisted' AND (w.priority, w.nominated_at, w.id) <= (e.priority, e.nominated_at, e.id)) END`;

/** What an `EnrolmentRow` is read from: `enrolment e` with its `person p`, `unit u`, `offering o` and `course c`. */
export const ENROLMENT_COLUMNS = `e.id, e.offering_id AS "offeringId", o.code AS "offeringCode", o.state AS "offeringState", c.title AS "courseTitle", e.person_id AS "personId",
  p.service_number AS "serviceNumber", ${PERSON_NAMES}, e.unit_id AS "unitId",
  u.code AS "unitCode", e.priority, e.nominated_at AS "nominatedAt", e.endorsed_at AS "endorsedAt", e.state, e.seat_number AS "seatNumber",
  ${WAITLIST_RANK} AS "waitlistRank", e.waiting_reason AS "waitingReason", e.state_reason AS "stateReason",
  e.incomplete_reason AS "incompleteReason", e.transferred_to AS "transferredTo", e.substitute_for AS "substituteFor",
  e.walk_on AS "walkOn", e.version`;
export const ENROLMENTS = `enrolment e JOIN person p ON p.id = e.person_id JOIN unit u ON u.id = e.unit_id JOIN offering o ON o.id = e.offering_id
  JOIN course_version v ON v.id = o.course_version_id JOIN course c ON c.id = v.course_id`;

const SELECT = `SELECT ${ENROLMENT_COLUMNS} FROM ${ENROLMENTS}`;

@Injectable()
export class EnrolmentView {
  constructor(private readonly uow: UnitOfWork) {}

  /** In the order of making. */
  async list(
    reach: EnrolmentReach,
    filter: EnrolmentFilter,
    limit: number,
    cursor?: string,
  ): Promise<Page<EnrolmentRow>> {
    const params: unknown[] = [];
    const where = [reachSql(reach, params)];
    if (filter.offeringId) where.push(`e.offering_id = $${params.push(filter.offeringId)}`);
    if (filter.personId) where.push(`e.person_id = $${params.push(filter.personId)}`);
    if (filter.unitId) where.push(`e.unit_id = $${params.push(filter.unitId)}`);
    if (filter.states) where.push(`e.state = ANY($${params.push(filter.states)}::text[])`);
    const key = decodeCursor(cursor, 1);
    if (key) where.push(`e.id > $${params.push(key[0])}::uuid`);
    const rows = await this.uow.query<EnrolmentRow>(
      `${SELECT} WHERE ${where.join(' AND ')} ORDER BY e.id LIMIT ${limit + 1}`,
      params,
    );
    return keysetPage(rows, limit, (row) => [row.id]);
  }

  /** @throws `platform.not-found` for one that is not there or out of reach: the two look the same */
  async one(reach: EnrolmentReach, id: string): Promise<EnrolmentRow> {
    const params: unknown[] = [id];
    const [row] = await this.uow.query<EnrolmentRow>(
      `${SELECT} WHERE e.id = $1 AND ${reachSql(reach, params)}`,
      params,
    );
    if (!row) throw platformErrors['not-found']({ what: 'enrolment' });
    return row;
  }
}
