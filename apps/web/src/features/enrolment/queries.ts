import { queryOptions, type QueryClient } from '@tanstack/react-query';
import { api, type Answered, type Listed, type Schemas } from '../../api/client';
import { everyPage, pagesQuery } from '../../api/pages';

export type Enrolment = Listed<'/api/v1/enrolments'>;
export type EnrolmentState = Enrolment['state'];
export type Awaiting = Listed<'/api/v1/nominations/awaiting'>;
export type Offering = Answered<'/api/v1/offerings/{id}'>;
export type Seats = Answered<'/api/v1/offerings/{id}/seats'>;
export type Quota = Schemas['QuotaDto'];
export type PersonRow = Listed<'/api/v1/people'>;
export type Refusal = Schemas['EnrolmentRefusalDto'];
export type Nominee = Schemas['NominatedPersonDto'];
export type IncompleteReason = Schemas['IncompleteDto']['reason'];

const MOST = 200;
/** Shorter ones are refused, for they would find nearly everybody. */
const SHORTEST_SEARCH = 2;

export function offeringQuery(id: string) {
  return queryOptions({
    queryKey: ['offerings', id],
    queryFn: ({ signal }) => api('get', '/api/v1/offerings/{id}', { path: { id }, signal }),
  });
}

export function seatsQuery(offeringId: string) {
  return queryOptions({
    queryKey: ['enrolments', 'seats', offeringId],
    queryFn: ({ signal }) => api('get', '/api/v1/offerings/{id}/seats', { path: { id: offeringId }, signal }),
  });
}

/** Everybody on the offering whom the reader may see: counted and sorted here, so all of them. */
export function rosterQuery(offeringId: string) {
  return queryOptions({
    queryKey: ['enrolments', 'roster', offeringId],
    queryFn: ({ signal }) =>
      everyPage((cursor) => api('get', '/api/v1/enrolments', { query: { offeringId, limit: MOST, cursor }, signal })),
  });
}

export const awaitingQuery = pagesQuery(['enrolments', 'awaiting'], (cursor, signal) =>
  api('get', '/api/v1/nominations/awaiting', { query: { limit: MOST, cursor }, signal }),
);

/** Those who serve, and whose names in any script or service number fit. */
export function candidatesQuery(filter: { readonly search?: string; readonly unitId?: string }) {
  const search = filter.search && [...filter.search].length >= SHORTEST_SEARCH ? filter.search : undefined;
  const query = { search, unitId: filter.unitId, status: 'active', limit: 50 } as const;
  return pagesQuery(['people', 'list', query], (cursor, signal) =>
    api('get', '/api/v1/people', { query: { ...query, cursor }, signal }),
  );
}

/** Name and number of one who was chosen, perhaps on another screen. */
export function chosenQuery(id: string) {
  return queryOptions<PersonRow>({
    queryKey: ['people', 'chosen', id],
    queryFn: ({ signal }) => api('get', '/api/v1/people/{id}', { path: { id }, signal }),
  });
}

/** Other runs of the course that still take people. */
export function openRunsQuery(courseId: string, from: string) {
  const query = { courseId, state: 'published', from, limit: MOST } as const;
  return queryOptions({
    queryKey: ['offerings', 'list', 'runs', query],
    queryFn: async ({ signal }) => (await api('get', '/api/v1/offerings', { query, signal })).items,
  });
}

const keyed = (key: string) => ({ 'idempotency-key': key });

export function nominate(offeringId: string, people: Nominee[], key: string) {
  return api('post', '/api/v1/nominations', { body: { offeringId, people }, headers: keyed(key) });
}

/** Each is answered by itself. */
export function endorse(ids: string[], key: string) {
  return api('post', '/api/v1/nominations/endorse', { body: { ids }, headers: keyed(key) });
}

export function reject(id: string, reason: string, key: string) {
  return api('post', '/api/v1/enrolments/{id}/reject', { path: { id }, body: { reason }, headers: keyed(key) });
}

export function withdraw(id: string, reason: string, key: string) {
  return api('post', '/api/v1/enrolments/{id}/cancel', { path: { id }, body: { reason }, headers: keyed(key) });
}

export function substitute(id: string, body: Schemas['SubstituteDto'], key: string) {
  return api('post', '/api/v1/enrolments/{id}/substitute', { path: { id }, body, headers: keyed(key) });
}

export function endIncomplete(id: string, body: Schemas['IncompleteDto'], key: string) {
  return api('post', '/api/v1/enrolments/{id}/incomplete', { path: { id }, body, headers: keyed(key) });
}

export function walkOn(offeringId: string, personId: string, key: string) {
  const path = { id: offeringId };
  return api('post', '/api/v1/offerings/{id}/walk-ons', { path, body: { personId }, headers: keyed(key) });
}

export function confirmSeats(offeringId: string, key: string) {
  return api('post', '/api/v1/offerings/{id}/confirm', { path: { id: offeringId }, headers: keyed(key) });
}

/** The whole list, in place of the one before. */
export function setQuotas(offeringId: string, version: number, quotas: Quota[]) {
  const headers = { 'if-match': `"${version}"` };
  return api('put', '/api/v1/offerings/{id}/quotas', { path: { id: offeringId }, body: { quotas }, headers });
}

/** After any step: seats move, those who wait move up, and offerings are confirmed by it. */
export function readAgain(client: QueryClient, offeringId?: string): Promise<unknown> {
  return Promise.all([
    client.invalidateQueries({ queryKey: ['enrolments'] }),
    client.invalidateQueries({ queryKey: offeringId ? ['offerings', offeringId] : ['offerings'] }),
  ]);
}
