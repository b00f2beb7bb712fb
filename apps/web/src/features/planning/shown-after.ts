import type { CourseSession } from '../../api/offerings';
import type { Authorisation, SessionChange, Venue } from './queries';

/** A session as it will look after a change, until the API has told it. */
export function shownAfter(
  session: CourseSession,
  { start, end, venueId, instructors }: SessionChange,
  venues: readonly Venue[],
  authorisations: readonly Authorisation[],
): CourseSession {
  const venue = venueId === undefined ? session.venue : (venues.find(({ id }) => id === venueId) ?? null);
  return {
    ...session,
    booked: true,
    start: start ?? session.start,
    end: end ?? session.end,
    venue: venue && { id: venue.id, code: venue.code, name: venue.name },
    instructors: (instructors ?? session.instructors).map(({ personId, role }) => ({
      personId,
      role,
      name: session.instructors.find((one) => one.personId === personId)?.name ?? nameOf(personId, authorisations),
    })),
  };
}

function nameOf(id: string, authorisations: readonly Authorisation[]): CourseSession['instructors'][number]['name'] {
  const found = authorisations.find(({ personId }) => personId === id);
  const en = found?.nameEn ?? '';
  return { en, ur: found?.nameUr ?? en, zh: found?.nameZh ?? en };
}
