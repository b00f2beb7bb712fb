import { queryOptions } from '@tanstack/react-query';
import { api, type Answered, type Listed, type Schemas } from '../../api/client';
import { pagesQuery } from '../../api/pages';

export type ResultGrid = Answered<'/api/v1/offerings/{id}/results'>;
export type Trainee = ResultGrid['people'][number];
export type Score = Trainee['results'][number];
export type ScoreRefusal = Schemas['ScoreRefusalDto'];
export type Ratification = Answered<'/api/v1/offerings/{id}/ratification'>;
export type Obstacle = Ratification['obstacles'][number];
export type Judged = Ratification['people'][number];
export type TraineeProgress = Listed<'/api/v1/offerings/{id}/progress'>;
export type Batch = Answered<'/api/v1/certification-batches/{id}'>;
export type Task = Listed<'/api/v1/certification-batches/{id}/tasks'>;

export function gridQuery(offeringId: string) {
  return queryOptions({
    queryKey: ['results', offeringId, 'grid'],
    queryFn: ({ signal }) => api('get', '/api/v1/offerings/{id}/results', { path: { id: offeringId }, signal }),
  });
}

export function ratificationQuery(offeringId: string) {
  return queryOptions({
    queryKey: ['results', offeringId, 'ratification'],
    // What is asked to be ratified must be what is there now.
    staleTime: 0,
    queryFn: ({ signal }) => api('get', '/api/v1/offerings/{id}/ratification', { path: { id: offeringId }, signal }),
  });
}

/** The ratified results that stand, with those of people who left. */
export function outcomesQuery(offeringId: string) {
  return queryOptions({
    queryKey: ['results', offeringId, 'outcomes'],
    queryFn: async ({ signal }) =>
      (await api('get', '/api/v1/offerings/{id}/progress', { path: { id: offeringId }, signal })).items,
  });
}

const POLL_MS = 1_000;
/** How often it is asked for: one that is not there by then does not come by itself. */
const LONGEST_WAIT = 300;

/** The batch that the offering's ratification set going; it is there a moment after the ratification. */
export function batchIdQuery(offeringId: string) {
  return queryOptions({
    queryKey: ['results', offeringId, 'batch'],
    queryFn: async ({ signal }) => {
      const query = { offeringId, limit: 200 };
      const { items } = await api('get', '/api/v1/certification-batches', { query, signal });
      // Corrections open batches of their own.
      return items.find(({ cause }) => cause === `offering:${offeringId}`)?.id ?? null;
    },
    refetchInterval: ({ state: { data, dataUpdateCount } }) =>
      data || dataUpdateCount > LONGEST_WAIT ? false : POLL_MS,
  });
}

/** Asked each second while it runs. */
export function batchQuery(id: string) {
  return queryOptions({
    queryKey: ['results', 'batches', id],
    staleTime: 0,
    queryFn: ({ signal }) => api('get', '/api/v1/certification-batches/{id}', { path: { id }, signal }),
    refetchInterval: ({ state: { data } }) => (data?.percent === 100 ? false : POLL_MS),
  });
}

/** @param state of the batch, so that what changed is read anew */
export function tasksQuery(batchId: string, state: string) {
  return pagesQuery(['results', 'tasks', batchId, state], (cursor, signal) =>
    api('get', '/api/v1/certification-batches/{id}/tasks', {
      ...{ path: { id: batchId }, query: { limit: 100, cursor }, signal },
    }),
  );
}

export function ratify(offeringId: string, { withoutResults, key }: { withoutResults: boolean; key: string }) {
  const headers = { 'idempotency-key': key };
  return api('post', '/api/v1/offerings/{id}/ratify', { path: { id: offeringId }, body: { withoutResults }, headers });
}

/** For one who was confirmed and never came. */
export function recordNoShow(enrolmentId: string, key: string) {
  const headers = { 'idempotency-key': key };
  return api('post', '/api/v1/enrolments/{id}/incomplete', {
    ...{ path: { id: enrolmentId }, body: { reason: 'no_show' as const }, headers },
  });
}

/** @param outcome by the rules when left out */
export function correctOutcome(id: string, body: Schemas['CorrectCourseResultDto'], key: string) {
  const headers = { 'idempotency-key': key };
  return api('post', '/api/v1/course-results/{id}/corrections', { path: { id }, body, headers });
}
