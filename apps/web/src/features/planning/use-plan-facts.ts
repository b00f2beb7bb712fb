import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { CourseSession, Zone } from '../../api/offerings';
import { addDays } from '../../i18n/format';
import type { UnseenBooking } from './clashes';
import {
  authorisationsQuery,
  bookingsQuery,
  courseVersionQuery,
  equipmentQuery,
  sessionsQuery,
  venuesQuery,
  type Authorisation,
  type Block,
  type Equipment,
  type Venue,
} from './queries';

/** What sessions of a course are planned with. */
export interface PlanFacts {
  readonly blocks: readonly Block[];
  readonly venues: readonly Venue[];
  readonly authorisations: readonly Authorisation[];
  readonly equipment: readonly Equipment[];
}

/** Several queries to wait for as one. @param data what they brought, once all have */
export function together<T>(
  all: readonly Pick<UseQueryResult, 'error' | 'isError' | 'refetch'>[],
  data: T | undefined,
) {
  const refetch = () => Promise.all(all.filter(({ isError }) => isError).map((one) => one.refetch()));
  return { data, error: all.find(({ error }) => error)?.error ?? null, refetch };
}

export function usePlanFacts(courseId: string | undefined, versionId: string | undefined) {
  const version = useQuery({
    ...courseVersionQuery(courseId ?? '', versionId ?? ''),
    enabled: !!courseId && !!versionId,
  });
  const venues = useQuery(venuesQuery);
  const authorisations = useQuery({ ...authorisationsQuery(courseId), enabled: !!courseId });
  const equipment = useQuery(equipmentQuery);
  const data: PlanFacts | undefined =
    version.data && venues.data && authorisations.data && equipment.data
      ? {
          blocks: version.data.content.blocks,
          venues: venues.data,
          authorisations: authorisations.data,
          equipment: equipment.data,
        }
      : undefined;
  return together([version, venues, authorisations, equipment], data);
}

/** Sessions and unseen bookings from one day to another, as far as the reader may see them. */
export interface SeenPlans {
  readonly sessions: readonly CourseSession[];
  readonly unseen: readonly UnseenBooking[];
  /** False while more may be found to be taken. */
  readonly ready: boolean;
}

export function useSeenPlans(facts: PlanFacts | undefined, first: string, last: string, zone: Zone): SeenPlans {
  const resources = facts
    ? [...facts.venues.map(({ id }) => id), ...facts.authorisations.map(({ personId }) => personId)]
    : [];
  const known = !!first && !!last && first <= last;
  const until = known ? addDays(last, 1) : last;
  const sessions = useQuery({ ...sessionsQuery(first, until, zone), enabled: known });
  const bookings = useQuery({
    ...bookingsQuery(resources, first, until, zone),
    enabled: known && resources.length > 0,
  });
  return {
    sessions: sessions.data ?? [],
    unseen: (bookings.data ?? []).filter((booking) => booking.for === null),
    ready: [sessions, bookings].every(({ isFetching, isPlaceholderData }) => !isFetching && !isPlaceholderData),
  };
}
