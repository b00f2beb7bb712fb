import { queryOptions } from '@tanstack/react-query';
import { api, type Answered, type Listed } from '../../api/client';
import { pagesQuery } from '../../api/pages';

export type CertificationRow = Listed<'/api/v1/certifications'>;
export type Certification = Answered<'/api/v1/certifications/{id}'>;
export type CertificationEvent = Certification['events'][number];

export interface CertificationFilter {
  readonly schemeId?: string;
  readonly unitId?: string;
  readonly search?: string;
  readonly status?: CertificationRow['status'];
  /** The day asked about; today when left out. */
  readonly validAt?: string;
}

export function certificationsQuery(filter: CertificationFilter) {
  return pagesQuery(['certifications', 'list', filter], (cursor, signal) =>
    api('get', '/api/v1/certifications', { query: { ...filter, limit: 50, cursor }, signal }),
  );
}

export function certificationQuery(id: string, validAt: string | undefined) {
  return queryOptions({
    queryKey: ['certifications', 'one', id, validAt],
    queryFn: ({ signal }) => api('get', '/api/v1/certifications/{id}', { path: { id }, query: { validAt }, signal }),
  });
}
