/** A calendar day without time or zone, `YYYY-MM-DD`, years 1900 to 2199. */
export type CivilDate = string & { readonly __civilDate: unique symbol };

/** A calendar period. Months and years move by the calendar, never by a number of days (design §4, rule 5). */
export interface Period {
  readonly years?: number;
  readonly months?: number;
  readonly days?: number;
}

export const ZONES = ['Asia/Karachi', 'Asia/Shanghai'] as const;
export type Zone = (typeof ZONES)[number];

const PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAY = 86_400_000;

export function parseCivilDate(text: string): CivilDate | undefined {
  const match = PATTERN.exec(text);
  if (!match) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month))
    return undefined;
  return text as CivilDate;
}

/** @throws RangeError when the text is no day of the calendar. */
export function civilDate(text: string): CivilDate {
  const date = parseCivilDate(text);
  if (!date) throw new RangeError(`not a civil date: ${text}`);
  return date;
}

/** @param month 1 to 12 */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

export function addDays(date: CivilDate, days: number): CivilDate {
  return fromEpochDay(toEpochDay(date) + days);
}

/** Clamped at the month's end: 31 January and one month is 28 or 29 February. */
export function addMonths(date: CivilDate, months: number): CivilDate {
  const [year, month, day] = parts(date);
  const index = year * 12 + (month - 1) + months;
  const newYear = Math.floor(index / 12);
  const newMonth = (index % 12) + 1;
  return civilDate(format(newYear, newMonth, Math.min(day, daysInMonth(newYear, newMonth))));
}

export function addYears(date: CivilDate, years: number): CivilDate {
  return addMonths(date, years * 12);
}

/** Years and months first, clamped once, then days. */
export function addPeriod(date: CivilDate, period: Period): CivilDate {
  return addDays(addMonths(date, (period.years ?? 0) * 12 + (period.months ?? 0)), period.days ?? 0);
}

export function subtractPeriod(date: CivilDate, period: Period): CivilDate {
  return addDays(addMonths(date, -((period.years ?? 0) * 12 + (period.months ?? 0))), -(period.days ?? 0));
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return toEpochDay(to) - toEpochDay(from);
}

/** Negative, zero or positive, as `Array.prototype.sort` wants it. */
export function compareDates(a: CivilDate, b: CivilDate): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** The calendar day that people in the zone see at that instant. */
export function civilDateIn(zone: Zone, instant: Date): CivilDate {
  let formatter = formatters.get(zone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' });
    formatters.set(zone, formatter);
  }
  return civilDate(formatter.format(instant));
}

/** Neither zone has had daylight saving since 2009 (Karachi) and 1991 (Shanghai): IANA tz database. */
const OFFSET_HOURS: Readonly<Record<Zone, number>> = { 'Asia/Karachi': 5, 'Asia/Shanghai': 8 };

/** The instant at which the day begins in the zone; for days since 2010. */
export function startOfDay(date: CivilDate, zone: Zone): Date {
  return new Date(toEpochDay(date) * DAY - OFFSET_HOURS[zone] * 3_600_000);
}

function parts(date: CivilDate): [number, number, number] {
  return [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10))];
}

function format(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function toEpochDay(date: CivilDate): number {
  const [year, month, day] = parts(date);
  return Date.UTC(year, month - 1, day) / DAY;
}

function fromEpochDay(day: number): CivilDate {
  return civilDate(new Date(day * DAY).toISOString().slice(0, 10));
}
