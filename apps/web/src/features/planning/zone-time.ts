import type { Zone } from '../../api/offerings';
import { KARACHI } from '../../i18n/civil-date';

/** Whole hours from UTC, without daylight saving: the API says the same of both. */
const OFFSET_HOURS: Readonly<Record<Zone, number>> = { 'Asia/Karachi': 5, 'Asia/Shanghai': 8 };
const HOUR = 3_600_000;
export const DAY_MINUTES = 24 * 60;

/** By which the calendar is drawn. */
export const CALENDAR_ZONE = KARACHI as Zone;

export interface Span {
  readonly start: string;
  readonly end: string;
}

/** Half-open: what ends at nine is over when something begins at nine. */
export function overlaps(a: Span, b: Span): boolean {
  return Date.parse(a.start) < Date.parse(b.end) && Date.parse(b.start) < Date.parse(a.end);
}

/** An instant as a clock of the zone shows it: `2026-12-07 09:00:00`. */
export function wallClock(instant: string, zone: Zone): string {
  const shifted = new Date(Date.parse(instant) + OFFSET_HOURS[zone] * HOUR);
  return shifted.toISOString().slice(0, 19).replace('T', ' ');
}

/** The day and the time of day in the zone: `['2026-12-07', '09:00']`. */
export function dayAndTime(instant: string, zone: Zone): readonly [string, string] {
  const clock = wallClock(instant, zone);
  return [clock.slice(0, 10), clock.slice(11, 16)];
}

/** The instant at which a clock of the zone shows it: `2026-12-07T09:00:00+05:00`. */
export function instantAt(day: string, time: string, zone: Zone): string {
  return `${day}T${time.slice(0, 5)}:00+0${OFFSET_HOURS[zone]}:00`;
}

/** 0 for Sunday to 6 for Saturday. */
export function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}

/** `HH:MM` so many minutes after midnight. */
export function timeOfDay(minutes: number): string {
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
}

/** The other way about. */
export function minutesOfDay(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

export function minutesBetween({ start, end }: Span): number {
  return (Date.parse(end) - Date.parse(start)) / 60_000;
}
