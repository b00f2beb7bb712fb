import { createRoute } from '@tanstack/react-router';
import { dateIn, part, root, texts, type Search } from './parts';

const account = createRoute({
  getParentRoute: () => root,
  path: '/account',
  loader: texts('account'),
  component: part(() => import('../../features/account/account-page')),
});

const myTraining = createRoute({
  getParentRoute: () => root,
  path: '/my/training',
  loader: texts('training'),
  component: part(() => import('../../features/training/my-training-page')),
});

const myCertificates = createRoute({
  getParentRoute: () => root,
  path: '/my/certificates',
  loader: texts('training'),
  component: part(() => import('../../features/training/my-certificates-page')),
});

const myCalendar = createRoute({
  getParentRoute: () => root,
  path: '/my/calendar',
  validateSearch: (search: Search): { from?: string } => ({ from: dateIn(search['from']) }),
  loader: texts('training'),
  component: part(() => import('../../features/training/my-calendar-page')),
});

export const ownRoutes = [account, myTraining, myCertificates, myCalendar] as const;
