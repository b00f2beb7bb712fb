import { addDays, civilDateIn, startOfDay, type CivilDate, type TimeRange, type Zone } from '@jssu/kernel';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** The instant in the zone, such as `2026-12-03T09:00:00+05:00`. */
export function localIso(instant: Date, zone: Zone): string {
  const date = civilDateIn(zone, instant);
  const offset = (Date.parse(`${date}T00:00:00Z`) - startOfDay(date, zone).getTime()) / (60 * MINUTE);
  const seconds = String(instant.getUTCSeconds()).padStart(2, '0');
  return `${date}T${timeOf(instant, zone)}:${seconds}+${String(offset).padStart(2, '0')}:00`;
}

export function localRange({ start, end }: TimeRange, zone: Zone): { start: string; end: string } {
  return { start: localIso(start, zone), end: localIso(end, zone) };
}

/** For people, in any language: `2026-12-03 09:00–11:00`. */
export function tellRange({ start, end }: TimeRange, zone: Zone): string {
  const [from, to] = [civilDateIn(zone, start), civilDateIn(zone, end)];
  const ends = from === to ? timeOf(end, zone) : ` ${to} ${timeOf(end, zone)}`;
  return `${from} ${timeOf(start, zone)}${from === to ? '–' : ' –'}${ends}`;
}

/** From the beginning of the first day to the end of the last, in the zone. */
export function rangeOfDays(first: CivilDate, last: CivilDate, zone: Zone): TimeRange {
  return { start: startOfDay(first, zone), end: startOfDay(addDays(last, 1), zone) };
}

/** Every civil day that the range touches; a range that ends at midnight does not touch the next day. */
export function daysOf({ start, end }: TimeRange, zone: Zone): CivilDate[] {
  const last = civilDateIn(zone, new Date(end.getTime() - 1));
  const days = [civilDateIn(zone, start)];
  while (days[days.length - 1] < last) days.push(addDays(days[days.length - 1], 1));
  return days;
}

/** `HH:MM` in the zone; both zones are whole hours from UTC, without daylight saving. */
function timeOf(instant: Date, zone: Zone): string {
  const minutes = Math.floor(
    ((instant.getTime() - startOfDay(civilDateIn(zone, instant), zone).getTime()) % DAY) / MINUTE,
  );
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
