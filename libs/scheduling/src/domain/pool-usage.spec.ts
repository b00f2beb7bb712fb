import fc from 'fast-check';
import type { TimeRange } from '@jssu/kernel';
import { peakQuantity, shortPeriods, type PoolBooking } from './pool-usage.js';
import { at, range } from './scheduling.fixtures.js';

/** Of 5 minutes to `longest`, beginning within the first `span` minutes, in steps of 5. */
const anyRange = (span: number, longest: number): fc.Arbitrary<TimeRange> =>
  fc
    .tuple(fc.integer({ min: 0, max: span / 5 }), fc.integer({ min: 1, max: longest / 5 }))
    .map(([from, length]) => range(from * 5, (from + length) * 5));

const SPAN = 600;
const anyBookings: fc.Arbitrary<PoolBooking[]> = fc.array(
  fc.tuple(anyRange(SPAN, 300), fc.integer({ min: 1, max: 20 })).map(([time, quantity]) => ({ ...time, quantity })),
  { maxLength: 15 },
);
const takenAt = (bookings: readonly PoolBooking[], instant: Date) =>
  bookings
    .filter(({ start, end }) => start <= instant && instant < end)
    .reduce((sum, { quantity }) => sum + quantity, 0);
/** Every instant at which anything changes lies on these. */
const instants = Array.from({ length: (SPAN + 300) / 5 + 1 }, (_, i) => at(i * 5));

describe('the peak of a pool', () => {
  it('is the most that is taken at any instant of the range', () => {
    fc.assert(
      fc.property(anyBookings, anyRange(SPAN, 300), (bookings, within) => {
        const inside = instants.filter((instant) => instant >= within.start && instant < within.end);
        expect(peakQuantity(bookings, within)).toBe(Math.max(...inside.map((instant) => takenAt(bookings, instant))));
      }),
    );
  });

  it('does not add up what follows one upon the other', () => {
    const bookings = [
      { ...range(0, 60), quantity: 8 },
      { ...range(60, 120), quantity: 5 },
    ];
    expect(peakQuantity(bookings, range(0, 120))).toBe(8);
    expect(peakQuantity(bookings, range(60, 90))).toBe(5);
    expect(peakQuantity([], range(0, 60))).toBe(0);
  });
});

describe('the periods in which a pool is short', () => {
  it('are the instants at which more than the limit is taken, and stand apart', () => {
    fc.assert(
      fc.property(anyBookings, fc.integer({ min: 0, max: 40 }), (bookings, limit) => {
        const periods = shortPeriods(bookings, limit);
        for (const instant of instants) {
          const short = periods.some(({ start, end }) => start <= instant && instant < end);
          expect(short).toBe(takenAt(bookings, instant) > limit);
        }
        for (const [i, { start, end }] of periods.entries()) {
          expect(end.getTime()).toBeGreaterThan(start.getTime());
          if (i > 0) expect(start.getTime()).toBeGreaterThan(periods[i - 1].end.getTime());
        }
      }),
    );
  });
});
