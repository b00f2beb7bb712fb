import { Injectable } from '@nestjs/common';
import { uuidv7 } from '@jssu/kernel';
import type { Prerequisite as CoursePrerequisite } from '@jssu/catalogue';
import { Clock, EVERYTHING, platformErrors, UnitOfWork } from '@jssu/platform';
import { OfferingStore, type OfferingRecord } from '@jssu/scheduling';
import type { Prerequisite } from '../domain/eligibility.js';
import type { EnrolmentState, IncompleteReason } from '../domain/enrolment-state.js';
import { reachSql, type EnrolmentReach } from './reach.js';

/** An enrolment as rules need it. */
export interface EnrolmentRecord {
  id: string;
  offeringId: string;
  personId: string;
  /** The person's unit when nominated. */
  unitId: string;
  priority: number;
  nominatedAt: Date;
  state: EnrolmentState;
  seatNumber: number | null;
  /** Whether the person still serves. */
  serves: boolean;
}

/** Where an enrolment belongs, found before anything is locked. */
export interface LocatedEnrolment {
  id: string;
  offeringId: string;
  personId: string;
  prerequisites: readonly Prerequisite[];
}

export interface NewEnrolment {
  readonly offeringId: string;
  readonly personId: string;
  readonly unitId: string;
  readonly priority: number;
  /** An account. */
  readonly nominatedBy: string | null;
  readonly state: EnrolmentState;
  /** A person. */
  readonly endorsedBy?: string | null;
  readonly seatNumber?: number | null;
  readonly substituteFor?: string;
  readonly walkOn?: boolean;
}

export interface Ending {
  readonly state: 'rejected' | 'cancelled' | 'substituted' | 'incomplete';
  readonly reason: string | null;
  readonly incompleteReason?: IncompleteReason;
  readonly transferredTo?: string | null;
}

@Injectable()
export class EnrolmentStore {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly offerings: OfferingStore,
    private readonly clock: Clock,
  ) {}

  /** Those of the ids that are there and within reach. */
  async locate(reach: EnrolmentReach, ids: readonly string[]): Promise<LocatedEnrolment[]> {
    const params: unknown[] = [ids];
    const rows = await this.uow.query<{
      id: string;
      offeringId: string;
      personId: string;
      prerequisites: CoursePrerequisite[];
    }>(
      `SELECT e.id, e.offering_id AS "offeringId", e.person_id AS "personId", v.prerequisites
       FROM enrolment e JOIN person p ON p.id = e.person_id JOIN offering o ON o.id = e.offering_id
       JOIN course_version v ON v.id = o.course_version_id
       WHERE e.id = ANY($1::uuid[]) AND ${reachSql(reach, params)}`,
      params,
    );
    return rows.map((row) => ({ ...row, prerequisites: prerequisiteKeys(row.prerequisites) }));
  }

  /** Enrolments as they are now, locked until the transaction ends; their offering is locked before. */
  lock(ids: readonly string[]): Promise<EnrolmentRecord[]> {
    return this.uow.query<EnrolmentRecord>(
      `SELECT e.id, e.offering_id AS "offeringId", e.person_id AS "personId", e.unit_id AS "unitId", e.priority,
              e.nominated_at AS "nominatedAt", e.state, e.seat_number AS "seatNumber", p.status = 'active' AS serves
       FROM enrolment e JOIN person p ON p.id = e.person_id WHERE e.id = ANY($1::uuid[]) ORDER BY e.id FOR UPDATE OF e`,
      [ids],
    );
  }

  /**
   * One enrolment with its offering, both locked until the transaction ends.
   * @throws `platform.not-found` for one that is not there or out of reach
   */
  async lockOne(reach: EnrolmentReach, id: string): Promise<{ offering: OfferingRecord; enrolment: EnrolmentRecord }> {
    const [located] = await this.locate(reach, [id]);
    if (!located) throw platformErrors['not-found']({ what: 'enrolment' });
    const offering = await this.offerings.lock(EVERYTHING, located.offeringId);
    const [enrolment] = await this.lock([id]);
    return { offering, enrolment };
  }

  /** Nominated, and where it says so endorsed, now. @returns the ids, in the order given */
  async insert(enrolments: readonly NewEnrolment[]): Promise<string[]> {
    if (enrolments.length === 0) return [];
    const rows = enrolments.map((enrolment) => ({ ...enrolment, id: uuidv7() }));
    await this.uow.query(
      `INSERT INTO enrolment (id, offering_id, person_id, unit_id, priority, nominated_at, nominated_by, state, endorsed_by, endorsed_at,
                              seat_number, substitute_for, walk_on)
       SELECT r.id, r."offeringId", r."personId", r."unitId", r.priority, $2::timestamptz, r."nominatedBy", r.state, r."endorsedBy",
              CASE WHEN r."endorsedBy" IS NOT NULL THEN $2::timestamptz END, r."seatNumber", r."substituteFor", coalesce(r."walkOn", false)
       FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, "offeringId" uuid, "personId" uuid, "unitId" uuid, priority int,
              "nominatedBy" uuid, state text, "endorsedBy" uuid, "seatNumber" int, "substituteFor" uuid, "walkOn" boolean)`,
      [JSON.stringify(rows), this.clock.now()],
    );
    return rows.map(({ id }) => id);
  }

  /** The seat, if there was one, is free from now on. */
  async end(id: string, { state, reason, incompleteReason, transferredTo }: Ending): Promise<void> {
    await this.uow.query(
      `UPDATE enrolment SET state = $2, state_reason = $3, incomplete_reason = $4, transferred_to = $5, seat_number = NULL,
              waiting_reason = NULL, version = version + 1 WHERE id = $1`,
      [id, state, reason, incompleteReason ?? null, transferredTo ?? null],
    );
  }
}

/** `course:<code>` and `scheme:<code>`, as holdings are named. */
export function prerequisiteKeys(prerequisites: readonly CoursePrerequisite[]): Prerequisite[] {
  return prerequisites.map(({ kind, code }) => ({ key: `${kind}:${code}` }));
}
