import { Injectable } from '@nestjs/common';
import { uuidv7 } from '@jssu/kernel';
import { platformErrors, UnitOfWork, type Scope } from '@jssu/platform';
import { OfferingStore, type OfferingRecord } from '@jssu/scheduling';
import type { Mark, MarkDraft } from '../domain/mark.js';
import type { SessionRegister } from '../domain/obstacles.js';
import type { RegisterState } from '../domain/register-state.js';
import { SESSION_MINUTES } from './session.sql.js';

export interface SessionRecord {
  id: string;
  offeringId: string;
  start: Date;
  minutes: number;
  state: 'scheduled' | 'held' | 'cancelled';
}

export interface RegisterRecord {
  state: RegisterState;
  submittedBy: string | null;
  version: number;
}

export interface LockedRegister {
  readonly offering: OfferingRecord;
  readonly session: SessionRecord;
  readonly register: RegisterRecord;
}

@Injectable()
export class RegisterStore {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly offerings: OfferingStore,
  ) {}

  /**
   * The register of a session with its offering, which is locked until the transaction ends; made when it was not there.
   * @throws `platform.not-found` for a session that is not there or whose offering a unit outside the scope runs
   */
  async lock(scope: Scope, sessionId: string): Promise<LockedRegister> {
    const [found] = await this.uow.query<{ offeringId: string }>(
      `SELECT offering_id AS "offeringId" FROM session WHERE id = $1`,
      [sessionId],
    );
    if (!found) throw platformErrors['not-found']({ what: 'session' });
    const offering = await this.offerings.lock(scope, found.offeringId);
    await this.uow.query(`INSERT INTO register (session_id) VALUES ($1) ON CONFLICT DO NOTHING`, [sessionId]);
    const [row] = await this.uow.query<
      SessionRecord & { registerState: RegisterState } & Omit<RegisterRecord, 'state'>
    >(
      `SELECT s.id, s.offering_id AS "offeringId", lower(s.during) AS "start", ${SESSION_MINUTES} AS minutes, s.state,
              r.state AS "registerState", r.submitted_by AS "submittedBy", r.version
       FROM session s JOIN register r ON r.session_id = s.id WHERE s.id = $1`,
      [sessionId],
    );
    const { registerState, submittedBy, version, ...session } = row;
    return { offering, session, register: { state: registerState, submittedBy, version } };
  }

  /** The registers of all sessions of an offering but the cancelled ones; one that was never opened is open. */
  ofOffering(offeringId: string): Promise<(SessionRegister & { end: Date })[]> {
    return this.uow.query(
      `SELECT s.id AS "sessionId", s.number, lower(s.during) AS "start", upper(s.during) AS "end", coalesce(r.state, 'open') AS state
       FROM session s LEFT JOIN register r ON r.session_id = s.id
       WHERE s.offering_id = $1 AND s.state <> 'cancelled' ORDER BY s.number`,
      [offeringId],
    );
  }

  /** The marks that stand, by enrolment. */
  async marks(sessionId: string): Promise<Map<string, Mark>> {
    const rows = await this.uow.query<Mark>(
      `SELECT id, enrolment_id AS "enrolmentId", status, minutes, note, device, marked_by AS "markedBy", marked_at AS "markedAt"
       FROM attendance_mark
       WHERE session_id = $1 AND superseded_at IS NULL`,
      [sessionId],
    );
    return new Map(rows.map((row) => [row.enrolmentId, row]));
  }

  /** Writes marks over their former ones, and the register's next version. */
  async write(
    sessionId: string,
    drafts: readonly MarkDraft[],
    by: { readonly personId: string | null; readonly reason: string | null; readonly now: Date },
  ): Promise<void> {
    const rows = drafts.map(({ former, markedAt, ...draft }) => ({
      id: uuidv7(),
      ...draft,
      markedAt: markedAt.toISOString(),
      supersedes: former?.id ?? null,
    }));
    await this.uow.query(`UPDATE attendance_mark SET superseded_at = $2 WHERE id = ANY($1::uuid[])`, [
      rows.flatMap(({ supersedes }) => supersedes ?? []),
      by.now,
    ]);
    await this.uow.query(
      `INSERT INTO attendance_mark (id, session_id, enrolment_id, status, minutes, note, device, marked_at, marked_by, recorded_at, reason, supersedes)
       SELECT r.id, $2, r."enrolmentId", r.status, r.minutes, r.note, r.device, r."markedAt", $3, $4, $5, r.supersedes
       FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, "enrolmentId" uuid, status text, minutes int, note text, device text,
                                               "markedAt" timestamptz, supersedes uuid)`,
      [JSON.stringify(rows), sessionId, by.personId, by.now, by.reason],
    );
    await this.uow.query(`UPDATE register SET version = version + 1 WHERE session_id = $1`, [sessionId]);
  }

  /** Takes the register to another state; who signs and when is forgotten by reopening it. @returns the next version */
  async move(sessionId: string, to: RegisterState, by: string | null, now: Date): Promise<number> {
    const set = {
      open: 'submitted_by = NULL, submitted_at = NULL',
      submitted: 'submitted_by = $3, submitted_at = $4',
      countersigned: 'countersigned_by = $3, countersigned_at = $4',
    }[to];
    const [{ version }] = await this.uow.query<{ version: number }>(
      `UPDATE register SET state = $2, ${set}, version = version + 1 WHERE session_id = $1 RETURNING version`,
      to === 'open' ? [sessionId, to] : [sessionId, to, by, now],
    );
    return version;
  }
}
