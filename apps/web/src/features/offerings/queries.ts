import { queryOptions } from '@tanstack/react-query';
import { api, type Listed, type Schemas } from '../../api/client';
import { pagesQuery } from '../../api/pages';
import type { Register } from '../../offline/registers';
import type { OfferingState } from './states';

export type OfferingRow = Listed<'/api/v1/offerings'>;
export type PastMark = Listed<'/api/v1/sessions/{id}/register/marks'>;

export const ATTENDANCE = ['present', 'late', 'absent', 'excused'] as const;

export function offeringsQuery(filter: { readonly state?: OfferingState; readonly unitId?: string }) {
  const query = { ...filter, limit: 50 };
  return pagesQuery(['offerings', 'list', query], (cursor, signal) =>
    api('get', '/api/v1/offerings', { query: { ...query, cursor }, signal }),
  );
}

/** Sessions of offerings that one may see, on one day where the units are. */
export function sessionsOfDayQuery(day: string) {
  const query = { from: day, to: day, zone: 'Asia/Karachi', limit: 200 } as const;
  return queryOptions({
    queryKey: ['sessions', query],
    queryFn: ({ signal }) => api('get', '/api/v1/sessions', { query, signal }),
  });
}

export type Step = Schemas['StepDto'] & {
  /** Of the intention: sent again, the first answer comes again. */
  readonly key: string;
};

/** @throws Refused with `scheduling.not-feasible`, `scheduling.wrong-state`, `scheduling.sessions-open` */
export function stepOffering(id: string, { key, ...body }: Step) {
  return api('post', '/api/v1/offerings/{id}/steps', { path: { id }, body, headers: { 'idempotency-key': key } });
}

/** Every mark of one trainee in a session, the one that stands first. */
export function marksQuery(sessionId: string, enrolmentId: string) {
  return queryOptions({
    queryKey: ['registers', sessionId, 'marks', enrolmentId],
    staleTime: 0,
    queryFn: async ({ signal }) => {
      const asked = { path: { id: sessionId }, query: { enrolmentId }, signal };
      return (await api('get', '/api/v1/sessions/{id}/register/marks', asked)).items;
    },
  });
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

export function reopenRegister(sessionId: string, reason: string) {
  return api('post', '/api/v1/sessions/{id}/register/reopen', { path: { id: sessionId }, body: { reason } });
}

/** Marks of a signed register, over those that stand. */
export function correctMarks(sessionId: string, body: Schemas['CorrectMarksDto'], key: string) {
  const headers = { 'idempotency-key': key };
  return api('post', '/api/v1/sessions/{id}/register/corrections', { path: { id: sessionId }, body, headers });
}
