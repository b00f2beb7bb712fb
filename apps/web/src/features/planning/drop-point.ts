import { timeOfDay } from './zone-time';

/** The time axis of a view: so many days side by side, each from one hour to another. */
export interface Axis {
  readonly days: readonly string[];
  readonly fromHour: number;
  readonly toHour: number;
  /** To which a drop snaps; 0: a drop changes the day alone. */
  readonly stepMinutes: number;
}

/**
 * Where a session would begin if it were dropped at a fraction of the axis. The schedule tells no one where the pointer
 * is while it drags; this is its own arithmetic (`calculateDropTime`), so that what is said before the drop comes true.
 * @param part 0 at the left edge of the lane to 1 at the right
 */
export function dropAt({ days, fromHour, toHour, stepMinutes }: Axis, part: number): { day: string; time?: string } {
  const along = Math.min(Math.max(part, 0), 0.999_999) * days.length;
  const day = days[Math.floor(along)];
  if (stepMinutes === 0) return { day };
  const minutes = (fromHour + (along % 1) * (toHour - fromHour)) * 60;
  const last = Math.floor((toHour * 60 - 1) / stepMinutes) * stepMinutes;
  return { day, time: timeOfDay(Math.min(Math.round(minutes / stepMinutes) * stepMinutes, last)) };
}
