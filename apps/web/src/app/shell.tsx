import { Link, Outlet, useRouterState } from '@tanstack/react-router';
import { lazy, Suspense, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../api/session';
import { Icon } from '../ui/icon';
import { Toasts } from '../ui/toasts';
import { Emblem } from './emblem';
import { destinationsFor } from './navigation';
import { OfflineBanner } from './offline-banner';
import { ColourSchemeSwitch, LanguageChoice } from './preferences';
import classes from './shell.module.css';

const EndedSession = lazy(() => import('./ended-session'));

/** Around every screen of a signed-in user: banner, navigation at the side or, on a phone, under the thumb. */
export function Shell() {
  const { t } = useTranslation();
  const session = useSession();
  const busy = useRouterState({ select: ({ isLoading }) => isLoading });
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
      <nav className={classes.nav} aria-label={t('navigation')} data-print="no">
        {destinationsFor(session.me).map(({ to, text, icon }) => (
          <Link key={to} to={to} className={classes.link} activeProps={{ 'aria-current': 'page' }}>
            <Icon name={icon} />
            <span>{t(text)}</span>
          </Link>
        ))}
      </nav>
      <main id="main" tabIndex={-1} className={classes.main}>
        <OfflineBanner />
        <Outlet />
      </main>
      <Toasts />
      {session.ended && (
        <Later>
          <EndedSession userName={session.me.userName} />
        </Later>
      )}
    </div>
  );
}

function Later({ children }: { readonly children: ReactNode }) {
  return <Suspense fallback={null}>{children}</Suspense>;
}
