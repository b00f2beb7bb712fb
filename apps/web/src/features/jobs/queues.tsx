import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format';
import classes from './jobs.module.css';
import type { QueueCounts } from './queries';
import { JOB_STATES } from './states';

const NAMED = ['default', 'imports', 'certification'] as const;

/** How many jobs are in which state; a figure leads to the jobs behind it. */
export function Queues({ queues }: { readonly queues: readonly QueueCounts[] }) {
  const { t } = useTranslation('jobs');
  const format = useFormat();
  return (
    <ul className={classes.list} aria-label={t('queues')}>
      {queues.map((counts) => {
        const named = NAMED.find((name) => name === counts.queue);
        return (
          <li key={counts.queue} className={classes.queue}>
            <span className={classes.queueName}>{named ? t(`queue.${named}`) : counts.queue}</span>
            {JOB_STATES.map((state) => {
              const count = counts[state] ?? 0;
              return (
                <Link
                  key={state}
                  to="/jobs"
                  search={{ state: state === 'failed' ? undefined : state }}
                  className={classes.figure}
                  data-wrong={(state === 'failed' && count > 0) || undefined}
                >
                  <span>{t(`state.${state}`)}</span> <bdi>{format.number(count)}</bdi>
                </Link>
              );
            })}
          </li>
        );
      })}
    </ul>
  );
}
