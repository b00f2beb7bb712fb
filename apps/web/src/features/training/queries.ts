import { queryOptions } from '@tanstack/react-query';
import { api, type Listed } from '../../api/client';
import { KARACHI } from '../../i18n/format';

/** One enrolment with its offering. */
export type Training = Listed<'/api/v1/me/training'>;
export type Finding =
  NonNullable<Training['outlook']>['warnings'][number] | NonNullable<Training['result']>['shortfalls'][number];
export type OwnSession = Listed<'/api/v1/me/sessions'>;
export type Certificate = Listed<'/api/v1/me/certificates'>;

export const myTrainingQuery = queryOptions({
  queryKey: ['me', 'training'],
  queryFn: ({ signal }) => api('get', '/api/v1/me/training', { query: { limit: 200 }, signal }),
});

export const myCertificatesQuery = queryOptions({
  queryKey: ['me', 'certificates'],
  queryFn: ({ signal }) => api('get', '/api/v1/me/certificates', { signal }),
});

/** @param from first day @param to last day, inclusive */
export function mySessionsQuery(from: string, to: string) {
  return queryOptions({
    queryKey: ['me', 'sessions', from, to],
    queryFn: ({ signal }) =>
      api('get', '/api/v1/me/sessions', { query: { from, to, zone: KARACHI, limit: 200 }, signal }),
  });
}

export function myCertificationsQuery(personId: string | null) {
  return queryOptions({
    queryKey: ['certifications', 'of', personId],
    enabled: personId !== null,
    queryFn: ({ signal }) =>
      api('get', '/api/v1/certifications', { query: { personId: personId ?? '', limit: 200 }, signal }),
  });
}
