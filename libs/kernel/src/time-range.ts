/** Half-open [start, end): a session that ends at 10:00 does not clash with one that starts at 10:00. */
export interface TimeRange {
  readonly start: Date;
  readonly end: Date;
}

/** @throws RangeError when a bound is not a date or the end is not after the start. */
export function timeRange(start: Date, end: Date): TimeRange {
  if (!(end.getTime() > start.getTime())) throw new RangeError('a time range must end after it starts');
  return { start, end };
}

export function overlaps(a: TimeRange, b: TimeRange): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Length in minutes. */
export function minutesOf(range: TimeRange): number {
  return (range.end.getTime() - range.start.getTime()) / 60_000;
}

/** PostgreSQL's text form of a `tstzrange`. */
export function toTstzrange(range: TimeRange): string {
  return `[${range.start.toISOString()},${range.end.toISOString()})`;
}

/** @throws RangeError for anything but a bounded `[start,end)`, the only form that is stored. */
export function fromTstzrange(text: string): TimeRange {
  const match = /^\["?([^",]+)"?,"?([^",]+)"?\)$/.exec(text);
  if (!match) throw new RangeError(`not a half-open time range: ${text}`);
  return timeRange(fromTimestamp(match[1]), fromTimestamp(match[2]));
}

/** PostgreSQL writes `2026-01-01 10:00:00+00`; JavaScript wants `2026-01-01T10:00:00+00:00`. */
function fromTimestamp(text: string): Date {
  return new Date(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00'));
}
