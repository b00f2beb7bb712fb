import type { CivilDate } from '@jssu/kernel';
import type { SeatQuota } from './allocate-seats.js';

export interface QuotaProblem {
  readonly code: 'repeated-unit' | 'unit-not-open' | 'seats' | 'release-after-start' | 'more-than-capacity';
  /** Null for `more-than-capacity`, which is a problem of all together. */
  readonly unitId: string | null;
}

/** Seats may be set aside until the offering begins. */
export function quotasMayChange(offeringState: string): boolean {
  return ['draft', 'planned', 'published', 'nominations_closed', 'confirmed', 'postponed'].includes(offeringState);
}

/**
 * Everything wrong with the quotas of an offering; empty when they may be saved. Seats may be held back until the
 * first day at the latest: a seat that is withheld after that stays empty.
 */
export function quotaProblems(
  quotas: readonly SeatQuota[],
  offering: {
    readonly capacity: number;
    readonly startsOn: CivilDate;
    /** The units whose people may be nominated. */
    readonly openUnitIds: ReadonlySet<string>;
  },
): readonly QuotaProblem[] {
  const problems: QuotaProblem[] = [];
  const seen = new Set<string>();
  for (const { unitId, seats, releaseOn } of quotas) {
    if (seen.has(unitId)) problems.push({ code: 'repeated-unit', unitId });
    seen.add(unitId);
    if (!offering.openUnitIds.has(unitId)) problems.push({ code: 'unit-not-open', unitId });
    if (!Number.isInteger(seats) || seats < 0) problems.push({ code: 'seats', unitId });
    if (releaseOn === null || releaseOn > offering.startsOn) problems.push({ code: 'release-after-start', unitId });
  }
  if (quotas.reduce((sum, { seats }) => sum + seats, 0) > offering.capacity)
    problems.push({ code: 'more-than-capacity', unitId: null });
  return problems;
}

/**
 * The unit whose quota a person draws on: of his unit and the units above it (nearest first), the first that has one;
 * else his own, which then competes for the seats that are not set aside.
 */
export function quotaUnitOf(unitsUpward: readonly [string, ...string[]], quotas: readonly SeatQuota[]): string {
  return unitsUpward.find((unit) => quotas.some(({ unitId }) => unitId === unit)) ?? unitsUpward[0];
}
