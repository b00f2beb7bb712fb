import type { ReactNode } from 'react';
import classes from './filters.module.css';

/** What narrows a list, above it: beside one another where there is room. */
export function Filters({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div role="search" aria-label={label} className={classes.filters}>
      {children}
    </div>
  );
}
