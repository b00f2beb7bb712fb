import type { CourseSession } from '../../api/offerings';
import { addDays } from '../../i18n/civil-date';
import type { View } from './address';
import type { Axis } from './drop-point';
import { CALENDAR_ZONE, dayAndTime, minutesOfDay, weekdayOf } from './zone-time';

/** The working day, unless a session lies outside. */
const FROM_HOUR = 6;
const TO_HOUR = 20;
/** To which a drop snaps; in the month it changes the day alone. */
const STEP_MINUTES: Readonly<Record<View, number>> = { day: 15, week: 30, month: 0 };

/** The days that a view shows around a date, the first and the last. */
export function daysOf(view: View, date: string): readonly string[] {
  if (view === 'day') return [date];
  if (view === 'week') {
    const monday = addDays(date, -((weekdayOf(date) + 6) % 7));
    return Array.from({ length: 7 }, (_, i) => addDays(monday, i));
  }
  const first = `${date.slice(0, 8)}01`;
  const days = Array.from({ length: 31 }, (_, i) => addDays(first, i));
  return days.filter((day) => day.slice(0, 7) === first.slice(0, 7));
}

/** The date one view earlier or later. */
export function turned(view: View, date: string, by: 1 | -1): string {
  if (view !== 'month') return addDays(date, by * (view === 'day' ? 1 : 7));
  const days = daysOf('month', date);
  const beside = by === 1 ? addDays(days[days.length - 1], 1) : addDays(days[0], -1);
  return `${beside.slice(0, 8)}01`;
}

/** Even hours, for the week shows two at a time; wide enough for every session. */
export function axisOf(view: View, date: string, sessions: readonly CourseSession[]): Axis {
  let [fromHour, toHour] = [FROM_HOUR, TO_HOUR];
  for (const { start, end } of sessions) {
    const [firstDay, from] = dayAndTime(start, CALENDAR_ZONE);
    const [lastDay, to] = dayAndTime(end, CALENDAR_ZONE);
    fromHour = Math.min(fromHour, firstDay === lastDay ? Math.floor(minutesOfDay(from) / 120) * 2 : 0);
    toHour = Math.max(toHour, firstDay === lastDay ? Math.ceil(minutesOfDay(to) / 120) * 2 : 24);
  }
  return { days: daysOf(view, date), fromHour, toHour, stepMinutes: STEP_MINUTES[view] };
}
