import { Injectable } from '@nestjs/common';
import type { CivilDate } from '@jssu/kernel';
import { decodeCursor, keysetPage, UnitOfWork, type Page, type Scope } from '@jssu/platform';
import { SEAT_GIVING_STATES } from '../domain/decide-enrolment.js';
import { ENROLMENT_COLUMNS, ENROLMENTS, type EnrolmentRow } from './enrolment.view.js';
import { NOBODY, reachSql } from './reach.js';

export interface AwaitingRow extends EnrolmentRow {
  /** First day of the offering. */
  startsOn: CivilDate;
  /** Last day of the offering, inclusive. */
  endsOn: CivilDate;
  /** Last day on which people are nominated for it, inclusive; null: until they are closed by hand. */
  nominationsCloseOn: CivilDate | null;
  /** How many nominations for the offering wait for the reader. */
  awaiting: number;
}

/** Nominations that wait for the endorsement of their unit. */
@Injectable()
export class AwaitingView {
  constructor(private readonly uow: UnitOfWork) {}

  /**
   * Offerings in the order in which their nominations close (or they begin), in each the order of merit.
   * @param scope whose people the reader may endorse
   */
  async list(scope: Scope, limit: number, cursor?: string): Promise<Page<AwaitingRow>> {
    const params: unknown[] = [SEAT_GIVING_STATES];
    const mine = reachSql({ people: scope, offerings: NOBODY }, params);
    const key = decodeCursor(cursor, 4);
    const after = key?.map((part, i) => `$${params.push(part)}::${['text', 'uuid', 'int', 'uuid'][i]}`);
    // Counted before the page is cut. Ids grow with time: in each priority they are the order of nomination.
    const rows = await this.uow.query<AwaitingRow & { due: CivilDate }>(
      `WITH mine AS (
         SELECT ${ENROLMENT_COLUMNS}, o.starts_on::text AS "startsOn", o.ends_on::text AS "endsOn",
                o.nominations_close_on::text AS "nominationsCloseOn", coalesce(o.nominations_close_on, o.starts_on)::text AS due,
                count(*) OVER (PARTITION BY e.offering_id)::int AS awaiting
         FROM ${ENROLMENTS} WHERE e.state = 'nominated' AND o.state = ANY($1::text[]) AND ${mine})
       SELECT * FROM mine ${after ? `WHERE (due, "offeringId", priority, id) > (${after.join(', ')})` : ''}
       ORDER BY due, "offeringId", priority, id LIMIT ${limit + 1}`,
      params,
    );
    const page = keysetPage(rows, limit, ({ due, offeringId, priority, id }) => [due, offeringId, priority, id]);
    return { ...page, items: page.items.map(({ due: _due, ...row }) => row) };
  }
}
