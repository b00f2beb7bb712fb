import { Injectable } from '@nestjs/common';
import { toTstzrange, type LocalizedText, type TimeRange, type Zone } from '@jssu/kernel';
import { decodeCursor, keysetPage, platformErrors, scopeSql, UnitOfWork, type Page, type Scope } from '@jssu/platform';
import { localIso } from '../domain/local-time.js';
import type { OfferingState } from '../domain/offering-state.js';
import { PERSON_NAME } from './names.sql.js';
import { offeringVisibleSql } from './offering.store.js';
import type { SessionState } from './session.store.js';

/** A session for screens; times with the offset of the offering's zone. */
export interface SessionRow {
  id: string;
  number: number;
  offeringId: string;
  offeringCode: string;
  offeringState: OfferingState;
  blockCode: string;
  start: string;
  end: string;
  zone: Zone;
  state: SessionState;
  stateReason: string | null;
  /** False after a postponement, until it has a new time: its present time claims nobody. */
  booked: boolean;
  instructors: { personId: string; name: LocalizedText; role: string }[];
  venue: { id: string; code: string; name: LocalizedText } | null;
  equipment: { id: string; code: string; name: LocalizedText; quantity: number }[];
  /** How many are booked. */
  trainees: number;
  version: number;
}

/** A session in somebody's own calendar. */
export interface OwnSessionRow extends SessionRow {
  /** An instructor's role, or `trainee`. */
  as: string;
}

export interface SessionFilter {
  readonly during?: TimeRange;
  readonly offeringId?: string;
  readonly venueId?: string;
  /** Booked as an instructor; as a trainee only where the reader reaches the person. */
  readonly personId?: string;
}

type Read<T> = Omit<T, 'start' | 'end'> & { start: Date; end: Date };

const COLUMNS = `s.id, s.number, s.offering_id AS "offeringId", o.code AS "offeringCode", o.state AS "offeringState",
  s.block_code AS "blockCode", lower(s.during) AS start, upper(s.during) AS "end", o.zone, s.state, s.state_reason AS "stateReason",
  s.unbooked IS NULL AS booked, s.version,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('personId', p.id, 'name', ${PERSON_NAME}, 'role', b.role) ORDER BY p.name_en, p.id), '[]')
   FROM booking b JOIN person p ON p.id = b.resource_id WHERE b.session_id = s.id AND b.kind = 'instructor') AS instructors,
  (SELECT jsonb_build_object('id', v.id, 'code', v.code, 'name', v.name)
   FROM booking b JOIN venue v ON v.id = b.resource_id WHERE b.session_id = s.id AND b.kind = 'venue') AS venue,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('id', e.id, 'code', e.code, 'name', e.name, 'quantity', b.quantity) ORDER BY e.code), '[]')
   FROM booking b JOIN equipment e ON e.id = b.resource_id WHERE b.session_id = s.id AND b.kind = 'equipment') AS equipment,
  (SELECT count(*)::int FROM booking b WHERE b.session_id = s.id AND b.kind = 'trainee') AS trainees`;
const FROM = `FROM session s JOIN offering o ON o.id = s.offering_id`;

@Injectable()
export class SessionView {
  constructor(private readonly uow: UnitOfWork) {}

  /** All sessions of an offering that the caller may show, by number. */
  async ofOffering(offeringId: string): Promise<SessionRow[]> {
    const rows = await this.uow.query<Read<SessionRow>>(
      `SELECT ${COLUMNS} ${FROM} WHERE s.offering_id = $1 ORDER BY s.number`,
      [offeringId],
    );
    return rows.map(told);
  }

  /** @throws `platform.not-found` for one that is not there or whose offering may not be seen */
  async one(scope: Scope, id: string): Promise<SessionRow> {
    const params: unknown[] = [id];
    const visible = offeringVisibleSql(scope, params);
    const [row] = await this.uow.query<Read<SessionRow>>(
      `SELECT ${COLUMNS} ${FROM} WHERE s.id = $1 AND ${visible}`,
      params,
    );
    if (!row) throw platformErrors['not-found']({ what: 'session' });
    return told(row);
  }

  /** Sessions of offerings that may be seen, by their start. */
  async list(scope: Scope, filter: SessionFilter, limit: number, cursor?: string): Promise<Page<SessionRow>> {
    const params: unknown[] = [];
    const where = [offeringVisibleSql(scope, params)];
    if (filter.during) where.push(overlapsSql(filter.during, params));
    if (filter.offeringId) where.push(`s.offering_id = $${params.push(filter.offeringId)}`);
    if (filter.venueId)
      where.push(
        `EXISTS (SELECT FROM booking b WHERE b.session_id = s.id AND b.kind = 'venue' AND b.resource_id = $${params.push(filter.venueId)})`,
      );
    if (filter.personId) {
      const person = `$${params.push(filter.personId)}`;
      const reached = scopeSql(scope, { unit: 'p.unit_id', person: 'p.id' }, params);
      where.push(`EXISTS (SELECT FROM booking b JOIN person p ON p.id = b.resource_id
        WHERE b.session_id = s.id AND b.resource_id = ${person} AND (b.kind = 'instructor' OR ${reached}))`);
    }
    return this.page<SessionRow>(`SELECT ${COLUMNS} ${FROM}`, where, params, limit, cursor);
  }

  /** Sessions for which the person is booked, by their start. */
  mine(personId: string, during: TimeRange, limit: number, cursor?: string): Promise<Page<OwnSessionRow>> {
    const params: unknown[] = [personId];
    return this.page<OwnSessionRow>(
      `SELECT ${COLUMNS}, coalesce(own.role, own.kind) AS "as" ${FROM}
       JOIN booking own ON own.session_id = s.id AND own.resource_id = $1`,
      [overlapsSql(during, params)],
      params,
      limit,
      cursor,
    );
  }

  private async page<T extends SessionRow>(
    select: string,
    where: string[],
    params: unknown[],
    limit: number,
    cursor?: string,
  ): Promise<Page<T>> {
    const key = decodeCursor(cursor, 2);
    if (key)
      where.push(`(lower(s.during), s.id) > ($${params.push(key[0])}::timestamptz, $${params.push(key[1])}::uuid)`);
    const rows = await this.uow.query<Read<T>>(
      `${select} WHERE ${where.join(' AND ')} ORDER BY lower(s.during), s.id LIMIT ${limit + 1}`,
      params,
    );
    const { items, nextCursor } = keysetPage(rows, limit, (row) => [row.start.toISOString(), row.id]);
    return { items: items.map((row) => told<T>(row)), nextCursor };
  }
}

/** A session lasts at most 24 hours: the index on its start finds those that overlap. */
function overlapsSql(during: TimeRange, params: unknown[]): string {
  const range = `$${params.push(toTstzrange(during))}::tstzrange`;
  return `s.during && ${range} AND lower(s.during) > lower(${range}) - interval '24 hours' AND lower(s.during) < upper(${range})`;
}

function told<T extends SessionRow>(row: Read<T>): T {
  return { ...row, start: localIso(row.start, row.zone), end: localIso(row.end, row.zone) } as unknown as T;
}
