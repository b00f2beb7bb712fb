import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, type Answered, type Listed, type Schemas } from '../../api/client';
import type { CourseSession } from '../../api/offerings';
import { everyPage } from '../../api/pages';
import { CALENDAR_ZONE } from './zone-time';

export type Venue = Listed<'/api/v1/venues'>;
export type Equipment = Listed<'/api/v1/equipment'>;
export type Authorisation = Listed<'/api/v1/instructor-authorisations'>;
export type Course = Listed<'/api/v1/courses'>;
export type Booking = Listed<'/api/v1/bookings'>;
export type CourseVersion = Answered<'/api/v1/courses/{id}/versions/{versionId}'>;
export type Block = CourseVersion['content']['blocks'][number];
export type Role = Authorisation['role'];
export type SessionChange = Schemas['ChangeSessionDto'];
export type NewSession = Schemas['AddSessionDto'];
export type NewOffering = Schemas['CreateOfferingDto'];

const PAGE = 200;
/** As many resources as the API tells of at once. */
const AT_ONCE = 100;
const RARELY_CHANGES_MS = 10 * 60_000;

export const venuesQuery = queryOptions({
  queryKey: ['venues'],
  staleTime: RARELY_CHANGES_MS,
  queryFn: ({ signal }) =>
    everyPage((cursor) => api('get', '/api/v1/venues', { query: { limit: PAGE, cursor }, signal })),
});

export const equipmentQuery = queryOptions({
  queryKey: ['equipment'],
  staleTime: RARELY_CHANGES_MS,
  queryFn: ({ signal }) =>
    everyPage((cursor) => api('get', '/api/v1/equipment', { query: { limit: PAGE, cursor }, signal })),
});

/** Who may teach what, in which role, on which days. */
export function authorisationsQuery(courseId?: string) {
  return queryOptions({
    queryKey: ['instructor-authorisations', courseId],
    staleTime: RARELY_CHANGES_MS,
    queryFn: ({ signal }) =>
      everyPage((cursor) =>
        api('get', '/api/v1/instructor-authorisations', { query: { courseId, limit: PAGE, cursor }, signal }),
      ),
  });
}

export const coursesQuery = queryOptions({
  queryKey: ['courses', 'all'],
  queryFn: ({ signal }) =>
    everyPage((cursor) => api('get', '/api/v1/courses', { query: { limit: PAGE, cursor }, signal })),
});

export function courseVersionQuery(id: string, versionId: string) {
  return queryOptions({
    queryKey: ['courses', id, 'versions', versionId],
    queryFn: ({ signal }) =>
      api('get', '/api/v1/courses/{id}/versions/{versionId}', { path: { id, versionId }, signal }),
  });
}

/** Sessions of the days, of every offering that the reader may see. */
export function sessionsQuery(from: string, to: string, zone = CALENDAR_ZONE) {
  return queryOptions({
    queryKey: ['sessions', 'between', from, to, zone],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      everyPage<CourseSession>((cursor) =>
        api('get', '/api/v1/sessions', { query: { from, to, zone, limit: PAGE, cursor }, signal }),
      ),
  });
}

export function sessionQuery(id: string) {
  return queryOptions({
    queryKey: ['sessions', id],
    queryFn: ({ signal }) => api('get', '/api/v1/sessions/{id}', { path: { id }, signal }),
  });
}

/** When these are taken, by whatever offering. */
export function bookingsQuery(resourceIds: readonly string[], from: string, to: string, zone = CALENDAR_ZONE) {
  const ids = [...new Set(resourceIds)].sort();
  return queryOptions({
    queryKey: ['bookings', ids, from, to, zone],
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => {
      const parts = Array.from({ length: Math.ceil(ids.length / AT_ONCE) }, (_, i) =>
        ids.slice(i * AT_ONCE, (i + 1) * AT_ONCE),
      );
      const lists = await Promise.all(
        parts.map((resourceId) =>
          everyPage<Booking>((cursor) =>
            api('get', '/api/v1/bookings', { query: { resourceId, from, to, zone, limit: PAGE, cursor }, signal }),
          ),
        ),
      );
      return lists.flat();
    },
  });
}

/** On top of the version that was read. @throws Refused with `platform.version-conflict`, `scheduling.clash` and others */
export function changeSession(id: string, version: number, change: SessionChange): Promise<{ version: number }> {
  const headers = { 'if-match': `"${version}"` };
  return api('patch', '/api/v1/sessions/{id}', { path: { id }, body: change, headers });
}

/** @param key one for each session that is wanted: sent again, the first answer comes again */
export function addSession(offeringId: string, body: NewSession, key: string) {
  const headers = { 'idempotency-key': key };
  return api('post', '/api/v1/offerings/{id}/sessions', { path: { id: offeringId }, body, headers });
}

export function cancelSession(id: string, reason: string) {
  return api('post', '/api/v1/sessions/{id}/cancel', { path: { id }, body: { reason } });
}

export function createOffering(body: NewOffering, key: string) {
  return api('post', '/api/v1/offerings', { body, headers: { 'idempotency-key': key } });
}
