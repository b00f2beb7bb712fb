import { queryOptions } from '@tanstack/react-query';
import { api, type Answered } from './client';

export type Offering = Answered<'/api/v1/offerings/{id}'>;
export type CourseSession = Offering['sessions'][number];
export type Zone = CourseSession['zone'];

/** One offering with its sessions, its steps and what stands in its way. */
export function offeringQuery(id: string) {
  return queryOptions({
    queryKey: ['offerings', id],
    queryFn: ({ signal }) => api('get', '/api/v1/offerings/{id}', { path: { id }, signal }),
  });
}
