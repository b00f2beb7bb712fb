import { Injectable } from '@nestjs/common';
import { uuidv7, type CivilDate } from '@jssu/kernel';
import { UnitOfWork } from '@jssu/platform';
import { PERSON_NAMES, type PersonNames } from '@jssu/people';
import type { Judgement, Outcome, Shortfall } from '../domain/judge.js';

export interface CourseResultRecord {
  id: string;
  enrolmentId: string;
  personId: string;
  outcome: Outcome;
  shortfalls: Shortfall[];
  average: number | null;
  minutesAttended: number;
  minutesTotal: number;
  completedOn: CivilDate;
}

/** By whom and when the first results of an offering were written. */
export interface RatificationRecord {
  at: Date;
  /** Null for an account without a person. */
  by: PersonNames | null;
}

export interface CourseResultDraft extends Judgement {
  readonly enrolmentId: string;
  readonly completedOn: CivilDate;
  /** The result that this one takes the place of. */
  readonly supersedes: string | null;
}

const COLUMNS = `r.id, r.enrolment_id AS "enrolmentId", e.person_id AS "personId", r.outcome, r.shortfalls, r.average::float8 AS average,
  r.minutes_attended AS "minutesAttended", r.minutes_total AS "minutesTotal", r.completed_on::text AS "completedOn"`;

@Injectable()
export class CourseResultStore {
  constructor(private readonly uow: UnitOfWork) {}

  /** The results that stand, of these enrolments. */
  current(enrolmentIds: readonly string[]): Promise<CourseResultRecord[]> {
    return this.uow.query<CourseResultRecord>(
      `SELECT ${COLUMNS} FROM course_result r JOIN enrolment e ON e.id = r.enrolment_id
       WHERE r.enrolment_id = ANY($1::uuid[]) AND r.superseded_at IS NULL ORDER BY r.enrolment_id`,
      [enrolmentIds],
    );
  }

  /** Where a result belongs, whether it stands or not; undefined when there is none. */
  async place(id: string): Promise<{ enrolmentId: string; offeringId: string } | undefined> {
    const [row] = await this.uow.query<{ enrolmentId: string; offeringId: string }>(
      `SELECT e.id AS "enrolmentId", e.offering_id AS "offeringId"
       FROM course_result r JOIN enrolment e ON e.id = r.enrolment_id WHERE r.id = $1`,
      [id],
    );
    return row;
  }

  /** Null while the offering is not ratified. */
  async ratification(offeringId: string): Promise<RatificationRecord | null> {
    const [row] = await this.uow.query<PersonNames & { at: Date }>(
      `SELECT r.ratified_at AS at, ${PERSON_NAMES} FROM course_result r JOIN enrolment e ON e.id = r.enrolment_id
       LEFT JOIN person p ON p.id = r.ratified_by WHERE e.offering_id = $1 AND r.supersedes IS NULL ORDER BY r.id LIMIT 1`,
      [offeringId],
    );
    if (!row) return null;
    const { at, ...names } = row;
    return { at, by: names.nameEn ? names : null };
  }

  /** Writes results, over those that they supersede, in two statements however many there are. @returns their ids in order */
  async write(
    drafts: readonly CourseResultDraft[],
    by: { readonly personId: string | null; readonly reason: string | null; readonly now: Date },
  ): Promise<string[]> {
    const rows = drafts.map((draft) => ({ id: uuidv7(), ...draft }));
    const former = rows.flatMap(({ supersedes }) => supersedes ?? []);
    if (former.length > 0)
      await this.uow.query(`UPDATE course_result SET superseded_at = $2 WHERE id = ANY($1::uuid[])`, [former, by.now]);
    await this.uow.query(
      `INSERT INTO course_result (id, enrolment_id, outcome, shortfalls, average, minutes_attended, minutes_total, completed_on,
                                  ratified_by, ratified_at, reason, supersedes)
       SELECT r.id, r."enrolmentId", r.outcome, r.shortfalls, r.average, r."minutesAttended", r."minutesTotal", r."completedOn",
              $2, $3, $4, r.supersedes
       FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, "enrolmentId" uuid, outcome text, shortfalls jsonb, average numeric,
                                               "minutesAttended" int, "minutesTotal" int, "completedOn" date, supersedes uuid)`,
      [JSON.stringify(rows), by.personId, by.now, by.reason],
    );
    return rows.map(({ id }) => id);
  }
}
