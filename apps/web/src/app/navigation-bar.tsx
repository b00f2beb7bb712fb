import { Link } from '@tanstack/react-router';
import { useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../ui/icon';
import type { Destination } from './navigation';
import classes from './shell.module.css';

/** As many as have room beside one another under the thumb, the one for the rest counted. */
const MOST_ON_A_PHONE = 4;

/** At the side, or on a phone under the thumb, where those that have no room are behind one of their own. */
export function NavigationBar({ destinations }: { readonly destinations: readonly Destination[] }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  const all = destinations.length <= MOST_ON_A_PHONE;
  const first = all ? destinations : destinations.slice(0, MOST_ON_A_PHONE - 1);
  const rest = all ? [] : destinations.slice(MOST_ON_A_PHONE - 1);
  const close = () => setOpen(false);
  return (
    <nav
      className={classes.nav}
      aria-label={t('navigation')}
      data-print="no"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return;
        close();
        button.current?.focus();
      }}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) close();
      }}
    >
      {first.map((destination) => (
        <NavigationLink key={destination.to} destination={destination} onGo={close} />
      ))}
      {rest.length > 0 && (
        <>
          <button
            ref={button}
            type="button"
            className={`${classes.link} ${classes.more}`}
            aria-expanded={open}
            aria-controls={id}
            onClick={() => setOpen(!open)}
          >
            <Icon name="more" />
            <span>{t('nav.more')}</span>
          </button>
          <div id={id} className={classes.rest} data-open={open || undefined}>
            {rest.map((destination) => (
              <NavigationLink key={destination.to} destination={destination} onGo={close} />
            ))}
          </div>
        </>
      )}
    </nav>
  );
}

interface NavigationLinkProps {
  readonly destination: Destination;
  readonly onGo: () => void;
}

function NavigationLink({ destination: { to, text, icon }, onGo }: NavigationLinkProps) {
  const { t } = useTranslation();
  return (
    <Link to={to} className={classes.link} activeProps={{ 'aria-current': 'page' }} onClick={onGo}>
      <Icon name={icon} />
      <span>{t(text)}</span>
    </Link>
  );
}
