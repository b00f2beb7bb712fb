import { queryOptions } from '@tanstack/react-query';
import { api, type Answered, type Schemas } from '../../api/client';
import { pagesQuery } from '../../api/pages';

export type Account = Answered<'/api/v1/accounts/{id}'>;
export type Grant = Account['grants'][number];
export type NewGrant = Schemas['GrantRoleDto'];

export interface AccountsFilter {
  readonly search?: string;
  readonly status?: 'active' | 'disabled';
}

/** Shorter ones are refused, for they would find nearly everybody. */
const SHORTEST_SEARCH = 2;

export function accountsQuery({ search, status }: AccountsFilter) {
  const query = { status, search: search && [...search].length >= SHORTEST_SEARCH ? search : undefined, limit: 50 };
  return pagesQuery(['accounts', 'list', query], (cursor, signal) =>
    api('get', '/api/v1/accounts', { query: { ...query, cursor }, signal }),
  );
}

export function accountQuery(id: string) {
  return queryOptions({
    queryKey: ['accounts', id],
    queryFn: ({ signal }) => api('get', '/api/v1/accounts/{id}', { path: { id }, signal }),
  });
}

/** Without a password: the answer has one that works once. @throws Refused with `identity.user-name-taken` */
export function createAccount(userName: string, personId: string | undefined) {
  return api('post', '/api/v1/accounts', { body: { userName, personId } });
}

export function grantRole(id: string, grant: NewGrant) {
  return api('post', '/api/v1/accounts/{id}/grants', { path: { id }, body: grant });
}

export function withdrawRole(id: string, grantId: string) {
  return api('delete', '/api/v1/accounts/{id}/grants/{grantId}', { path: { id, grantId } });
}

export function disableAccount(id: string, reason: string) {
  return api('post', '/api/v1/accounts/{id}/disable', { path: { id }, body: { reason } });
}

export function enableAccount(id: string, reason: string) {
  return api('post', '/api/v1/accounts/{id}/enable', { path: { id }, body: { reason } });
}

export function resetPassword(id: string, reason: string) {
  return api('post', '/api/v1/accounts/{id}/password-reset', { path: { id }, body: { reason } });
}

export function endSessions(id: string) {
  return api('delete', '/api/v1/accounts/{id}/sessions', { path: { id } });
}
