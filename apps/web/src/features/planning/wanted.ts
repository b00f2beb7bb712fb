import type { CourseSession } from '../../api/offerings';
import { claimsTime } from './clashes';
import type { Taken } from './propose';
import type { Block } from './queries';
import type { SeenPlans } from './use-plan-facts';
import { minutesBetween } from './zone-time';

/** What is still to be planned of each block. */
export function stillWanted(blocks: readonly Block[], sessions: readonly CourseSession[]) {
  return blocks.map((block) => {
    const planned = sessions
      .filter((session) => session.blockCode === block.code && claimsTime(session))
      .reduce((sum, session) => sum + minutesBetween(session), 0);
    return { block, minutes: Math.max(0, block.minutes - planned) };
  });
}

/** When venues and people are taken, and when the offering itself meets already. */
export function takenBy({ sessions, unseen }: SeenPlans, offeringId?: string): Taken[] {
  const seen = sessions
    .filter(claimsTime)
    .flatMap(({ start, end, venue, instructors, ...session }) => [
      ...(session.offeringId === offeringId ? [{ start, end }] : []),
      ...(venue ? [{ resourceId: venue.id, start, end }] : []),
      ...instructors.map(({ personId }) => ({ resourceId: personId, start, end })),
    ]);
  return [...seen, ...unseen];
}
