import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format';
import { groupOf } from './groups';
import classes from './enrolment.module.css';
import type { Enrolment, Seats } from './queries';

interface SeatsBarProps {
  readonly seats: Seats;
  /** Those whom the reader may see; not there yet while they are fetched. */
  readonly roster: readonly Enrolment[] | undefined;
}

/** The seats of the whole offering, drawn to scale; the same in figures beneath. */
export function SeatsBar({ seats, roster = [] }: SeatsBarProps) {
  const { t } = useTranslation('enrolment');
  const format = useFormat();
  const { capacity, minimum, held, free, open, waitingCount } = seats;
  const seen = Math.min(held, roster.filter((one) => groupOf(one) === 'seated').length);
  const parts = [
    { name: 'taken', count: seen, words: t('seatsTaken') },
    { name: 'others', count: held - seen, words: t('seatsOfOthers') },
    { name: 'withheld', count: free - open, words: t('seatsWithheld') },
    { name: 'free', count: open, words: t('seatsFree') },
  ].filter(({ name, count }) => count > 0 || name === 'taken' || name === 'free');
  return (
    <figure className={classes.seats}>
      <Text size="lg" fw={650}>
        {t('heldOf', { held: format.number(held), capacity: format.number(capacity) })}
        {waitingCount > 0 && (
          <Text span c="dimmed" fw={400}>
            {' · '}
            {t('waitingTotal', { count: waitingCount })}
          </Text>
        )}
      </Text>
      <div className={classes.track} aria-hidden>
        {parts.map(({ name, count }) => (
          <div key={name} data-part={name} style={{ flexGrow: count }} />
        ))}
        {minimum > 0 && minimum < capacity && (
          <div className={classes.minimum} style={{ insetInlineStart: `${(minimum / capacity) * 100}%` }} />
        )}
      </div>
      <figcaption className={classes.legend}>
        {parts.map(({ name, count, words }) => (
          <span key={name} className={classes.key}>
            <i data-part={name} aria-hidden />
            {words} <b>{format.number(count)}</b>
          </span>
        ))}
        <span className={classes.key}>
          <i data-part="minimum" aria-hidden />
          {t('seatsMinimum')} <b>{format.number(minimum)}</b>
        </span>
      </figcaption>
      {held < minimum && (
        <Text size="sm" c="dimmed">
          {t('belowMinimum', { count: minimum - held })}
        </Text>
      )}
    </figure>
  );
}
