import type { TimeRange } from '@jssu/kernel';

const MINUTE = 60_000;
/** Midnight in Karachi. */
export const MONDAY = Date.parse('2026-12-07T00:00:00+05:00');

/** Minutes after the midnight that begins Monday, 7 December 2026, in Karachi. */
export const at = (minutes: number) => new Date(MONDAY + minutes * MINUTE);
export const range = (from: number, to: number): TimeRange => ({ start: at(from), end: at(to) });
export const minutesOfDay = (instant: Date) => ((((instant.getTime() - MONDAY) / MINUTE) % 1440) + 1440) % 1440;
