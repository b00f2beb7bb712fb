import { Injectable } from '@nestjs/common';
import { uuidv7, type CivilDate } from '@jssu/kernel';
import { UnitOfWork } from '@jssu/platform';
import type { SchemeVersionRules } from '../domain/scheme-version.js';

export interface PassedResult {
  readonly courseResultId: string;
  readonly personId: string;
  readonly personUnitId: string;
  readonly offeringId: string;
  /** Of the unit that ran the offering. */
  readonly unitId: string;
  readonly courseCode: string;
  readonly completedOn: CivilDate;
}

/** A result that took the place of another. */
export interface CorrectedResult {
  readonly outcome: 'passed' | 'failed' | 'incomplete';
  readonly completedOn: CivilDate;
  readonly before: { readonly id: string; readonly outcome: string; readonly completedOn: CivilDate };
  readonly personId: string;
  readonly personUnitId: string;
  readonly offeringId: string;
  readonly unitId: string;
  readonly courseCode: string;
}

const RESULTS = `
  course_result r JOIN enrolment n ON n.id = r.enrolment_id JOIN person p ON p.id = n.person_id
  JOIN offering o ON o.id = n.offering_id JOIN course_version cv ON cv.id = o.course_version_id JOIN course ct ON ct.id = cv.course_id`;
const CONTEXT = `n.person_id AS "personId", p.unit_id AS "personUnitId", o.id AS "offeringId", o.unit_id AS "unitId", ct.code AS "courseCode"`;

/** Ratified results of courses as certification sees them: evidence. */
@Injectable()
export class CourseResults {
  constructor(private readonly uow: UnitOfWork) {}

  passedIn(offeringId: string): Promise<PassedResult[]> {
    return this.passed('n.offering_id = $1', offeringId);
  }

  /** One or none: when it is passed and was not corrected since. */
  passedResult(courseResultId: string): Promise<PassedResult[]> {
    return this.passed('r.id = $1', courseResultId);
  }

  async corrected(courseResultId: string): Promise<CorrectedResult | undefined> {
    const [row] = await this.uow.query<CorrectedResult>(
      `SELECT r.outcome, r.completed_on::text AS "completedOn", ${CONTEXT},
              jsonb_build_object('id', b.id, 'outcome', b.outcome, 'completedOn', b.completed_on) AS before
       FROM ${RESULTS} JOIN course_result b ON b.id = r.supersedes WHERE r.id = $1`,
      [courseResultId],
    );
    return row;
  }

  async offering(offeringId: string): Promise<{ unitId: string } | undefined> {
    return (
      await this.uow.query<{ unitId: string }>(`SELECT unit_id AS "unitId" FROM offering WHERE id = $1`, [offeringId])
    )[0];
  }

  /** @returns the results of which there was no evidence yet, with the ids of the new evidence */
  async keepAsEvidence(
    results: readonly PassedResult[],
    now: Date,
  ): Promise<(PassedResult & { readonly evidenceId: string })[]> {
    const rows = results.map((result) => ({ ...result, evidenceId: uuidv7() }));
    const kept = await this.uow.query<{ id: string }>(
      `INSERT INTO evidence (id, person_id, kind, subject, achieved_on, source, recorded_at, cause)
       SELECT r."evidenceId", r."personId", 'course-result', r."courseCode", r."completedOn",
              jsonb_build_object('courseResultId', r."courseResultId", 'offeringId', r."offeringId"), $2, 'course-result:' || r."courseResultId"
       FROM jsonb_to_recordset($1::jsonb) AS r("evidenceId" uuid, "personId" uuid, "courseCode" text, "completedOn" date, "courseResultId" uuid, "offeringId" uuid)
       ORDER BY r."evidenceId" ON CONFLICT (cause) DO NOTHING RETURNING id`,
      [JSON.stringify(rows), now],
    );
    const ids = new Set(kept.map(({ id }) => id));
    return rows.filter(({ evidenceId }) => ids.has(evidenceId));
  }

  /** The rules in force on the day, by scheme. */
  rulesInForce(on: CivilDate): Promise<{ schemeId: string; rules: SchemeVersionRules }[]> {
    return this.uow.query(
      `SELECT DISTINCT ON (scheme_id) scheme_id AS "schemeId", rules FROM scheme_version
       WHERE state = 'published' AND effective_from <= $1 ORDER BY scheme_id, effective_from DESC, number DESC`,
      [on],
    );
  }

  private passed(condition: string, id: string): Promise<PassedResult[]> {
    return this.uow.query<PassedResult>(
      `SELECT r.id AS "courseResultId", r.completed_on::text AS "completedOn", ${CONTEXT}
       FROM ${RESULTS} WHERE ${condition} AND r.superseded_at IS NULL AND r.outcome = 'passed' ORDER BY n.person_id`,
      [id],
    );
  }
}
