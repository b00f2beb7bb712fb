import type { CourseSession } from '../../api/offerings';
import type { LaneKind } from './address';
import type { Wish } from './clashes';
import type { SessionChange } from './queries';

/** For sessions without a venue, or without anybody to teach them. */
export const NO_LANE = 'none';

export interface Lane {
  readonly id: string;
  readonly label: string;
}

/** The lanes in which a session stands. */
export function laneIdsOf(kind: LaneKind, { venue, instructors, offeringId }: CourseSession): string[] {
  if (kind === 'offering') return [offeringId];
  const ids = kind === 'venue' ? (venue ? [venue.id] : []) : instructors.map(({ personId }) => personId);
  return ids.length > 0 ? ids : [NO_LANE];
}

/** A session taken from one lane at its time to another lane or another time. */
export interface LaneMove {
  readonly session: CourseSession;
  readonly from: string;
  readonly to: string;
  readonly start: string;
  readonly end: string;
}

/** What the API is asked for; nothing where a session cannot go: it stays with its offering. */
export function changeOf(kind: LaneKind, { session, from, to, start, end }: LaneMove): SessionChange | undefined {
  if (from === to) return { start, end };
  if (kind === 'offering') return undefined;
  if (kind === 'venue') return { start, end, venueId: to === NO_LANE ? null : to };
  const instructors = session.instructors.map(({ personId, role }) => ({ personId, role }));
  if (instructors.some(({ personId }) => personId === to)) return undefined;
  const role = instructors.find(({ personId }) => personId === from)?.role ?? 'lead';
  const others = instructors.filter(({ personId }) => personId !== from);
  return { start, end, instructors: to === NO_LANE ? others : [...others, { personId: to, role }] };
}

/** What a session would take up after a change. */
export function wishOf(session: CourseSession, { start, end, venueId, instructors }: SessionChange): Wish {
  return {
    sessionId: session.id,
    offeringId: session.offeringId,
    start: start ?? session.start,
    end: end ?? session.end,
    venueId: venueId === undefined ? (session.venue?.id ?? null) : venueId,
    personIds: (instructors ?? session.instructors).map(({ personId }) => personId),
  };
}
