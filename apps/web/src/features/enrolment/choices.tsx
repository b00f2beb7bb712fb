import type { ReactNode } from 'react';
import { useFormat } from '../../i18n/format';
import classes from './enrolment.module.css';

interface LinkProps {
  readonly className: string;
  readonly 'aria-current': 'true' | undefined;
  readonly children: ReactNode;
}

interface ChoicesProps {
  readonly label: string;
  readonly choices: readonly {
    readonly key: string;
    readonly words: string;
    readonly count: number;
    readonly chosen: boolean;
    readonly link: (props: LinkProps) => ReactNode;
  }[];
}

/** Narrows a list to one of its parts, each told with how many it has. */
export function Choices({ label, choices }: ChoicesProps) {
  const format = useFormat();
  return (
    <div role="group" aria-label={label} className={classes.choices}>
      {choices.map(({ key, words, count, chosen, link }) => (
        <span key={key}>
          {link({
            className: classes.choice,
            'aria-current': chosen ? 'true' : undefined,
            children: (
              <>
                {words} <b>{format.number(count)}</b>
              </>
            ),
          })}
        </span>
      ))}
    </div>
  );
}
