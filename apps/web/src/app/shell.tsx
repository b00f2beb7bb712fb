import { Link, Outlet, useRouter, useRouterState } from '@tanstack/react-router';
import { lazy, Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../api/session';
import { OfflineBanner } from '../ui/offline-banner';
import { Toasts } from '../ui/toasts';
import { Emblem } from './emblem';
import { destinationsFor, type Destination } from './navigation';
import { NavigationBar } from './navigation-bar';
import { ColourSchemeSwitch, LanguageChoice } from './preferences';
import classes from './shell.module.css';

const EndedSession = lazy(() => import('./ended-session'));

/** The first screen is there by then. */
const AFTER_THE_SCREEN_MS = 5_000;

/** Around every screen of a signed-in user: banner, navigation at the side or, on a phone, under the thumb. */
export function Shell() {
  const { t } = useTranslation();
  const session = useSession();
  const busy = useRouterState({ select: ({ isLoading }) => isLoading });
  const destinations = session.kind === 'signed-in' ? destinationsFor(session.me) : [];
  useFetchedAhead(destinations);
  if (session.kind !== 'signed-in') return null;
  return (
    <div className={classes.shell}>
      <a href="#main" className={classes.skip}>
        {t('skipToContent')}
      </a>
      <header className={classes.header} data-print="no">
        <Link to="/" className={classes.brand} title={t('home')}>
          <Emblem size={28} />
          <span className={classes.product}>{t('product')}</span>
        </Link>
        <LanguageChoice className={classes.onHeader} />
        <ColourSchemeSwitch className={classes.onHeader} />
      </header>
      {busy && <div className={classes.progress} />}
      <NavigationBar destinations={destinations} />
      <main id="main" tabIndex={-1} className={classes.main}>
        <OfflineBanner />
        <Outlet />
      </main>
      <Toasts />
      {session.ended && (
        <Suspense fallback={null}>
          <EndedSession userName={session.me.userName} />
        </Suspense>
      )}
    </div>
  );
}

/** The other screens of the navigation, while the line is free: going there is quick then, and needs no line. */
function useFetchedAhead(destinations: readonly Destination[]) {
  const router = useRouter();
  const paths = destinations.map(({ to }) => to).join(' ');
  useEffect(() => {
    const timer = setTimeout(() => {
      for (const to of paths.split(' ')) void router.preloadRoute({ to: to as Destination['to'] });
    }, AFTER_THE_SCREEN_MS);
    return () => clearTimeout(timer);
  }, [paths, router]);
}
