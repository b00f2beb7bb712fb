import { Injectable } from '@nestjs/common';
import { fromTstzrange, toTstzrange, type TimeRange } from '@jssu/kernel';
import { UnitOfWork, type Scope } from '@jssu/platform';
import type { Clash, Resource } from '../domain/clash.js';
import type { PoolBooking } from '../domain/pool-usage.js';
import { offeringVisibleSql } from './offering.store.js';

/** For which session the time is wanted: its own bookings never stand in its way. */
export interface Claimant {
  readonly offeringId: string;
  readonly sessionId: string;
}

interface OtherSession {
  readonly during: string;
  readonly offeringId: string;
  readonly offeringCode: string;
  readonly sessionNumber: number;
  readonly blockCode: string;
}

const OTHER = `o.id AS "offeringId", o.code AS "offeringCode", s.number AS "sessionNumber", s.block_code AS "blockCode"`;

/** What others have booked. Read under the locks of the resources. */
@Injectable()
export class ClashReader {
  constructor(private readonly uow: UnitOfWork) {}

  /** Sessions of the same offering at that time. */
  async ownClashes({ offeringId, sessionId }: Claimant, during: TimeRange, offering: Resource): Promise<Clash[]> {
    const rows = await this.uow.query<OtherSession>(
      `SELECT s.during::text, ${OTHER} FROM session s JOIN offering o ON o.id = s.offering_id
       WHERE s.offering_id = $1 AND s.id <> $2 AND s.state <> 'cancelled' AND s.unbooked IS NULL AND s.during && $3::tstzrange
       ORDER BY s.during`,
      [offeringId, sessionId, toTstzrange(during)],
    );
    return rows.map(({ during: booked, ...other }) => ({
      resource: offering,
      booked: fromTstzrange(booked),
      with: other,
    }));
  }

  /** Bookings of exclusive resources for other offerings at that time; which ones is told as far as the scope reaches. */
  async clashes(
    scope: Scope,
    { offeringId }: Claimant,
    during: TimeRange,
    exclusive: readonly Resource[],
  ): Promise<Clash[]> {
    const params: unknown[] = [exclusive.map(({ id }) => id), toTstzrange(during), offeringId];
    const rows = await this.uow.query<OtherSession & { resourceId: string; visible: boolean }>(
      `SELECT b.resource_id AS "resourceId", b.during::text, ${OTHER}, ${offeringVisibleSql(scope, params)} AS visible
       FROM unnest($1::uuid[]) AS wanted (id)
       JOIN booking b ON b.exclusive AND b.resource_id = wanted.id AND b.during && $2::tstzrange
       JOIN session s ON s.id = b.session_id JOIN offering o ON o.id = s.offering_id
       WHERE o.id <> $3 ORDER BY b.during, b.resource_id`,
      params,
    );
    const resources = new Map(exclusive.map((resource) => [resource.id, resource]));
    return rows.flatMap(({ resourceId, during: booked, visible, ...other }) => {
      const resource = resources.get(resourceId);
      return resource ? [{ resource, booked: fromTstzrange(booked), with: visible ? other : null }] : [];
    });
  }

  /** When at least one of the exclusive resources, or the offering itself, is taken within the range. */
  async busy(
    { offeringId, sessionId }: Claimant,
    within: TimeRange,
    exclusive: readonly Resource[],
  ): Promise<TimeRange[]> {
    const rows = await this.uow.query<{ during: string }>(
      `SELECT unnest(range_agg(taken.during))::text AS during FROM (
         SELECT b.during FROM unnest($1::uuid[]) AS wanted (id)
         JOIN booking b ON b.exclusive AND b.resource_id = wanted.id AND b.during && $2::tstzrange AND b.session_id <> $4
         UNION ALL
         SELECT s.during FROM session s
         WHERE s.offering_id = $3 AND s.id <> $4 AND s.state <> 'cancelled' AND s.unbooked IS NULL AND s.during && $2::tstzrange
       ) AS taken`,
      [exclusive.map(({ id }) => id), toTstzrange(within), offeringId, sessionId],
    );
    return rows.map(({ during }) => fromTstzrange(during));
  }

  /** What is taken of pools within the range, by equipment. */
  async poolBookings(
    { sessionId }: Claimant,
    within: TimeRange,
    equipmentIds: readonly string[],
  ): Promise<ReadonlyMap<string, readonly PoolBooking[]>> {
    const taken = new Map<string, PoolBooking[]>(equipmentIds.map((id) => [id, []]));
    if (equipmentIds.length === 0) return taken;
    const rows = await this.uow.query<{ resourceId: string; quantity: number; during: string }>(
      `SELECT b.resource_id AS "resourceId", b.quantity, b.during::text
       FROM unnest($1::uuid[]) AS pool (id)
       JOIN booking b ON NOT b.exclusive AND b.resource_id = pool.id AND b.during && $2::tstzrange AND b.session_id <> $3`,
      [equipmentIds, toTstzrange(within), sessionId],
    );
    for (const { resourceId, quantity, during } of rows)
      taken.get(resourceId)?.push({ ...fromTstzrange(during), quantity });
    return taken;
  }
}
