import { queryOptions } from '@tanstack/react-query';
import { api, type Listed } from './client';

export type Scheme = Listed<'/api/v1/schemes'>;

/** Certification schemes; a few dozen at most. */
export const schemesQuery = queryOptions({
  queryKey: ['schemes'],
  staleTime: 10 * 60_000,
  queryFn: async ({ signal }) => (await api('get', '/api/v1/schemes', { query: { limit: 200 }, signal })).items,
});
