import { Injectable } from '@nestjs/common';
import { WAITLIST_RANK, type EnrolmentState, type IncompleteReason } from '@jssu/enrolment';
import type { CivilDate, Locale, LocalizedText, Zone } from '@jssu/kernel';
import { decodeCursor, keysetPage, platformErrors, scopeSql, UnitOfWork, type Page, type Scope } from '@jssu/platform';
import { offeringVisibleSql, type OfferingState } from '@jssu/scheduling';
import { PERSON_NAMES, type PersonNames } from '@jssu/people';
import type { RecordedScore } from '../domain/admit-attempt.js';
import type { BlockTally } from '../domain/attendance.js';
import type { Outcome, Shortfall } from '../domain/judge.js';
import { SCORES, talliesSql } from './session.sql.js';

/** Whose training a reader sees: that of people in one scope, and that of anybody in offerings of another. */
export interface TrainingAccess {
  readonly people: Scope;
  readonly offerings: Scope | undefined;
}

export interface ResultRow {
  id: string;
  outcome: Outcome;
  shortfalls: Shortfall[];
  average: number | null;
  minutesAttended: number;
  minutesTotal: number;
  completedOn: CivilDate;
}

interface RecordRow {
  enrolmentId: string;
  state: EnrolmentState;
  courseVersionId: string;
  /** Null before and after delivery. */
  tallies: BlockTally[] | null;
  scores: RecordedScore[] | null;
  result: ResultRow | null;
}

/** One enrolment of a person with its offering. */
export interface TrainingRow extends RecordRow {
  incompleteReason: IncompleteReason | null;
  waitlistRank: number | null;
  offeringId: string;
  offeringCode: string;
  offeringState: OfferingState;
  language: Locale;
  zone: Zone;
  startsOn: CivilDate;
  endsOn: CivilDate;
  courseCode: string;
  courseTitle: LocalizedText;
  nextSessionId: string | null;
  nextBlockCode: string | null;
  nextStart: Date | null;
  nextEnd: Date | null;
  nextVenue: { code: string; name: LocalizedText; site: LocalizedText } | null;
}

/** One trainee of an offering. */
export interface TraineeProgressRow extends RecordRow, PersonNames {
  personId: string;
  serviceNumber: string;
  rank: string;
  unitId: string;
}

const IN_DELIVERY = `e.state IN ('confirmed', 'attending')`;
const RECORD = `e.id AS "enrolmentId", e.state, o.course_version_id AS "courseVersionId", t.tallies, c.scores,
  CASE WHEN r.id IS NOT NULL THEN json_build_object('id', r.id, 'outcome', r.outcome, 'shortfalls', r.shortfalls, 'average', r.average,
    'minutesAttended', r.minutes_attended, 'minutesTotal', r.minutes_total, 'completedOn', r.completed_on) END AS result`;
const RECORD_FROM = `enrolment e JOIN offering o ON o.id = e.offering_id
  LEFT JOIN course_result r ON r.enrolment_id = e.id AND r.superseded_at IS NULL
  CROSS JOIN LATERAL (${talliesSql(IN_DELIVERY)}) t CROSS JOIN LATERAL (${SCORES}) c`;

@Injectable()
export class TrainingView {
  constructor(private readonly uow: UnitOfWork) {}

  /**
   * The enrolments of a person, the latest offering first, in one statement.
   * @param access all of them when left out: the person's own
   */
  async ofPerson(
    personId: string,
    { now, limit, cursor, access }: { now: Date; limit: number; cursor?: string; access?: TrainingAccess },
  ): Promise<Page<TrainingRow>> {
    const params: unknown[] = [personId, now];
    const where = [`e.person_id = $1`];
    if (access) where.push(visibleSql(access, params));
    const key = decodeCursor(cursor, 2);
    if (key) where.push(`(o.starts_on, e.id) < ($${params.push(key[0])}::date, $${params.push(key[1])}::uuid)`);
    const rows = await this.uow.query<TrainingRow>(
      `SELECT ${RECORD}, e.incomplete_reason AS "incompleteReason", ${WAITLIST_RANK} AS "waitlistRank", o.id AS "offeringId",
              o.code AS "offeringCode", o.state AS "offeringState", o.language, o.zone, o.starts_on::text AS "startsOn",
              o.ends_on::text AS "endsOn", k.code AS "courseCode", k.title AS "courseTitle", n.*
       FROM ${RECORD_FROM}
       JOIN course_version v ON v.id = o.course_version_id JOIN course k ON k.id = v.course_id
       ${access ? 'JOIN person p ON p.id = e.person_id' : ''}
       LEFT JOIN LATERAL (
         SELECT s.id AS "nextSessionId", s.block_code AS "nextBlockCode", lower(s.during) AS "nextStart", upper(s.during) AS "nextEnd",
                (SELECT json_build_object('code', l.code, 'name', l.name, 'site', i.name)
                 FROM booking b JOIN venue l ON l.id = b.resource_id JOIN site i ON i.id = l.site_id
                 WHERE b.session_id = s.id AND b.kind = 'venue' ORDER BY l.code LIMIT 1) AS "nextVenue"
         FROM session s
         WHERE s.offering_id = e.offering_id AND s.state = 'scheduled' AND upper(s.during) > $2
           AND e.state IN ('reserved', 'confirmed', 'attending')
         ORDER BY lower(s.during) LIMIT 1) n ON TRUE
       WHERE ${where.join(' AND ')} ORDER BY o.starts_on DESC, e.id DESC LIMIT $${params.push(limit + 1)}`,
      params,
      { prepared: true },
    );
    return keysetPage(rows, limit, (row) => [row.startsOn, row.enrolmentId]);
  }

  /** @throws `platform.not-found` for a person of whom the reader sees neither the record nor any training */
  async assertVisible(personId: string, access: TrainingAccess): Promise<void> {
    const params: unknown[] = [personId];
    const own = scopeSql(access.people, { unit: 'p.unit_id', person: 'p.id' }, params);
    const taught = access.offerings ? scopeSql(access.offerings, { unit: 'o.unit_id' }, params) : 'FALSE';
    const rows = await this.uow.query(
      `SELECT FROM person p WHERE p.id = $1 AND (${own}
         OR EXISTS (SELECT FROM enrolment e JOIN offering o ON o.id = e.offering_id WHERE e.person_id = p.id AND ${taught}))`,
      params,
    );
    if (rows.length === 0) throw platformErrors['not-found']({ what: 'person' });
  }

  /**
   * Those trainees of an offering whom the reader sees, by name.
   * @throws `platform.not-found` for an offering that is not there or that the reader may not know of
   */
  async ofOffering(offeringId: string, access: TrainingAccess): Promise<TraineeProgressRow[]> {
    const params: unknown[] = [offeringId];
    const rows = await this.uow.query<TraineeProgressRow>(
      `SELECT ${RECORD}, e.person_id AS "personId", ${PERSON_NAMES},
              p.service_number AS "serviceNumber", p.rank, p.unit_id AS "unitId"
       FROM ${RECORD_FROM} JOIN person p ON p.id = e.person_id
       WHERE e.offering_id = $1 AND e.state IN ('confirmed', 'attending', 'completed', 'incomplete') AND ${visibleSql(access, params)}
       ORDER BY p.name_en, e.id`,
      params,
    );
    if (rows.length === 0) await this.assertOfferingVisible(offeringId, access);
    return rows;
  }

  private async assertOfferingVisible(offeringId: string, { people, offerings }: TrainingAccess): Promise<void> {
    const params: unknown[] = [offeringId];
    const known = offeringVisibleSql(people, params);
    const taught = offerings ? scopeSql(offerings, { unit: 'o.unit_id' }, params) : 'FALSE';
    const rows = await this.uow.query(`SELECT FROM offering o WHERE o.id = $1 AND (${known} OR ${taught})`, params);
    if (rows.length === 0) throw platformErrors['not-found']({ what: 'offering' });
  }
}

/** Over person `p`, enrolment `e` and offering `o`. */
function visibleSql({ people, offerings }: TrainingAccess, params: unknown[]): string {
  const own = scopeSql(people, { unit: 'p.unit_id', person: 'e.person_id' }, params);
  const taught = offerings ? scopeSql(offerings, { unit: 'o.unit_id' }, params) : 'FALSE';
  return `(${own} OR ${taught})`;
}
