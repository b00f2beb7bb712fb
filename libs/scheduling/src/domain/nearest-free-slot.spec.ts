import fc from 'fast-check';
import { overlaps, type TimeRange } from '@jssu/kernel';
import { nearestFreeSlot } from './nearest-free-slot.js';
import { at, minutesOfDay, MONDAY, range } from './scheduling.fixtures.js';

const zone = 'Asia/Karachi';
const THREE_DAYS = range(0, 3 * 1440);

/** Of 5 minutes to `longest`, beginning within the first `span` minutes, in steps of 5. */
const anyRange = (span: number, longest: number): fc.Arbitrary<TimeRange> =>
  fc
    .tuple(fc.integer({ min: 0, max: span / 5 }), fc.integer({ min: 1, max: longest / 5 }))
    .map(([from, length]) => range(from * 5, (from + length) * 5));

/** Tries every minute. */
function bruteForce(wanted: TimeRange, busy: readonly TimeRange[], within: TimeRange): Date | undefined {
  const length = wanted.end.getTime() - wanted.start.getTime();
  let best: number | undefined;
  const ends = new Set(busy.map(({ end }) => end.getTime()));
  for (let start = within.start.getTime(); start + length <= within.end.getTime(); start += 60_000) {
    const slot = { start: new Date(start), end: new Date(start + length) };
    if (minutesOfDay(slot.start) % 15 !== 0 && !ends.has(start)) continue;
    const [opens, closes] = [minutesOfDay(slot.start), minutesOfDay(slot.start) + length / 60_000];
    if (opens < 7 * 60 || closes > 20 * 60 || busy.some((taken) => overlaps(taken, slot))) continue;
    const distance = Math.abs(start - wanted.start.getTime());
    if (best === undefined || distance <= Math.abs(best - wanted.start.getTime())) best = start;
  }
  return best === undefined ? undefined : new Date(best);
}

describe('the nearest free slot', () => {
  it('is the one that trying every minute finds', () => {
    let found = 0;
    fc.assert(
      fc.property(
        anyRange(3 * 1440, 14 * 60),
        fc.array(anyRange(3 * 1440, 10 * 60), { maxLength: 12 }),
        fc.integer({ min: 0, max: 1440 }),
        (wanted, busy, begins) => {
          const within = { start: at(begins), end: THREE_DAYS.end };
          const slot = nearestFreeSlot({ wanted, busy, within, zone });
          if (slot) found++;
          expect(slot?.start).toEqual(bruteForce(wanted, busy, within));
        },
      ),
      { numRuns: 400 },
    );
    expect(found).toBeGreaterThan(100);
  });

  it('is free, of the same length, within the days and the daily window', () => {
    fc.assert(
      fc.property(
        anyRange(3 * 1440, 13 * 60),
        fc.array(anyRange(3 * 1440, 10 * 60), { maxLength: 12 }),
        (wanted, busy) => {
          const slot = nearestFreeSlot({ wanted, busy, within: THREE_DAYS, zone });
          if (!slot) return;
          expect(slot.end.getTime() - slot.start.getTime()).toBe(wanted.end.getTime() - wanted.start.getTime());
          expect(busy.filter((taken) => overlaps(taken, slot))).toEqual([]);
          expect(slot.start.getTime()).toBeGreaterThanOrEqual(MONDAY);
          expect(slot.end.getTime()).toBeLessThanOrEqual(THREE_DAYS.end.getTime());
          expect(minutesOfDay(slot.start)).toBeGreaterThanOrEqual(7 * 60);
        },
      ),
    );
  });

  it('goes before or after, whichever is nearer, and after when both are', () => {
    const nearest = (wanted: TimeRange, ...busy: TimeRange[]) =>
      nearestFreeSlot({ wanted, busy, within: THREE_DAYS, zone });
    expect(nearest(range(600, 660), range(600, 720))).toEqual(range(540, 600));
    expect(nearest(range(690, 750), range(600, 720))).toEqual(range(720, 780));
    expect(nearest(range(660, 720), range(600, 780))).toEqual(range(780, 840));
  });

  it('starts where something ends, off the quarter-hour, when that is nearest', () => {
    const slot = nearestFreeSlot({ wanted: range(700, 760), busy: [range(640, 707)], within: THREE_DAYS, zone });
    expect(slot).toEqual(range(707, 767));
  });

  it('reads the daily window in the zone', () => {
    const slot = nearestFreeSlot({ wanted: range(0, 60), busy: [], within: THREE_DAYS, zone: 'Asia/Shanghai' });
    // 07:00 in Shanghai is 04:00 in Karachi.
    expect(slot).toEqual(range(4 * 60, 5 * 60));
  });

  it('is none when the length does not fit into a day, or nothing is free', () => {
    expect(nearestFreeSlot({ wanted: range(0, 781), busy: [], within: THREE_DAYS, zone })).toBeUndefined();
    expect(nearestFreeSlot({ wanted: range(600, 660), busy: [THREE_DAYS], within: THREE_DAYS, zone })).toBeUndefined();
  });
});
