import { queryOptions } from '@tanstack/react-query';
import { api, type Answered, type Listed } from '../../api/client';
import { pagesQuery } from '../../api/pages';
import type { AuditFilter } from './filter';

export type Entry = Listed<'/api/v1/audit'>;
export type Verdict = Answered<'/api/v1/audit/chain'>;

/** Pakistan has no daylight saving time. */
const startOf = (day: string | undefined) => day && `${day}T00:00:00.000+05:00`;
const endOf = (day: string | undefined) => day && `${day}T23:59:59.999+05:00`;

export function entriesQuery({ from, to, ...filter }: AuditFilter) {
  const query = { ...filter, from: startOf(from), to: endOf(to), limit: 50 };
  return pagesQuery(['audit', 'list', query], (cursor, signal) =>
    api('get', '/api/v1/audit', { query: { ...query, cursor }, signal }),
  );
}

export function entryQuery(id: string) {
  return queryOptions({
    queryKey: ['audit', id],
    queryFn: ({ signal }) => api('get', '/api/v1/audit/{id}', { path: { id }, signal }),
  });
}

export function accountsNamedQuery(search: string) {
  return queryOptions({
    queryKey: ['accounts', 'choice', search],
    enabled: search.length >= 2,
    queryFn: async ({ signal }) =>
      (await api('get', '/api/v1/accounts', { query: { search, limit: 20 }, signal })).items,
  });
}

export function accountQuery(id: string | undefined) {
  return queryOptions({
    queryKey: ['accounts', id],
    enabled: id !== undefined,
    queryFn: ({ signal }) => api('get', '/api/v1/accounts/{id}', { path: { id: id ?? '' }, signal }),
  });
}

export function personQuery(id: string | null) {
  return queryOptions({
    queryKey: ['people', id],
    enabled: id !== null,
    queryFn: ({ signal }) => api('get', '/api/v1/people/{id}', { path: { id: id ?? '' }, signal }),
  });
}

/** Recomputes the whole chain, which takes a while on a long one. */
export function proveChain(): Promise<Verdict> {
  return api('get', '/api/v1/audit/chain');
}
