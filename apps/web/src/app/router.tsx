import { onlineManager } from '@tanstack/react-query';
import { createRoute, createRouter, redirect } from '@tanstack/react-router';
import { currentSession, type Me } from '../api/session';
import { hasRole, homeOf } from './navigation';
import { RouteFailed } from './route-failed';
import { ownRoutes } from './routes/own-routes';
import { root } from './routes/parts';
import type { staffRoutes } from './routes/staff-routes';

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    const session = currentSession();
    if (session.kind === 'signed-in')
      throw redirect({ to: homeOf(session.me, onlineManager.isOnline()), replace: true });
  },
});

/** The screens of an account. Links know all addresses by their types; those of others are simply not there. */
export async function routerFor(me: Me) {
  const isStaff = hasRole(me, 'trainer', 'commander', 'administrator', 'auditor');
  const staff = isStaff ? (await import('./routes/staff-routes')).staffRoutes : [];
  return createRouter({
    routeTree: root.addChildren([home, ...ownRoutes, ...(staff as typeof staffRoutes)]),
    defaultPreload: 'intent',
    defaultErrorComponent: RouteFailed,
    scrollRestoration: true,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: Awaited<ReturnType<typeof routerFor>>;
  }
}
