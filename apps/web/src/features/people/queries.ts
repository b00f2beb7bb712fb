import { queryOptions } from '@tanstack/react-query';
import { api, type Answered, type Listed, type Schemas } from '../../api/client';
import { pagesQuery } from '../../api/pages';

export type PersonRow = Listed<'/api/v1/people'>;
export type Person = Answered<'/api/v1/people/{id}'>;

export interface PeopleFilter {
  readonly search?: string;
  readonly unitId?: string;
  readonly status?: 'active' | 'left';
}

/** Shorter ones are refused, for they would find nearly everybody. */
const SHORTEST_SEARCH = 2;

export function peopleQuery({ search, ...filter }: PeopleFilter) {
  const query = { ...filter, search: search && [...search].length >= SHORTEST_SEARCH ? search : undefined, limit: 50 };
  return pagesQuery(['people', 'list', query], (cursor, signal) =>
    api('get', '/api/v1/people', { query: { ...query, cursor }, signal }),
  );
}

export function personQuery(id: string) {
  return queryOptions({
    queryKey: ['people', id],
    queryFn: ({ signal }) => api('get', '/api/v1/people/{id}', { path: { id }, signal }),
  });
}

export function certificationsOfQuery(personId: string) {
  return queryOptions({
    queryKey: ['certifications', 'of', personId],
    queryFn: ({ signal }) => api('get', '/api/v1/certifications', { query: { personId, limit: 200 }, signal }),
  });
}

export type PersonChange = Schemas['ChangePersonDto'];

/** Saves on top of the version that was read. @throws Refused with `platform.version-conflict` */
export function changePerson(id: string, version: number, change: PersonChange): Promise<{ version: number }> {
  const headers = { 'if-match': `"${version}"` };
  return api('patch', '/api/v1/people/{id}', { path: { id }, body: change, headers });
}
