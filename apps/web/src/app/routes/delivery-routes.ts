import { createRoute } from '@tanstack/react-router';
import { OUTCOMES, type Outcome } from '../../features/results/outcomes';
import { dateIn, part, root, textIn, texts, type Search } from './parts';

interface RegisterSearch {
  readonly reopen?: true;
  readonly correct?: true;
  /** Of an enrolment, whose marks are shown. */
  readonly history?: string;
  /** Typed back from paper. */
  readonly paper?: true;
}

interface RatificationSearch {
  readonly outcome?: Outcome;
  readonly confirm?: true;
  /** Of an enrolment, whose outcome is corrected. */
  readonly correct?: string;
}

const register = createRoute({
  getParentRoute: () => root,
  path: '/sessions/$sessionId/register',
  validateSearch: (search: Search): RegisterSearch => ({
    reopen: search['reopen'] === true || undefined,
    correct: search['correct'] === true || undefined,
    history: textIn(search['history']),
    paper: search['paper'] === true || undefined,
  }),
  loader: async ({ params }) => {
    const [{ showKept }] = await Promise.all([import('../../offline/registers'), texts('offerings')()]);
    await showKept(params.sessionId);
  },
  component: part(() => import('../../features/offerings/register-page')),
});

const paper = createRoute({
  getParentRoute: () => root,
  path: '/sessions/$sessionId/paper',
  loader: texts('offerings'),
  component: part(() => import('../../features/offerings/paper-page')),
});

const registers = createRoute({
  getParentRoute: () => root,
  path: '/registers',
  validateSearch: (search: Search): { day?: string } => ({ day: dateIn(search['day']) }),
  loader: texts('offerings'),
  component: part(() => import('../../features/offerings/registers-page')),
});

const results = createRoute({
  getParentRoute: () => root,
  path: '/offerings/$offeringId/results',
  validateSearch: (search: Search): { takenOn?: string; paste?: true } => ({
    takenOn: dateIn(search['takenOn']),
    paste: search['paste'] === true || undefined,
  }),
  loader: texts('results'),
  component: part(() => import('../../features/results/results-page')),
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
  component: part(() => import('../../features/results/ratification-page')),
});

export const deliveryRoutes = [register, paper, registers, results, ratification] as const;
