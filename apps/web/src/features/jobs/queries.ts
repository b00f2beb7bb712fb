import { queryOptions } from '@tanstack/react-query';
import { api, type Listed } from '../../api/client';
import type { JobState } from './states';

export type Job = Listed<'/api/v1/jobs'>;
export type QueueCounts = Listed<'/api/v1/jobs/counts'>;

/** Only while the screen is looked at: a tab in the background does not ask. */
const LOOK_EVERY_MS = 3_000;

export const countsQuery = queryOptions({
  queryKey: ['jobs', 'counts'],
  refetchInterval: LOOK_EVERY_MS,
  queryFn: async ({ signal }) => (await api('get', '/api/v1/jobs/counts', { signal })).items,
});

export function jobsQuery(state: JobState) {
  return queryOptions({
    queryKey: ['jobs', 'list', state],
    refetchInterval: LOOK_EVERY_MS,
    queryFn: async ({ signal }) => (await api('get', '/api/v1/jobs', { query: { state, limit: 200 }, signal })).items,
  });
}

export function retryJob({ queue, id }: Pick<Job, 'queue' | 'id'>) {
  return api('post', '/api/v1/jobs/{queue}/{id}/retry', { path: { queue, id } });
}
