import { queryOptions } from '@tanstack/react-query';
import { api, type Answered, type Listed } from '../../api/client';
import { everyPage } from '../../api/pages';
import { addDays, today } from '../../i18n/format';
import { AHEAD } from './lapses';

export type Certification = Listed<'/api/v1/certifications'>;
export type Offering = Listed<'/api/v1/offerings'>;
export type Seats = Answered<'/api/v1/offerings/{id}/seats'>;

const MOST = 200;

/** What has expired or will within the days looked at. Told by name and counted here, so all of it. */
export function expiringQuery(unitId: string | undefined) {
  const expiresBefore = addDays(today(), AHEAD + 1);
  return queryOptions({
    queryKey: ['certifications', 'expiring', { unitId, expiresBefore }],
    queryFn: ({ signal }) =>
      everyPage((cursor) =>
        api('get', '/api/v1/certifications', { query: { unitId, expiresBefore, limit: MOST, cursor }, signal }),
      ),
  });
}

/** Runs of courses for which people can be nominated. */
export const openOfferingsQuery = queryOptions({
  queryKey: ['offerings', 'list', 'open'],
  queryFn: ({ signal }) =>
    everyPage((cursor) =>
      api('get', '/api/v1/offerings', { query: { state: 'published', from: today(), limit: MOST, cursor }, signal }),
    ),
});

export function seatsQuery(offeringId: string) {
  return queryOptions({
    queryKey: ['enrolments', 'seats', offeringId],
    queryFn: ({ signal }) => api('get', '/api/v1/offerings/{id}/seats', { path: { id: offeringId }, signal }),
  });
}

/** Who serves and is posted to a post today. */
export function postedQuery(postId: string) {
  return queryOptions({
    queryKey: ['people', 'posted', postId],
    queryFn: ({ signal }) =>
      everyPage((cursor) =>
        api('get', '/api/v1/people', { query: { postId, status: 'active', limit: MOST, cursor }, signal }),
      ),
  });
}
