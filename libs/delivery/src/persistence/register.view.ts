import { Injectable } from '@nestjs/common';
import type { EnrolmentState } from '@jssu/enrolment';
import type { Zone } from '@jssu/kernel';
import { platformErrors, scopeSql, UnitOfWork, type Scope } from '@jssu/platform';
import { PERSON_NAMES, type PersonNames } from '@jssu/people';
import type { AttendanceStatus } from '../domain/mark.js';
import type { RegisterState } from '../domain/register-state.js';
import { SESSION_MINUTES } from './session.sql.js';

export interface RegisterLine extends PersonNames {
  enrolmentId: string;
  personId: string;
  serviceNumber: string;
  rank: string;
  seatNumber: number | null;
  enrolmentState: EnrolmentState;
  /** The mark that stands. */
  mark: {
    id: string;
    status: AttendanceStatus;
    minutes: number;
    note: string | null;
    device: string | null;
    markedAt: string;
    markedBy: string | null;
    /** Why it differs from a former one, where it was corrected. */
    reason: string | null;
  } | null;
}

export interface RegisterDocument {
  sessionId: string;
  offeringId: string;
  offeringCode: string;
  number: number;
  blockCode: string;
  start: Date;
  end: Date;
  /** Of the offering: in which its times are read. */
  zone: Zone;
  minutes: number;
  sessionState: 'scheduled' | 'held' | 'cancelled';
  state: RegisterState;
  submittedBy: string | null;
  submittedAt: Date | null;
  countersignedBy: string | null;
  countersignedAt: Date | null;
  version: number;
  people: RegisterLine[];
}

/** A mark that stands or stood. */
export interface MarkRow {
  id: string;
  status: AttendanceStatus;
  minutes: number;
  note: string | null;
  markedAt: Date;
  recordedAt: Date;
  /** Null for an account without a person. */
  markedBy: PersonNames | null;
  reason: string | null;
}

@Injectable()
export class RegisterView {
  constructor(private readonly uow: UnitOfWork) {}

  /** The register as one document, by seat; those who left the course appear where they were marked. */
  async one(scope: Scope, sessionId: string): Promise<RegisterDocument> {
    const params: unknown[] = [sessionId];
    const [row] = await this.uow.query<RegisterDocument>(
      `SELECT s.id AS "sessionId", s.offering_id AS "offeringId", o.code AS "offeringCode", s.number, s.block_code AS "blockCode",
              lower(s.during) AS "start", upper(s.during) AS "end", o.zone, ${SESSION_MINUTES} AS minutes, s.state AS "sessionState",
              coalesce(r.state, 'open') AS state, r.submitted_by AS "submittedBy", r.submitted_at AS "submittedAt",
              r.countersigned_by AS "countersignedBy", r.countersigned_at AS "countersignedAt", coalesce(r.version, 1) AS version,
              coalesce(l.people, '[]') AS people
       FROM session s JOIN offering o ON o.id = s.offering_id LEFT JOIN register r ON r.session_id = s.id
       CROSS JOIN LATERAL (
         SELECT json_agg(json_build_object('enrolmentId', e.id, 'personId', e.person_id, 'nameEn', p.name_en, 'nameUr', p.name_ur,
                  'nameZh', p.name_zh, 'serviceNumber', p.service_number, 'rank', p.rank, 'seatNumber', e.seat_number,
                  'enrolmentState', e.state, 'mark', CASE WHEN m.id IS NOT NULL THEN json_build_object('id', m.id, 'status', m.status,
                    'minutes', m.minutes, 'note', m.note, 'device', m.device, 'markedAt', m.marked_at, 'markedBy', m.marked_by,
                    'reason', m.reason) END) ORDER BY e.seat_number, p.name_en, e.id) AS people
         FROM enrolment e JOIN person p ON p.id = e.person_id
         LEFT JOIN attendance_mark m ON m.enrolment_id = e.id AND m.session_id = s.id AND m.superseded_at IS NULL
         WHERE e.offering_id = s.offering_id AND (e.state IN ('confirmed', 'attending', 'completed') OR m.id IS NOT NULL)) l
       WHERE s.id = $1 AND ${scopeSql(scope, { unit: 'o.unit_id' }, params)}`,
      params,
    );
    if (!row) throw platformErrors['not-found']({ what: 'session' });
    return row;
  }

  /** Every mark of one trainee in a session, the newest first: the first of them stands, the others are superseded. */
  async marksOf(scope: Scope, sessionId: string, enrolmentId: string): Promise<MarkRow[]> {
    const params: unknown[] = [sessionId, enrolmentId];
    const rows = await this.uow.query<(Omit<MarkRow, 'markedBy'> & PersonNames) | { id: null }>(
      `SELECT m.id, m.status, m.minutes, m.note, m.marked_at AS "markedAt", m.recorded_at AS "recordedAt", m.reason, ${PERSON_NAMES}
       FROM session s JOIN offering o ON o.id = s.offering_id
       LEFT JOIN attendance_mark m ON m.session_id = s.id AND m.enrolment_id = $2 LEFT JOIN person p ON p.id = m.marked_by
       WHERE s.id = $1 AND ${scopeSql(scope, { unit: 'o.unit_id' }, params)}
       ORDER BY m.superseded_at DESC NULLS FIRST, m.id DESC`,
      params,
    );
    if (rows.length === 0) throw platformErrors['not-found']({ what: 'session' });
    return rows.flatMap((row) => {
      if (row.id === null) return [];
      const { nameEn, nameUr, nameZh, ...mark } = row;
      return { ...mark, markedBy: nameEn ? { nameEn, nameUr, nameZh } : null };
    });
  }
}
