import { Injectable } from '@nestjs/common';
import type { CivilDate } from '@jssu/kernel';
import { EVERYTHING, scopeSql, UnitOfWork, type Scope } from '@jssu/platform';
import { OfferingStore } from '@jssu/scheduling';
import { PERSON_NAMES, type PersonNames } from '@jssu/people';
import { isWithheld, seatBalance, type WaitingReason } from '../domain/allocate-seats.js';
import { reachSql, type EnrolmentReach } from './reach.js';
import { SeatStore, type SeatState } from './seat.store.js';
import { VisibleOfferings } from './visible-offerings.js';

export interface QuotaRow {
  unitId: string;
  unitCode: string;
  /** Set aside for the unit and those below it. */
  seats: number;
  /** Of these, how many are held. */
  used: number;
  /** The day on which unused seats open to everybody. */
  releaseOn: CivilDate;
  /** Whether that day is still to come. */
  withheld: boolean;
}

export interface WaitingRow extends PersonNames {
  /** Among all who wait, 1 for the next. */
  rank: number;
  enrolmentId: string;
  personId: string;
  serviceNumber: string;
  unitId: string;
  priority: number;
  nominatedAt: Date;
  reason: WaitingReason;
}

export interface Seats {
  capacity: number;
  /** Fewest people for which the offering is held. */
  minimum: number;
  held: number;
  free: number;
  /** Of the free seats, those that no quota withholds. */
  open: number;
  quotas: QuotaRow[];
  /** All who wait. */
  waitingCount: number;
  /** Those of them whom the reader may see. */
  waiting: WaitingRow[];
  /** Of the offering. */
  version: number;
}

@Injectable()
export class SeatsView {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly visible: VisibleOfferings,
    private readonly offerings: OfferingStore,
    private readonly seats: SeatStore,
  ) {}

  /**
   * @param scope of those who may know of the offering
   * @param reach of the enrolments that the reader may see
   * @throws `platform.not-found`
   */
  async of(scope: Scope, reach: EnrolmentReach, offeringId: string): Promise<Seats> {
    await this.visible.require(scope, offeringId);
    const offering = await this.offerings.one(EVERYTHING, offeringId);
    const state = await this.seats.read(offering);
    return {
      capacity: offering.seatsMax,
      minimum: offering.seatsMin,
      ...seatBalance({ ...state, claims: [] }),
      quotas: await this.quotaRows(reach, offeringId, state),
      waitingCount: await this.waitingCount(offeringId),
      waiting: await this.waiting(reach, offeringId),
      version: offering.version,
    };
  }

  /** @returns the quotas with the version of the offering @throws `platform.not-found` */
  async quotasOf(
    scope: Scope,
    reach: EnrolmentReach,
    offeringId: string,
  ): Promise<{ quotas: QuotaRow[]; version: number }> {
    await this.visible.require(scope, offeringId);
    const offering = await this.offerings.one(EVERYTHING, offeringId);
    const quotas = await this.quotaRows(reach, offeringId, await this.seats.read(offering));
    return { quotas, version: offering.version };
  }

  /** Whoever runs the offering sees all of them; others those that their people draw on: of their units, and of units above. */
  private async quotaRows(
    { people, offerings }: EnrolmentReach,
    offeringId: string,
    { held, today }: SeatState,
  ): Promise<QuotaRow[]> {
    const self = people.kind === 'all' ? null : people.selfPersonId;
    const params: unknown[] = [offeringId, self];
    const rows = await this.uow.query<Omit<QuotaRow, 'used' | 'withheld'>>(
      `SELECT q.unit_id AS "unitId", u.code AS "unitCode", q.seats, q.release_on::text AS "releaseOn"
       FROM quota q JOIN unit u ON u.id = q.unit_id JOIN offering o ON o.id = q.offering_id
       WHERE q.offering_id = $1 AND (${scopeSql(offerings, { unit: 'o.unit_id' }, params)} OR EXISTS (
         SELECT FROM unit_and_below(q.unit_id) b LEFT JOIN person p ON p.unit_id = b.id AND p.id = $2::uuid
         WHERE ${scopeSql(people, { unit: 'b.id', person: 'p.id' }, params)}))
       ORDER BY u.code`,
      params,
    );
    return rows.map((row) => ({ ...row, used: held.get(row.unitId) ?? 0, withheld: isWithheld(row, today) }));
  }

  private async waitingCount(offeringId: string): Promise<number> {
    const [{ n }] = await this.uow.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM enrolment WHERE offering_id = $1 AND state = 'waitlisted'`,
      [offeringId],
    );
    return n;
  }

  private waiting(reach: EnrolmentReach, offeringId: string): Promise<WaitingRow[]> {
    const params: unknown[] = [offeringId];
    // Ranks count everybody who waits; only then are those left out whom the reader may not see.
    return this.uow.query<WaitingRow>(
      `SELECT e.rank, e.id AS "enrolmentId", e.person_id AS "personId", p.service_number AS "serviceNumber", ${PERSON_NAMES}, e.unit_id AS "unitId", e.priority, e.nominated_at AS "nominatedAt",
              e.waiting_reason AS reason
       FROM (SELECT *, row_number() OVER (ORDER BY priority, nominated_at, id)::int AS rank
             FROM enrolment WHERE offering_id = $1 AND state = 'waitlisted') e
       JOIN person p ON p.id = e.person_id JOIN offering o ON o.id = e.offering_id
       WHERE ${reachSql(reach, params)} ORDER BY e.rank`,
      params,
    );
  }
}
