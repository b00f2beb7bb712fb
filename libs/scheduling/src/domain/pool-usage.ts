import { overlaps, type TimeRange } from '@jssu/kernel';

/** Pieces of a pool that are taken for a time. */
export interface PoolBooking extends TimeRange {
  /** At least 1. */
  readonly quantity: number;
}

interface Change {
  readonly at: number;
  readonly by: number;
}

/** The most pieces that are taken at any one instant of the range. */
export function peakQuantity(bookings: readonly PoolBooking[], within: TimeRange): number {
  let [taken, peak] = [0, 0];
  const inside = bookings
    .filter((booking) => overlaps(booking, within))
    .map(({ start, end, quantity }) => ({
      start: start < within.start ? within.start : start,
      end: end > within.end ? within.end : end,
      quantity,
    }));
  for (const { by } of changes(inside)) {
    taken += by;
    peak = Math.max(peak, taken);
  }
  return peak;
}

/**
 * The longest periods in which more than `limit` pieces are taken, in order, apart from each other.
 * @param limit 0 or more
 */
export function shortPeriods(bookings: readonly PoolBooking[], limit: number): TimeRange[] {
  const periods: TimeRange[] = [];
  let taken = 0;
  let since: number | undefined;
  const all = changes(bookings);
  for (const [i, { at, by }] of all.entries()) {
    taken += by;
    // What begins when another ends is no gap: the instant is judged after its last change.
    if (all[i + 1]?.at === at) continue;
    if (taken > limit) since ??= at;
    else if (since !== undefined) {
      periods.push({ start: new Date(since), end: new Date(at) });
      since = undefined;
    }
  }
  return periods;
}

/** In order of time; what ends at an instant before what begins then, for ranges are half-open. */
function changes(bookings: readonly PoolBooking[]): Change[] {
  return bookings
    .flatMap(({ start, end, quantity }) => [
      { at: start.getTime(), by: quantity },
      { at: end.getTime(), by: -quantity },
    ])
    .sort((a, b) => a.at - b.at || a.by - b.by);
}
