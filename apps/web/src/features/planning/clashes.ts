import type { CourseSession } from '../../api/offerings';
import type { Booking } from './queries';
import { overlaps, type Span } from './zone-time';

/** What a session would take up, and when. */
export interface Wish extends Span {
  /** Absent for one that is not there yet. */
  readonly sessionId?: string;
  readonly offeringId?: string;
  readonly venueId: string | null;
  readonly personIds: readonly string[];
}

/** What stands in the way of a wish, as far as the bookings on screen tell. */
export interface SeenClash extends Span {
  /** The same trainees, for `offering`. */
  readonly kind: 'venue' | 'instructor' | 'offering';
  readonly resourceId: string;
  /** Absent where no more is known than that it is taken. */
  readonly name?: CourseSession['instructors'][number]['name'];
  /** Null for an offering that the reader may not see. */
  readonly session: CourseSession | null;
}

/** A time at which something is taken by an offering that the reader may not see. */
export type UnseenBooking = Pick<Booking, 'resourceId' | 'start' | 'end'>;

/** Whether it claims its time: not one that was cancelled, nor one that waits for a new time. */
export function claimsTime({ state, booked }: Pick<CourseSession, 'state' | 'booked'>): boolean {
  return state !== 'cancelled' && booked;
}

export function seenClashes(
  wish: Wish,
  sessions: readonly CourseSession[],
  unseen: readonly UnseenBooking[],
): SeenClash[] {
  const others = sessions.filter(
    (session) => session.id !== wish.sessionId && claimsTime(session) && overlaps(session, wish),
  );
  const seen = others.flatMap((session): SeenClash[] => {
    const { start, end, venue, instructors, offeringId } = session;
    const found: SeenClash[] = [];
    const add = (kind: SeenClash['kind'], resourceId: string, name?: SeenClash['name']) =>
      void found.push({ kind, resourceId, name, session, start, end });
    if (venue && venue.id === wish.venueId) add('venue', venue.id, venue.name);
    for (const { personId, name } of instructors)
      if (wish.personIds.includes(personId)) add('instructor', personId, name);
    if (offeringId === wish.offeringId) add('offering', offeringId);
    return found;
  });
  const hidden = unseen
    .filter(({ resourceId }) => resourceId === wish.venueId || wish.personIds.includes(resourceId))
    .filter((booking) => overlaps(booking, wish))
    .map(({ resourceId, start, end }): SeenClash => {
      const kind = resourceId === wish.venueId ? 'venue' : 'instructor';
      return { kind, resourceId, session: null, start, end };
    });
  return [...seen, ...hidden];
}
