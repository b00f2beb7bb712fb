import type { CourseSession } from '../../api/offerings';
import type { IconName } from '../../ui/icon';
import type { Tone } from '../../ui/notice';

export type SessionLook = 'draft' | 'scheduled' | 'held' | 'cancelled' | 'waiting';

/** How far a session stands: a draft's may still change freely; one that was postponed waits for a new time. */
export function lookOf({ state, booked, offeringState }: CourseSession): SessionLook {
  if (state !== 'scheduled') return state;
  if (!booked) return 'waiting';
  return offeringState === 'draft' || offeringState === 'planned' ? 'draft' : 'scheduled';
}

/** Each differs by icon and word; colour comes last. */
export const SESSION_LOOKS: Readonly<Record<SessionLook, readonly [Tone, IconName]>> = {
  draft: ['quiet', 'pen'],
  scheduled: ['info', 'clock'],
  held: ['good', 'check'],
  cancelled: ['bad', 'cross'],
  waiting: ['warn', 'pause'],
};
