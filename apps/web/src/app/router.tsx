import { onlineManager } from '@tanstack/react-query';
import { createRoute, createRouter, redirect } from '@tanstack/react-router';
import { currentSession } from '../api/session';
import { homeOf } from './navigation';
import { RouteFailed } from './route-failed';
import { administrationRoutes } from './routes/administration-routes';
import { deliveryRoutes } from './routes/delivery-routes';
import { offeringRoutes } from './routes/offering-routes';
import { ownRoutes } from './routes/own-routes';
import { recordRoutes } from './routes/record-routes';
import { root } from './routes/parts';

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    const session = currentSession();
    if (session.kind === 'signed-in')
      throw redirect({ to: homeOf(session.me, onlineManager.isOnline()), replace: true });
  },
});

const routeTree = root.addChildren([
  home,
  ...ownRoutes,
  ...offeringRoutes,
  ...deliveryRoutes,
  ...recordRoutes,
  ...administrationRoutes,
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
