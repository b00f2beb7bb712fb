import { onlineManager } from '@tanstack/react-query';
import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { currentSession } from '../api/session';
import { DEEDS, type Deed } from '../features/accounts/deeds';
import { auditFilter } from '../features/audit/filter';
import { GROUPS, type Group } from '../features/enrolment/groups';
import { STEPS, type Step } from '../features/enrolment/steps';
import { ROW_OUTCOMES, type RowOutcome } from '../features/imports/outcomes';
import { JOB_STATES, type JobState } from '../features/jobs/states';
import { OFFERING_STATES, type OfferingState } from '../features/offerings/states';
import { OUTCOMES, type Outcome } from '../features/results/outcomes';
import { SPANS, type Span } from '../features/unit/lapses';
import { LANE_KINDS, VIEWS, type LaneKind, type View } from '../features/planning/address';
import { loadText } from '../i18n/i18n';
import { STATUSES, type CertificationStatus } from '../ui/status-badge';
import { homeOf } from './navigation';
import { NotFoundPage } from './not-found-page';
import { Shell } from './shell';
import { PartMissing, RouteFailed } from './route-failed';

/** A screen, fetched when it is gone to. The router itself would reload the page when that fails: without a line, away. */
function part<T extends Record<string, unknown>>(fetchPart: () => Promise<T>) {
  return lazyRouteComponent(() =>
    fetchPart().catch((cause: unknown) => {
      throw new PartMissing(cause);
    }),
  );
}

const texts = (feature: string) => () =>
  loadText(feature).catch((cause: unknown) => {
    throw new PartMissing(cause);
  });

type Search = Readonly<Record<string, unknown>>;

interface CertificationsSearch {
  readonly validAt?: string;
  readonly search?: string;
  readonly scheme?: string;
  readonly unit?: string;
  readonly status?: CertificationStatus;
}

interface RegisterSearch {
  readonly reopen?: true;
  readonly correct?: true;
  /** Of an enrolment, whose marks are shown. */
  readonly history?: string;
}

interface RatificationSearch {
  readonly outcome?: Outcome;
  readonly confirm?: true;
  /** Of an enrolment, whose outcome is corrected. */
  readonly correct?: string;
}

interface RosterSearch {
  readonly show?: Group;
  /** The dialog that is open. */
  readonly open?: 'quotas' | 'walk-on';
  /** The enrolment that is open, and the step that is being taken there. */
  readonly enrolment?: string;
  readonly step?: Step;
}

/** A civil date of the address, or nothing when it is none. */
const dateIn = (value: unknown) => (/^\d{4}-\d{2}-\d{2}$/.test(String(value)) ? String(value) : undefined);
const textIn = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);

const root = createRootRoute({ component: Shell, notFoundComponent: NotFoundPage });

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    const session = currentSession();
    if (session.kind === 'signed-in')
      throw redirect({ to: homeOf(session.me, onlineManager.isOnline()), replace: true });
  },
});

const account = createRoute({
  getParentRoute: () => root,
  path: '/account',
  loader: texts('account'),
  component: part(() => import('../features/account/account-page')),
});

const myTraining = createRoute({
  getParentRoute: () => root,
  path: '/my/training',
  loader: texts('training'),
  component: part(() => import('../features/training/my-training-page')),
});

const myCertificates = createRoute({
  getParentRoute: () => root,
  path: '/my/certificates',
  loader: texts('training'),
  component: part(() => import('../features/training/my-certificates-page')),
});

const myCalendar = createRoute({
  getParentRoute: () => root,
  path: '/my/calendar',
  validateSearch: (search: Search): { from?: string } => ({ from: dateIn(search['from']) }),
  loader: texts('training'),
  component: part(() => import('../features/training/my-calendar-page')),
});

const offerings = createRoute({
  getParentRoute: () => root,
  path: '/offerings',
  validateSearch: (search: Search): { state?: OfferingState; unit?: string } => ({
    state: OFFERING_STATES.find((state) => state === search['state']),
    unit: textIn(search['unit']),
  }),
  loader: texts('offerings'),
  component: part(() => import('../features/offerings/offerings-page')),
});

const offering = createRoute({
  getParentRoute: () => root,
  path: '/offerings/$offeringId',
  loader: texts('offerings'),
  component: part(() => import('../features/offerings/offering-page')),
});

const roster = createRoute({
  getParentRoute: () => root,
  path: '/offerings/$offeringId/roster',
  validateSearch: (search: Search): RosterSearch => ({
    show: GROUPS.find((group) => group === search['show']),
    open: search['open'] === 'quotas' || search['open'] === 'walk-on' ? search['open'] : undefined,
    enrolment: textIn(search['enrolment']),
    step: STEPS.find((step) => step === search['step']),
  }),
  loader: texts('enrolment'),
  component: part(() => import('../features/enrolment/roster-page')),
});

const nominate = createRoute({
  getParentRoute: () => root,
  path: '/offerings/$offeringId/nominate',
  validateSearch: (search: Search): { search?: string; unit?: string; people?: string } => ({
    search: textIn(search['search']),
    unit: textIn(search['unit']),
    people: textIn(search['people']),
  }),
  loader: texts('enrolment'),
  component: part(() => import('../features/enrolment/nominate-page')),
});

const nominations = createRoute({
  getParentRoute: () => root,
  path: '/nominations',
  validateSearch: (search: Search): { reject?: string } => ({ reject: textIn(search['reject']) }),
  loader: texts('enrolment'),
  component: part(() => import('../features/enrolment/nominations-page')),
});

const unit = createRoute({
  getParentRoute: () => root,
  path: '/unit',
  validateSearch: (search: Search): { unit?: string; span?: Span; as?: 'table' } => ({
    unit: textIn(search['unit']),
    span: SPANS.find((span) => span === search['span']),
    as: search['as'] === 'table' ? 'table' : undefined,
  }),
  loader: texts('unit'),
  component: part(() => import('../features/unit/unit-page')),
});

const offeringStep = createRoute({
  getParentRoute: () => offering,
  path: 'steps/$step',
  component: part(() => import('../features/offerings/step-with-reason')),
});

const addSession = createRoute({
  getParentRoute: () => offering,
  path: 'sessions/new',
  loader: texts('planning'),
  component: part(() => import('../features/planning/add-session')),
});

const offeringSession = createRoute({
  getParentRoute: () => offering,
  path: 'sessions/$sessionId',
  loader: texts('planning'),
  component: part(() => import('../features/planning/offering-session')),
});

const newOffering = createRoute({
  getParentRoute: () => root,
  path: '/offerings/new',
  loader: texts('planning'),
  component: part(() => import('../features/planning/new-offering-page')),
});

interface PlanningSearch {
  readonly date?: string;
  readonly view?: View;
  readonly lanes?: LaneKind;
  /** Whose panel is open. */
  readonly session?: string;
}

const planning = createRoute({
  getParentRoute: () => root,
  path: '/planning',
  validateSearch: (search: Search): PlanningSearch => ({
    date: dateIn(search['date']),
    view: VIEWS.find((view) => view === search['view']),
    lanes: LANE_KINDS.find((kind) => kind === search['lanes']),
    session: textIn(search['session']),
  }),
  loader: texts('planning'),
  component: part(() => import('../features/planning/planning-page')),
});

const register = createRoute({
  getParentRoute: () => root,
  path: '/sessions/$sessionId/register',
  validateSearch: (search: Search): RegisterSearch => ({
    reopen: search['reopen'] === true || undefined,
    correct: search['correct'] === true || undefined,
    history: textIn(search['history']),
  }),
  loader: async ({ params }) => {
    const [{ showKept }] = await Promise.all([import('../offline/registers'), texts('offerings')()]);
    await showKept(params.sessionId);
  },
  component: part(() => import('../features/offerings/register-page')),
});

const results = createRoute({
  getParentRoute: () => root,
  path: '/offerings/$offeringId/results',
  validateSearch: (search: Search): { takenOn?: string; paste?: true } => ({
    takenOn: dateIn(search['takenOn']),
    paste: search['paste'] === true || undefined,
  }),
  loader: texts('results'),
  component: part(() => import('../features/results/results-page')),
});

const ratification = createRoute({
  getParentRoute: () => root,
  path: '/offerings/$offeringId/ratification',
  validateSearch: (search: Search): RatificationSearch => ({
    outcome: OUTCOMES.find((outcome) => outcome === search['outcome']),
    confirm: search['confirm'] === true || undefined,
    correct: textIn(search['correct']),
  }),
  loader: texts('results'),
  component: part(() => import('../features/results/ratification-page')),
});

const registers = createRoute({
  getParentRoute: () => root,
  path: '/registers',
  validateSearch: (search: Search): { day?: string } => ({ day: dateIn(search['day']) }),
  loader: texts('offerings'),
  component: part(() => import('../features/offerings/registers-page')),
});

const people = createRoute({
  getParentRoute: () => root,
  path: '/people',
  validateSearch: (search: Search): { search?: string; unit?: string; status?: 'active' | 'left' } => ({
    search: textIn(search['search']),
    unit: textIn(search['unit']),
    status: search['status'] === 'left' || search['status'] === 'active' ? search['status'] : undefined,
  }),
  loader: texts('people'),
  component: part(() => import('../features/people/people-page')),
});

const person = createRoute({
  getParentRoute: () => root,
  path: '/people/$personId',
  validateSearch: (search: Search): { edit?: true } => ({ edit: search['edit'] === true || undefined }),
  loader: texts('people'),
  component: part(() => import('../features/people/person-page')),
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
  component: part(() => import('../features/certifications/certifications-page')),
});

const certification = createRoute({
  getParentRoute: () => root,
  path: '/certifications/$certificationId',
  validateSearch: (search: Search): { validAt?: string } => ({ validAt: dateIn(search['validAt']) }),
  loader: texts('certifications'),
  component: part(() => import('../features/certifications/certification-page')),
});

const imports = createRoute({
  getParentRoute: () => root,
  path: '/imports',
  loader: texts('imports'),
  component: part(() => import('../features/imports/imports-page')),
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
  component: part(() => import('../features/imports/import-page')),
});

const audit = createRoute({
  getParentRoute: () => root,
  path: '/audit',
  validateSearch: auditFilter,
  loader: texts('audit'),
  component: part(() => import('../features/audit/audit-page')),
});

const auditEntry = createRoute({
  getParentRoute: () => root,
  path: '/audit/$entryId',
  // Of the list that one came from, to go back to.
  validateSearch: auditFilter,
  loader: texts('audit'),
  component: part(() => import('../features/audit/entry-page')),
});

const jobs = createRoute({
  getParentRoute: () => root,
  path: '/jobs',
  validateSearch: (search: Search): { state?: JobState } => ({
    state: JOB_STATES.find((state) => state === search['state']),
  }),
  loader: texts('jobs'),
  component: part(() => import('../features/jobs/jobs-page')),
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
  component: part(() => import('../features/accounts/accounts-page')),
});

const oneAccount = createRoute({
  getParentRoute: () => root,
  path: '/accounts/$accountId',
  validateSearch: (search: Search): { deed?: Deed } => ({ deed: DEEDS.find((deed) => deed === search['deed']) }),
  loader: texts('accounts'),
  component: part(() => import('../features/accounts/account-page')),
});

const routeTree = root.addChildren([
  ...[home, account, myTraining, myCertificates, myCalendar],
  ...[offerings, offering.addChildren([offeringStep, addSession, offeringSession]), roster, nominate],
  ...[register, registers, results, ratification, nominations, unit, planning, newOffering],
  ...[people, person, certifications, certification],
  ...[imports, oneImport, audit, auditEntry, jobs, accounts, oneAccount],
]);

export const router = createRouter({
  routeTree,
  defaultPreload: 'intent',
  defaultErrorComponent: RouteFailed,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
