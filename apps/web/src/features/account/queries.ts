import { queryOptions } from '@tanstack/react-query';
import { api, ok } from '../../api/client';

export const sessionsQuery = queryOptions({
  queryKey: ['auth', 'sessions'],
  queryFn: ({ signal }) => ok(api.GET('/api/v1/auth/sessions', { signal })),
});

/** The person of the account; the account may see itself only with a role that reaches it. */
export function ownPersonQuery(personId: string | null) {
  return queryOptions({
    queryKey: ['people', personId],
    enabled: personId !== null,
    queryFn: ({ signal }) => ok(api.GET('/api/v1/people/{id}', { params: { path: { id: personId ?? '' } }, signal })),
  });
}
