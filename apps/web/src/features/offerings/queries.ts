import { queryOptions } from '@tanstack/react-query';
import { api, type Answered, type Listed, type Schemas } from '../../api/client';
import { pagesQuery } from '../../api/pages';
import type { OfferingState } from './states';

export type OfferingRow = Listed<'/api/v1/offerings'>;
export type Register = Answered<'/api/v1/sessions/{id}/register'>;
export type RegisterLine = Register['people'][number];
export type Mark = Schemas['MarkDto'];

export const ATTENDANCE = ['present', 'late', 'absent', 'excused'] as const;

export function offeringsQuery(filter: { readonly state?: OfferingState; readonly unitId?: string }) {
  const query = { ...filter, limit: 50 };
  return pagesQuery(['offerings', 'list', query], (cursor, signal) =>
    api('get', '/api/v1/offerings', { query: { ...query, cursor }, signal }),
  );
}

export type Step = Schemas['StepDto'] & {
  /** Of the intention: sent again, the first answer comes again. */
  readonly key: string;
};

/** @throws Refused with `scheduling.not-feasible`, `scheduling.wrong-state`, `scheduling.sessions-open` */
export function stepOffering(id: string, { key, ...body }: Step) {
  return api('post', '/api/v1/offerings/{id}/steps', { path: { id }, body, headers: { 'idempotency-key': key } });
}

export function registerQuery(sessionId: string) {
  return queryOptions({
    queryKey: ['registers', sessionId],
    queryFn: ({ signal }) => api('get', '/api/v1/sessions/{id}/register', { path: { id: sessionId }, signal }),
  });
}

/** May be sent again: what stands already writes nothing. */
export function writeMarks(sessionId: string, marks: Mark[]) {
  return api('put', '/api/v1/sessions/{id}/register/marks', { path: { id: sessionId }, body: { marks } });
}

/** Both on top of the version that was read. @throws Refused with `platform.version-conflict` */
export function submitRegister({ sessionId, version }: Register) {
  const headers = { 'if-match': `"${version}"` };
  return api('post', '/api/v1/sessions/{id}/register/submit', { path: { id: sessionId }, headers });
}

export function countersignRegister({ sessionId, version }: Register) {
  const headers = { 'if-match': `"${version}"` };
  return api('post', '/api/v1/sessions/{id}/register/countersign', { path: { id: sessionId }, headers });
}
