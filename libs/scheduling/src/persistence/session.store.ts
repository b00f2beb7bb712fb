import { Injectable } from '@nestjs/common';
import { fromTstzrange, toTstzrange, type TimeRange } from '@jssu/kernel';
import { platformErrors, UnitOfWork, type Scope } from '@jssu/platform';
import type { BookedSession } from '../domain/feasibility.js';
import type { SessionResources } from '../domain/session-plan.js';
import { OfferingStore, type OfferingRecord } from './offering.store.js';
import { PERSON_NAME } from './names.sql.js';

export type SessionState = 'scheduled' | 'held' | 'cancelled';

/** A session as rules need it. */
export interface SessionRecord {
  readonly id: string;
  readonly number: number;
  readonly blockCode: string;
  readonly during: TimeRange;
  readonly state: SessionState;
  readonly version: number;
  /** What is booked, or was until the offering was postponed. */
  readonly resources: SessionResources;
}

/** What a session `s` holds, as the JSON of `SessionResources`. */
const RESOURCES = `jsonb_build_object(
  'instructors', (SELECT coalesce(jsonb_agg(jsonb_build_object('personId', b.resource_id, 'role', b.role) ORDER BY b.resource_id), '[]')
                  FROM booking b WHERE b.session_id = s.id AND b.kind = 'instructor'),
  'venueId', (SELECT b.resource_id FROM booking b WHERE b.session_id = s.id AND b.kind = 'venue'),
  'equipment', (SELECT coalesce(jsonb_agg(jsonb_build_object('equipmentId', b.resource_id, 'quantity', b.quantity) ORDER BY b.resource_id), '[]')
                FROM booking b WHERE b.session_id = s.id AND b.kind = 'equipment'))`;

@Injectable()
export class SessionStore {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly offerings: OfferingStore,
  ) {}

  /** The session with its offering, which is locked until the transaction ends. @throws `platform.not-found` */
  async lock(scope: Scope, id: string): Promise<{ offering: OfferingRecord; session: SessionRecord }> {
    const [found] = await this.uow.query<{ offeringId: string }>(
      `SELECT offering_id AS "offeringId" FROM session WHERE id = $1`,
      [id],
    );
    if (!found) throw platformErrors['not-found']({ what: 'session' });
    const offering = await this.offerings.lock(scope, found.offeringId);
    const [row] = await this.uow.query<Omit<SessionRecord, 'during'> & { during: string }>(
      `SELECT s.id, s.number, s.block_code AS "blockCode", s.during::text, s.state, s.version,
              coalesce(s.unbooked, ${RESOURCES}) AS resources FROM session s WHERE s.id = $1`,
      [id],
    );
    return { offering, session: { ...row, during: fromTstzrange(row.during) } };
  }

  /** @returns its number within the offering, which the caller has locked */
  async insert(id: string, offeringId: string, blockCode: string, during: TimeRange): Promise<number> {
    const [row] = await this.uow.query<{ number: number }>(
      `INSERT INTO session (id, offering_id, number, block_code, during)
       SELECT $1, $2, coalesce(max(number), 0) + 1, $3, $4::tstzrange FROM session WHERE offering_id = $2 RETURNING number`,
      [id, offeringId, blockCode, toTstzrange(during)],
    );
    return row.number;
  }

  /** Its time; it counts as booked again. @returns the new version */
  async move(id: string, during: TimeRange): Promise<number> {
    const [row] = await this.uow.query<{ version: number }>(
      `UPDATE session SET during = $2::tstzrange, unbooked = NULL, version = version + 1 WHERE id = $1 RETURNING version`,
      [id, toTstzrange(during)],
    );
    return row.version;
  }

  async setState(id: string, state: SessionState, reason: string | null): Promise<void> {
    await this.uow.query(
      `UPDATE session SET state = $2, state_reason = $3, unbooked = NULL, version = version + 1 WHERE id = $1`,
      [id, state, reason],
    );
  }

  /** Cancels what is scheduled. Its bookings are released apart. */
  async cancelScheduled(offeringId: string, reason: string): Promise<void> {
    await this.uow.query(
      `UPDATE session SET state = 'cancelled', state_reason = $2, unbooked = NULL, version = version + 1
       WHERE offering_id = $1 AND state = 'scheduled'`,
      [offeringId, reason],
    );
  }

  /** Notes what the scheduled sessions hold, before their bookings are released. */
  async unbookScheduled(offeringId: string): Promise<void> {
    await this.uow.query(
      `UPDATE session s SET unbooked = ${RESOURCES}, version = version + 1
       WHERE s.offering_id = $1 AND s.state = 'scheduled' AND s.unbooked IS NULL`,
      [offeringId],
    );
  }

  /** Those that are not cancelled, by number, with what is booked for them. */
  async live(offeringId: string): Promise<(BookedSession & { readonly state: SessionState })[]> {
    const rows = await this.uow.query<
      Omit<BookedSession, 'during'> & { readonly during: string; readonly state: SessionState }
    >(
      `SELECT s.id, s.number, s.block_code AS "blockCode", s.during::text, s.state, s.unbooked IS NULL AS booked,
              (SELECT coalesce(jsonb_agg(jsonb_build_object('personId', p.id, 'name', ${PERSON_NAME}, 'role', b.role) ORDER BY p.id), '[]')
               FROM booking b JOIN person p ON p.id = b.resource_id WHERE b.session_id = s.id AND b.kind = 'instructor') AS instructors,
              (SELECT jsonb_build_object('code', v.code, 'kind', v.kind, 'capacity', v.capacity)
               FROM booking b JOIN venue v ON v.id = b.resource_id WHERE b.session_id = s.id AND b.kind = 'venue') AS venue,
              (SELECT coalesce(jsonb_agg(jsonb_build_object('kind', e.kind, 'quantity', b.quantity)), '[]')
               FROM booking b JOIN equipment e ON e.id = b.resource_id WHERE b.session_id = s.id AND b.kind = 'equipment') AS equipment
       FROM session s WHERE s.offering_id = $1 AND s.state <> 'cancelled' ORDER BY s.number`,
      [offeringId],
    );
    return rows.map((row) => ({ ...row, during: fromTstzrange(row.during) }));
  }
}
