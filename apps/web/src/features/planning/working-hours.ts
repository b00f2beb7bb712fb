import type { Zone } from '../../api/offerings';
import { addDays } from '../../i18n/civil-date';
import { weekdayOf } from './zone-time';

const FRIDAY = 5;
const at = (hours: number, minutes = 0) => hours * 60 + minutes;

/** Minutes after midnight, morning and afternoon. */
const USUAL = [
  [at(8), at(12)],
  [at(13), at(17)],
] as const;
/** The prayer of Friday takes the middle of the day. */
const PAKISTAN_FRIDAY = [
  [at(8), at(12)],
  [at(14, 30), at(17)],
] as const;

/** Saturday and Sunday are the days of rest in both countries. */
const REST = [0, 6];

export interface WorkingPart {
  readonly day: string;
  /** Minutes after midnight. */
  readonly from: number;
  readonly to: number;
}

/** When one would plan sessions, half a day at a time; what a planner wants otherwise he says himself. */
export function workingParts(first: string, last: string, zone: Zone): WorkingPart[] {
  const parts: WorkingPart[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) {
    const weekday = weekdayOf(day);
    if (REST.includes(weekday)) continue;
    const hours = zone === 'Asia/Karachi' && weekday === FRIDAY ? PAKISTAN_FRIDAY : USUAL;
    for (const [from, to] of hours) parts.push({ day, from, to });
  }
  return parts;
}
