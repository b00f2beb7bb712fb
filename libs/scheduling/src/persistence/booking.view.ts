import { Injectable } from '@nestjs/common';
import { toTstzrange, type TimeRange, type Zone } from '@jssu/kernel';
import { decodeCursor, keysetPage, platformErrors, scopeSql, UnitOfWork, type Page, type Scope } from '@jssu/platform';
import { localIso } from '../domain/local-time.js';
import { offeringVisibleSql } from './offering.store.js';

/** A time at which a resource is taken. */
export interface BookingRow {
  id: string;
  resourceId: string;
  /** With the offset of the zone asked for. */
  start: string;
  end: string;
  /** Pieces, of pooled equipment. */
  quantity: number;
  exclusive: boolean;
  /** Null where the offering may not be seen: it is busy, and that is all. */
  for: {
    offeringId: string;
    offeringCode: string;
    sessionId: string;
    sessionNumber: number;
    blockCode: string;
    kind: string;
    role: string | null;
  } | null;
}

@Injectable()
export class BookingView {
  constructor(private readonly uow: UnitOfWork) {}

  /**
   * When venues, equipment or people are taken, by start. People: those of the scope, and instructors.
   * @throws `platform.not-found` when one is any other resource
   */
  async ofResources(
    scope: Scope,
    resourceIds: readonly string[],
    during: TimeRange,
    zone: Zone,
    limit: number,
    cursor?: string,
  ): Promise<Page<BookingRow>> {
    await this.assertMayAsk(scope, resourceIds);
    const params: unknown[] = [resourceIds, toTstzrange(during)];
    const visible = offeringVisibleSql(scope, params);
    const key = decodeCursor(cursor, 2);
    const after = key
      ? `AND (lower(b.during), b.id) > ($${params.push(key[0])}::timestamptz, $${params.push(key[1])}::uuid)`
      : '';
    const rows = await this.uow.query<Omit<BookingRow, 'start' | 'end'> & { start: Date; end: Date }>(
      `SELECT b.id, b.resource_id AS "resourceId", lower(b.during) AS start, upper(b.during) AS "end", b.quantity, b.exclusive,
              CASE WHEN ${visible} THEN jsonb_build_object('offeringId', o.id, 'offeringCode', o.code, 'sessionId', s.id,
                'sessionNumber', s.number, 'blockCode', s.block_code, 'kind', b.kind, 'role', b.role) END AS "for"
       FROM booking b JOIN session s ON s.id = b.session_id JOIN offering o ON o.id = s.offering_id
       WHERE b.resource_id = ANY($1::uuid[]) AND b.during && $2::tstzrange
         AND lower(b.during) > lower($2::tstzrange) - interval '24 hours' AND lower(b.during) < upper($2::tstzrange) ${after}
       ORDER BY lower(b.during), b.id LIMIT ${limit + 1}`,
      params,
    );
    const { items, nextCursor } = keysetPage(rows, limit, (row) => [row.start.toISOString(), row.id]);
    return {
      items: items.map((row) => ({ ...row, start: localIso(row.start, zone), end: localIso(row.end, zone) })),
      nextCursor,
    };
  }

  private async assertMayAsk(scope: Scope, resourceIds: readonly string[]): Promise<void> {
    const params: unknown[] = [resourceIds];
    const reached = scopeSql(scope, { unit: 'p.unit_id', person: 'p.id' }, params);
    const [unknown] = await this.uow.query(
      `SELECT 1 FROM unnest($1::uuid[]) AS asked (id)
       WHERE NOT EXISTS (SELECT FROM venue v WHERE v.id = asked.id)
         AND NOT EXISTS (SELECT FROM equipment e WHERE e.id = asked.id)
         AND NOT EXISTS (SELECT FROM person p WHERE p.id = asked.id AND (${reached} OR EXISTS (
           SELECT FROM instructor_authorisation a WHERE a.person_id = p.id AND a.withdrawn_at IS NULL)))`,
      params,
    );
    if (unknown) throw platformErrors['not-found']({ what: 'resource' });
  }
}
