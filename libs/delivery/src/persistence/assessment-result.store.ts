import { Injectable } from '@nestjs/common';
import { uuidv7, type CivilDate } from '@jssu/kernel';
import { UnitOfWork } from '@jssu/platform';
import type { RecordedScore } from '../domain/admit-attempt.js';

export interface ScoreOfEnrolment extends RecordedScore {
  enrolmentId: string;
}

/** A score with its place and its subject. */
export interface PlacedScore extends ScoreOfEnrolment {
  offeringId: string;
  personId: string;
}

export interface ScoreDraft {
  readonly enrolmentId: string;
  readonly code: string;
  readonly attempt: number;
  readonly score: number;
  readonly takenOn: CivilDate;
  readonly examinerId: string;
  readonly supersedes: string | null;
}

const COLUMNS = `a.id, a.enrolment_id AS "enrolmentId", a.assessment_code AS code, a.attempt, a.score::float8 AS score,
  a.taken_on::text AS "takenOn", a.examiner_id AS "examinerId"`;

@Injectable()
export class AssessmentResultStore {
  constructor(private readonly uow: UnitOfWork) {}

  /** The scores that stand, of these enrolments. */
  current(enrolmentIds: readonly string[]): Promise<ScoreOfEnrolment[]> {
    return this.uow.query<ScoreOfEnrolment>(
      `SELECT ${COLUMNS} FROM assessment_result a WHERE a.enrolment_id = ANY($1::uuid[]) AND a.superseded_at IS NULL`,
      [enrolmentIds],
    );
  }

  /** One score, whether it stands or not; undefined when there is none. */
  async find(id: string): Promise<PlacedScore | undefined> {
    const [row] = await this.uow.query<PlacedScore>(
      `SELECT ${COLUMNS}, e.offering_id AS "offeringId", e.person_id AS "personId"
       FROM assessment_result a JOIN enrolment e ON e.id = a.enrolment_id WHERE a.id = $1`,
      [id],
    );
    return row;
  }

  /** Which of these people are on record. */
  async known(personIds: readonly string[]): Promise<Set<string>> {
    const rows = await this.uow.query<{ id: string }>(`SELECT id FROM person WHERE id = ANY($1::uuid[])`, [personIds]);
    return new Set(rows.map(({ id }) => id));
  }

  /** Writes scores, over those that they supersede. @returns their ids in order */
  async write(
    drafts: readonly ScoreDraft[],
    by: { readonly personId: string | null; readonly reason: string | null; readonly now: Date },
  ): Promise<string[]> {
    const rows = drafts.map((draft) => ({ id: uuidv7(), ...draft }));
    await this.supersede(
      rows.flatMap(({ supersedes }) => supersedes ?? []),
      by.now,
    );
    await this.uow.query(
      `INSERT INTO assessment_result (id, enrolment_id, assessment_code, attempt, score, taken_on, examiner_id, recorded_by, recorded_at, reason, supersedes)
       SELECT r.id, r."enrolmentId", r.code, r.attempt, r.score, r."takenOn", r."examinerId", $2, $3, $4, r.supersedes
       FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, "enrolmentId" uuid, code text, attempt int, score numeric, "takenOn" date,
                                               "examinerId" uuid, supersedes uuid)`,
      [JSON.stringify(rows), by.personId, by.now, by.reason],
    );
    return rows.map(({ id }) => id);
  }

  /** Takes a score back: who did it and why stands in a row that supersedes it and stands itself at no time. */
  async withdraw(
    id: string,
    by: { readonly personId: string | null; readonly reason: string; readonly now: Date },
  ): Promise<void> {
    await this.supersede([id], by.now);
    await this.uow.query(
      `INSERT INTO assessment_result (id, enrolment_id, assessment_code, attempt, score, taken_on, examiner_id, recorded_by, recorded_at,
                                      reason, supersedes, superseded_at, withdrawn)
       SELECT $2, a.enrolment_id, a.assessment_code, a.attempt, a.score, a.taken_on, a.examiner_id, $3, $4, $5, a.id, $4, true
       FROM assessment_result a WHERE a.id = $1`,
      [id, uuidv7(), by.personId, by.now, by.reason],
    );
  }

  private async supersede(ids: readonly string[], now: Date): Promise<void> {
    if (ids.length === 0) return;
    await this.uow.query(`UPDATE assessment_result SET superseded_at = $2 WHERE id = ANY($1::uuid[])`, [ids, now]);
  }
}
