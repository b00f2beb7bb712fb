import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { currentSession } from '../api/session';
import { OFFERING_STATES, type OfferingState } from '../features/offerings/states';
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

/** A civil date of the address, or nothing when it is none. */
const dateIn = (value: unknown) => (/^\d{4}-\d{2}-\d{2}$/.test(String(value)) ? String(value) : undefined);
const textIn = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);

const root = createRootRoute({ component: Shell, notFoundComponent: NotFoundPage });

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    const session = currentSession();
    if (session.kind === 'signed-in') throw redirect({ to: homeOf(session.me), replace: true });
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
  loader: texts('offerings'),
  component: part(() => import('../features/offerings/register-page')),
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

const routeTree = root.addChildren([
  ...[home, account, myTraining, myCertificates, myCalendar],
  ...[offerings, offering.addChildren([offeringStep, addSession, offeringSession]), register],
  ...[planning, newOffering],
  ...[people, person, certifications, certification],
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
