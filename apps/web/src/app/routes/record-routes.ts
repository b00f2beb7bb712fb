import { createRoute } from '@tanstack/react-router';
import { STATUSES, type CertificationStatus } from '../../ui/status-badge';
import { dateIn, part, root, textIn, texts, type Search } from './parts';

interface CertificationsSearch {
  readonly validAt?: string;
  readonly search?: string;
  readonly scheme?: string;
  readonly unit?: string;
  readonly status?: CertificationStatus;
}

const people = createRoute({
  getParentRoute: () => root,
  path: '/people',
  validateSearch: (search: Search): { search?: string; unit?: string; status?: 'active' | 'left' } => ({
    search: textIn(search['search']),
    unit: textIn(search['unit']),
    status: search['status'] === 'left' || search['status'] === 'active' ? search['status'] : undefined,
  }),
  loader: texts('people'),
  component: part(() => import('../../features/people/people-page')),
});

const person = createRoute({
  getParentRoute: () => root,
  path: '/people/$personId',
  validateSearch: (search: Search): { edit?: true } => ({ edit: search['edit'] === true || undefined }),
  loader: texts('people'),
  component: part(() => import('../../features/people/person-page')),
});

const certifications = createRoute({
  getParentRoute: () => root,
  path: '/certifications',
  validateSearch: (search: Search): CertificationsSearch => ({
    validAt: dateIn(search['validAt']),
    search: textIn(search['search']),
    scheme: textIn(search['scheme']),
    unit: textIn(search['unit']),
    status: STATUSES.find((status) => status === search['status']),
  }),
  loader: texts('certifications'),
  component: part(() => import('../../features/certifications/certifications-page')),
});

const certification = createRoute({
  getParentRoute: () => root,
  path: '/certifications/$certificationId',
  validateSearch: (search: Search): { validAt?: string } => ({ validAt: dateIn(search['validAt']) }),
  loader: texts('certifications'),
  component: part(() => import('../../features/certifications/certification-page')),
});

export const recordRoutes = [people, person, certifications, certification] as const;
