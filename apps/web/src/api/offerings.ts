import { queryOptions } from '@tanstack/react-query';
import { api, type Answered } from './client';

export type Offering = Answered<'/api/v1/offerings/{id}'>;

/** An offering with its sessions. */
export function offeringQuery(id: string) {
  return queryOptions({
    queryKey: ['offerings', id],
    queryFn: ({ signal }) => api('get', '/api/v1/offerings/{id}', { path: { id }, signal }),
  });
}
