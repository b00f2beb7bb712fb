import type { CivilDate } from '@jssu/kernel';
import { holdsSeat, wantsSeat, type EnrolmentState } from './enrolment-state.js';

/** Seats set aside for a unit. On `releaseOn` what is unused joins the open pool; null means never. */
export interface SeatQuota {
  readonly unitId: string;
  /** 0 or more. */
  readonly seats: number;
  readonly releaseOn: CivilDate | null;
}

export interface SeatClaim {
  readonly id: string;
  /** The unit whose quota the claim draws on: see `quotaUnitOf`. */
  readonly unitId: string;
  /** 1 is the highest. */
  readonly priority: number;
  readonly nominatedAt: Date;
  readonly state: EnrolmentState;
}

export interface SeatPlan {
  /** Seats of the offering, 0 or more. */
  readonly capacity: number;
  /** At most one for each unit. */
  readonly quotas: readonly SeatQuota[];
  readonly claims: readonly SeatClaim[];
  readonly today: CivilDate;
}

/** `full`: no seat of the pool is left. `quota-exhausted`: the unit has used what it was given, until the release. */
export type WaitingReason = 'full' | 'quota-exhausted';

export interface SeatAllocation {
  /** Ids of claims that get a seat now, best merit first. */
  readonly reserve: readonly string[];
  /** Everyone who waits, ranks 1, 2, 3… by merit. */
  readonly waitlist: readonly { readonly id: string; readonly rank: number; readonly reason: WaitingReason }[];
}

/** Order of merit: priority (1 first), then the earlier nomination, then the id, so that no two are equal. */
export function compareMerit(a: SeatClaim, b: SeatClaim): number {
  return (
    a.priority - b.priority ||
    a.nominatedAt.getTime() - b.nominatedAt.getTime() ||
    (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
  );
}

/** Until the day of release, which is itself a day of the open pool. */
export function isWithheld(quota: SeatQuota, today: CivilDate): boolean {
  return quota.releaseOn === null || today < quota.releaseOn;
}

/**
 * Who gets a seat and who waits. Held seats are counted, never displaced, even when capacity or quota were lowered
 * below them. Before its release a quota is both a promise and a ceiling: its unused seats wait for the unit, and the
 * unit gets no others. Everybody else competes for the seats that nobody has set aside.
 * Promotion is the same function run again: with its own result applied it changes nothing.
 * @throws RangeError when a unit has two quotas.
 */
export function allocateSeats(plan: SeatPlan): SeatAllocation {
  const pool = new SeatPool(plan);
  const reserve: string[] = [];
  const waitlist: { id: string; rank: number; reason: WaitingReason }[] = [];
  for (const claim of plan.claims.filter(({ state }) => wantsSeat(state)).sort(compareMerit)) {
    const obstacle = pool.obstacleFor(claim.unitId);
    if (obstacle) waitlist.push({ id: claim.id, rank: waitlist.length + 1, reason: obstacle });
    else {
      pool.take(claim.unitId);
      reserve.push(claim.id);
    }
  }
  return { reserve, waitlist };
}

/**
 * What stands between a newcomer of the unit and a seat, by the seats held alone; undefined when one is free.
 * Those who wait are not counted: see `decideWalkOn`.
 */
export function seatObstacle(plan: SeatPlan, unitId: string): WaitingReason | undefined {
  return new SeatPool(plan).obstacleFor(unitId);
}

class SeatPool {
  /** Seats that nobody sits on. */
  private free: number;
  /** Of these, the ones that no quota withholds; below zero where more was promised than there is. */
  private open: number;
  /** Unused seats of each unit whose quota is not released. */
  private readonly withheld = new Map<string, number>();

  constructor({ capacity, quotas, claims, today }: SeatPlan) {
    if (new Set(quotas.map(({ unitId }) => unitId)).size < quotas.length)
      throw new RangeError('a unit has more than one quota');
    const held = claims.filter(({ state }) => holdsSeat(state));
    this.free = capacity - held.length;
    this.open = this.free;
    for (const quota of quotas) {
      if (!isWithheld(quota, today)) continue;
      const used = held.filter(({ unitId }) => unitId === quota.unitId).length;
      const unused = Math.max(0, quota.seats - used);
      this.withheld.set(quota.unitId, unused);
      this.open -= unused;
    }
  }

  obstacleFor(unitId: string): WaitingReason | undefined {
    const own = this.withheld.get(unitId);
    if (own === 0) return 'quota-exhausted';
    if (this.free <= 0 || (own === undefined && this.open <= 0)) return 'full';
    return undefined;
  }

  take(unitId: string): void {
    const own = this.withheld.get(unitId);
    this.free -= 1;
    if (own === undefined) this.open -= 1;
    else this.withheld.set(unitId, own - 1);
  }
}
