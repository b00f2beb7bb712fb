import { queryOptions } from '@tanstack/react-query';
import { api } from '../../api/client';

export const sessionsQuery = queryOptions({
  queryKey: ['auth', 'sessions'],
  queryFn: ({ signal }) => api('get', '/api/v1/auth/sessions', { signal }),
});

/** The person of the account; the account may see itself only with a role that reaches it. */
export function ownPersonQuery(personId: string | null) {
  return queryOptions({
    queryKey: ['people', personId],
    enabled: personId !== null,
    queryFn: ({ signal }) => api('get', '/api/v1/people/{id}', { path: { id: personId ?? '' }, signal }),
  });
}
