import { Link, type LinkProps } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Icon } from './icon';
import classes from './back-link.module.css';

/** To the screen above this one. */
export function BackLink({
  to,
  params,
  search,
  children,
}: Pick<LinkProps, 'to' | 'params' | 'search'> & { readonly children: ReactNode }) {
  return (
    <Link to={to} params={params} search={search} className={classes.back}>
      <Icon name="back" size={16} />
      {children}
    </Link>
  );
}
