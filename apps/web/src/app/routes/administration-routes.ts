import { createRoute } from '@tanstack/react-router';
import { DEEDS, type Deed } from '../../features/accounts/deeds';
import { auditFilter } from '../../features/audit/filter';
import { ROW_OUTCOMES, type RowOutcome } from '../../features/imports/outcomes';
import { JOB_STATES, type JobState } from '../../features/jobs/states';
import { part, root, textIn, texts, type Search } from './parts';

const imports = createRoute({
  getParentRoute: () => root,
  path: '/imports',
  loader: texts('imports'),
  component: part(() => import('../../features/imports/imports-page')),
});

const oneImport = createRoute({
  getParentRoute: () => root,
  path: '/imports/$importId',
  validateSearch: (search: Search): { outcome?: RowOutcome; fault?: string; correct?: true } => ({
    outcome: ROW_OUTCOMES.find((outcome) => outcome === search['outcome']),
    fault: textIn(search['fault']),
    correct: search['correct'] === true || undefined,
  }),
  loader: texts('imports'),
  component: part(() => import('../../features/imports/import-page')),
});

const audit = createRoute({
  getParentRoute: () => root,
  path: '/audit',
  validateSearch: auditFilter,
  loader: texts('audit'),
  component: part(() => import('../../features/audit/audit-page')),
});

const auditEntry = createRoute({
  getParentRoute: () => root,
  path: '/audit/$entryId',
  // Of the list that one came from, to go back to.
  validateSearch: auditFilter,
  loader: texts('audit'),
  component: part(() => import('../../features/audit/entry-page')),
});

const jobs = createRoute({
  getParentRoute: () => root,
  path: '/jobs',
  validateSearch: (search: Search): { state?: JobState } => ({
    state: JOB_STATES.find((state) => state === search['state']),
  }),
  loader: texts('jobs'),
  component: part(() => import('../../features/jobs/jobs-page')),
});

const accounts = createRoute({
  getParentRoute: () => root,
  path: '/accounts',
  validateSearch: (search: Search): { search?: string; status?: 'active' | 'disabled'; create?: true } => ({
    search: textIn(search['search']),
    status: (['active', 'disabled'] as const).find((status) => status === search['status']),
    create: search['create'] === true || undefined,
  }),
  loader: texts('accounts'),
  component: part(() => import('../../features/accounts/accounts-page')),
});

const oneAccount = createRoute({
  getParentRoute: () => root,
  path: '/accounts/$accountId',
  validateSearch: (search: Search): { deed?: Deed } => ({ deed: DEEDS.find((deed) => deed === search['deed']) }),
  loader: texts('accounts'),
  component: part(() => import('../../features/accounts/account-page')),
});

export const administrationRoutes = [imports, oneImport, audit, auditEntry, jobs, accounts, oneAccount] as const;
