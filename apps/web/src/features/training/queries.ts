import { queryOptions } from '@tanstack/react-query';
import { api, getJson } from '../../api/client';
import type { Certificate, OwnSession, Training } from './types';

interface Page<T> {
  readonly items: readonly T[];
  readonly nextCursor: string | null;
}

export const myTrainingQuery = queryOptions({
  queryKey: ['me', 'training'],
  queryFn: ({ signal }) => getJson<Page<Training>>('/api/v1/me/training?limit=200', signal),
});

export const myCertificatesQuery = queryOptions({
  queryKey: ['me', 'certificates'],
  queryFn: ({ signal }) => getJson<Page<Certificate>>('/api/v1/me/certificates?limit=200', signal),
});

/** @param from first day @param to last day, inclusive */
export function mySessionsQuery(from: string, to: string) {
  return queryOptions({
    queryKey: ['me', 'sessions', from, to],
    queryFn: ({ signal }) => getJson<Page<OwnSession>>(`/api/v1/me/sessions?limit=200&from=${from}&to=${to}`, signal),
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
