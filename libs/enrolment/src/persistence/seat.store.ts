import { Injectable } from '@nestjs/common';
import { Clock, EXCLUSION_VIOLATION, pgConstraint, UnitOfWork } from '@jssu/platform';
import { TraineeBookings, type OfferingRecord, type TraineeClash } from '@jssu/scheduling';
import type { SeatPlan, SeatQuota, WaitingReason } from '../domain/allocate-seats.js';
import type { EnrolmentState } from '../domain/enrolment-state.js';
import { quotaUnitOf } from '../domain/quota.js';

/** One who is endorsed and has no seat yet. */
export interface Claimant {
  id: string;
  personId: string;
  unitId: string;
  priority: number;
  nominatedAt: Date;
  state: EnrolmentState;
  /** Null for one who has not waited yet. */
  waitingReason: WaitingReason | null;
}

/** The seats of an offering without those who want one; call under the offering's lock. */
export type SeatState = Omit<SeatPlan, 'claims'> & {
  readonly someoneWaits: boolean;
  /** The unit whose quota people of a unit draw on. */
  readonly quotaUnit: (unitId: string) => string;
};

export interface SeatChange {
  readonly id: string;
  readonly state: EnrolmentState;
  /** 1, 2, 3… for those who get a seat: the lowest free numbers go out in this order. */
  readonly turn: number | null;
  readonly reason: WaitingReason | null;
}

export interface SeatOutcome {
  id: string;
  personId: string;
  unitId: string;
  state: EnrolmentState;
  seatNumber: number | null;
  waitingReason: WaitingReason | null;
}

/** Seats and the time that they claim: every session of the offering. */
@Injectable()
export class SeatStore {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly bookings: TraineeBookings,
    private readonly clock: Clock,
  ) {}

  /** @param units of people who want a seat, besides those who hold one or wait */
  async read(offering: OfferingRecord, units: readonly string[] = []): Promise<SeatState> {
    const [{ quotas, held, someoneWaits }] = await this.uow.query<{
      quotas: SeatQuota[];
      held: Record<string, number>;
      someoneWaits: boolean;
    }>(
      `SELECT (SELECT coalesce(jsonb_agg(jsonb_build_object('unitId', unit_id, 'seats', seats, 'releaseOn', release_on) ORDER BY unit_id), '[]')
               FROM quota WHERE offering_id = $1) AS quotas,
              (SELECT coalesce(jsonb_object_agg(unit_id, n), '{}') FROM (
                 SELECT unit_id, count(*) AS n FROM enrolment WHERE offering_id = $1 AND seat_number IS NOT NULL GROUP BY unit_id) h) AS held,
              EXISTS (SELECT FROM enrolment WHERE offering_id = $1 AND state = 'waitlisted') AS "someoneWaits"`,
      [offering.id],
      { prepared: true },
    );
    const quotaUnit = await this.quotaUnits(offering.id, quotas, units);
    const byQuotaUnit = new Map<string, number>();
    for (const [unitId, seats] of Object.entries(held))
      byQuotaUnit.set(quotaUnit(unitId), (byQuotaUnit.get(quotaUnit(unitId)) ?? 0) + seats);
    const today = this.clock.today(offering.zone);
    return { capacity: offering.seatsMax, quotas, held: byQuotaUnit, today, someoneWaits, quotaUnit };
  }

  waiting(offeringId: string): Promise<Claimant[]> {
    return this.uow.query<Claimant>(
      `SELECT id, person_id AS "personId", unit_id AS "unitId", priority, nominated_at AS "nominatedAt", state,
              waiting_reason AS "waitingReason"
       FROM enrolment WHERE offering_id = $1 AND state = 'waitlisted'`,
      [offeringId],
    );
  }

  /**
   * Seats and reasons in one statement, whatever their number.
   * @param endorsedBy the person who endorses, now, those who are not endorsed yet
   */
  async save(
    offering: OfferingRecord,
    changes: readonly SeatChange[],
    endorsedBy: string | null,
  ): Promise<SeatOutcome[]> {
    if (changes.length === 0) return [];
    const numbers = changes.some(({ turn }) => turn !== null) ? offering.seatsMax : 0;
    return this.uow.query<SeatOutcome>(
      `WITH free AS (
         SELECT n, row_number() OVER (ORDER BY n) AS turn FROM generate_series(1, $3::int) AS n
         WHERE NOT EXISTS (SELECT FROM enrolment s WHERE s.offering_id = $1 AND s.seat_number = n)),
       change AS (
         SELECT c.id, c.state, c.reason, f.n FROM jsonb_to_recordset($2::jsonb) AS c(id uuid, state text, turn int, reason text)
         LEFT JOIN free f ON f.turn = c.turn)
       UPDATE enrolment e SET state = c.state, seat_number = c.n, waiting_reason = c.reason, version = e.version + 1,
              endorsed_by = coalesce(e.endorsed_by, $4::uuid), endorsed_at = coalesce(e.endorsed_at, $5::timestamptz)
       FROM change c WHERE e.id = c.id
       RETURNING e.id, e.person_id AS "personId", e.unit_id AS "unitId", e.state, e.seat_number AS "seatNumber",
                 e.waiting_reason AS "waitingReason"`,
      [offering.id, JSON.stringify(changes), numbers, endorsedBy, endorsedBy && this.clock.now()],
    );
  }

  /** The lowest seat that nobody sits on; undefined when there is none. */
  async lowestFree(offering: OfferingRecord): Promise<number | undefined> {
    const [row] = await this.uow.query<{ n: number }>(
      `SELECT n FROM generate_series(1, $2::int) AS n
       WHERE NOT EXISTS (SELECT FROM enrolment s WHERE s.offering_id = $1 AND s.seat_number = n) ORDER BY n LIMIT 1`,
      [offering.id, offering.seatsMax],
    );
    return row?.n;
  }

  /**
   * Books the time of people who get a seat.
   * @returns nothing, or what they are booked for elsewhere since a moment ago; then nothing was booked
   */
  async book(offeringId: string, personIds: readonly string[]): Promise<TraineeClash[] | undefined> {
    if (personIds.length === 0) return undefined;
    await this.uow.query('SAVEPOINT seats');
    try {
      await this.bookings.book(offeringId, personIds);
    } catch (error) {
      if (pgConstraint(error)?.code !== EXCLUSION_VIOLATION) throw error;
      await this.uow.query('ROLLBACK TO SAVEPOINT seats');
      const clashes = await this.bookings.clashes(offeringId, personIds);
      if (clashes.length === 0) throw error;
      return clashes;
    }
    await this.uow.query('RELEASE SAVEPOINT seats');
    return undefined;
  }

  /** Gives the time of people back who held a seat. */
  release(offeringId: string, personIds: readonly string[]): Promise<void> {
    return this.bookings.release(offeringId, personIds);
  }

  private async quotaUnits(
    offeringId: string,
    quotas: readonly SeatQuota[],
    units: readonly string[],
  ): Promise<(unitId: string) => string> {
    if (quotas.length === 0) return (unitId) => unitId;
    const rows = await this.uow.query<{ unitId: string; upward: [string, ...string[]] }>(
      `SELECT u.id AS "unitId", ARRAY(SELECT a.id FROM unit_and_above(u.id) a ORDER BY a.distance) AS upward
       FROM (SELECT unit_id AS id FROM enrolment WHERE offering_id = $1 AND (seat_number IS NOT NULL OR state = 'waitlisted')
             UNION SELECT unnest($2::uuid[])) u`,
      [offeringId, units],
    );
    const known = new Map(rows.map(({ unitId, upward }) => [unitId, quotaUnitOf(upward, quotas)]));
    return (unitId) => known.get(unitId) ?? unitId;
  }
}
