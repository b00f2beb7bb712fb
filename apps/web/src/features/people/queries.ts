import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, ok, type Answered, type Listed, type Schemas } from '../../api/client';

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
  return infiniteQueryOptions({
    queryKey: ['people', 'list', query],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      ok(api.GET('/api/v1/people', { params: { query: { ...query, cursor: pageParam } }, signal })),
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });
}

export function personQuery(id: string) {
  return queryOptions({
    queryKey: ['people', id],
    queryFn: ({ signal }) => ok(api.GET('/api/v1/people/{id}', { params: { path: { id } }, signal })),
  });
}

export function certificationsOfQuery(personId: string) {
  return queryOptions({
    queryKey: ['certifications', 'of', personId],
    queryFn: ({ signal }) =>
      ok(api.GET('/api/v1/certifications', { params: { query: { personId, limit: 200 } }, signal })),
  });
}

export type PersonChange = Schemas['ChangePersonDto'];

/** Saves on top of the version that was read. @throws Refused with `platform.version-conflict` */
export function changePerson(id: string, version: number, change: PersonChange): Promise<{ version: number }> {
  const headers = { 'if-match': `"${version}"` };
  return ok(api.PATCH('/api/v1/people/{id}', { params: { path: { id } }, body: change, headers }));
}
