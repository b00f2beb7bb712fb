import type { ReactNode } from 'react';
import classes from './rows.module.css';

/** A list that is a table on a wide screen and cards on a phone. Each row is one link: a thumb cannot miss it. */
export function Rows({
  columns,
  headings,
  label,
  children,
}: {
  /** `grid-template-columns` on a wide screen. */
  readonly columns: string;
  readonly headings: readonly string[];
  readonly label: string;
  readonly children: ReactNode;
}) {
  return (
    <div className={classes.rows} style={{ '--columns': columns } as React.CSSProperties}>
      <div className={classes.headings} aria-hidden>
        {headings.map((heading) => (
          <span key={heading}>{heading}</span>
        ))}
      </div>
      <ul aria-label={label} className={classes.list}>
        {children}
      </ul>
    </div>
  );
}

export const rowClass = classes.row;
export const mainCell = classes.main;
