import { civilDateIn, addDays, startOfDay, type TimeRange, type Zone } from '@jssu/kernel';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Sessions begin at these steps of the clock, or where something becomes free. */
export const GRID_MINUTES = 15;
const GRID = GRID_MINUTES * MINUTE;
/** Proposals keep to the day, local time: from the first hour to the last. */
export const DAILY_WINDOW = { from: 7, to: 20 } as const;

export interface SlotWanted {
  readonly wanted: TimeRange;
  /** When at least one of the resources wanted is taken; may overlap, in any order. */
  readonly busy: readonly TimeRange[];
  /** The days of the offering, as far as they may still be used. */
  readonly within: TimeRange;
  readonly zone: Zone;
}

/**
 * The free slot of the wanted length whose start is nearest to the one wanted, before or after; of two that are equally
 * near the later. It lies within the daily window of one day and starts on the quarter-hour or at the end of a busy
 * time. Undefined when there is none.
 */
export function nearestFreeSlot({ wanted, busy, within, zone }: SlotWanted): TimeRange | undefined {
  const length = wanted.end.getTime() - wanted.start.getTime();
  const aim = wanted.start.getTime();
  let best: number | undefined;
  const consider = (start: number) => {
    const [distance, shortest] = [Math.abs(start - aim), best === undefined ? Infinity : Math.abs(best - aim)];
    if (distance < shortest || (distance === shortest && start > aim)) best = start;
  };
  for (const gap of gaps(merge(busy), within, zone)) {
    const last = gap.end - length;
    if (last < gap.start) continue;
    if (gap.afterBusy) consider(gap.start);
    const nearest = Math.min(Math.max(aim, gap.start), last);
    for (const start of [Math.floor(nearest / GRID) * GRID, Math.ceil(nearest / GRID) * GRID])
      if (start >= gap.start && start <= last) consider(start);
  }
  return best === undefined ? undefined : { start: new Date(best), end: new Date(best + length) };
}

interface Gap {
  readonly start: number;
  readonly end: number;
  /** Whether it begins where a busy time ends. */
  readonly afterBusy: boolean;
}

/** The times between busy times, cut to the daily windows. */
function gaps(busy: readonly { start: number; end: number }[], within: TimeRange, zone: Zone): Gap[] {
  const found: Gap[] = [];
  const [first, end] = [within.start.getTime(), within.end.getTime()];
  let i = 0;
  for (let day = civilDateIn(zone, within.start); startOfDay(day, zone).getTime() < end; day = addDays(day, 1)) {
    const midnight = startOfDay(day, zone).getTime();
    const closes = Math.min(midnight + DAILY_WINDOW.to * HOUR, end);
    let from = Math.max(midnight + DAILY_WINDOW.from * HOUR, first);
    let afterBusy = false;
    while (i < busy.length && busy[i].end < from) i++;
    for (let j = i; j < busy.length && busy[j].start < closes; j++) {
      if (busy[j].start > from) found.push({ start: from, end: busy[j].start, afterBusy });
      from = Math.max(from, busy[j].end);
      afterBusy = from === busy[j].end;
    }
    if (from < closes) found.push({ start: from, end: closes, afterBusy });
  }
  return found;
}

function merge(ranges: readonly TimeRange[]): { start: number; end: number }[] {
  const merged: { start: number; end: number }[] = [];
  for (const range of [...ranges].sort((a, b) => a.start.getTime() - b.start.getTime())) {
    const [start, end] = [range.start.getTime(), range.end.getTime()];
    const last = merged[merged.length - 1];
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  return merged;
}
