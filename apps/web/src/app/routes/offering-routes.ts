import { createRoute } from '@tanstack/react-router';
import { GROUPS, type Group } from '../../features/enrolment/groups';
import { STEPS, type Step } from '../../features/enrolment/steps';
import { OFFERING_STATES, type OfferingState } from '../../features/offerings/states';
import { SPANS, type Span } from '../../features/unit/lapses';
import { LANE_KINDS, VIEWS, type LaneKind, type View } from '../../features/planning/address';
import { dateIn, part, root, textIn, texts, type Search } from './parts';

interface RosterSearch {
  readonly show?: Group;
  /** The dialog that is open. */
  readonly open?: 'quotas' | 'walk-on';
  /** The enrolment that is open, and the step that is being taken there. */
  readonly enrolment?: string;
  readonly step?: Step;
}

interface PlanningSearch {
  readonly date?: string;
  readonly view?: View;
  readonly lanes?: LaneKind;
  /** Whose panel is open. */
  readonly session?: string;
}

const offerings = createRoute({
  getParentRoute: () => root,
  path: '/offerings',
  validateSearch: (search: Search): { state?: OfferingState; unit?: string } => ({
    state: OFFERING_STATES.find((state) => state === search['state']),
    unit: textIn(search['unit']),
  }),
  loader: texts('offerings'),
  component: part(() => import('../../features/offerings/offerings-page')),
});

const offering = createRoute({
  getParentRoute: () => root,
  path: '/offerings/$offeringId',
  loader: texts('offerings'),
  component: part(() => import('../../features/offerings/offering-page')),
});

const offeringStep = createRoute({
  getParentRoute: () => offering,
  path: 'steps/$step',
  component: part(() => import('../../features/offerings/step-with-reason')),
});

const addSession = createRoute({
  getParentRoute: () => offering,
  path: 'sessions/new',
  loader: texts('planning'),
  component: part(() => import('../../features/planning/add-session')),
});

const offeringSession = createRoute({
  getParentRoute: () => offering,
  path: 'sessions/$sessionId',
  loader: texts('planning'),
  component: part(() => import('../../features/planning/offering-session')),
});

const newOffering = createRoute({
  getParentRoute: () => root,
  path: '/offerings/new',
  loader: texts('planning'),
  component: part(() => import('../../features/planning/new-offering-page')),
});

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
  component: part(() => import('../../features/planning/planning-page')),
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
  component: part(() => import('../../features/enrolment/roster-page')),
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
  component: part(() => import('../../features/enrolment/nominate-page')),
});

const nominations = createRoute({
  getParentRoute: () => root,
  path: '/nominations',
  validateSearch: (search: Search): { reject?: string } => ({ reject: textIn(search['reject']) }),
  loader: texts('enrolment'),
  component: part(() => import('../../features/enrolment/nominations-page')),
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
  component: part(() => import('../../features/unit/unit-page')),
});

export const offeringRoutes = [
  offerings,
  offering.addChildren([offeringStep, addSession, offeringSession]),
  newOffering,
  planning,
  roster,
  nominate,
  nominations,
  unit,
] as const;
