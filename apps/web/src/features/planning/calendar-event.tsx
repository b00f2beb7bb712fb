import type { ScheduleEventData } from '@mantine/schedule';
import { useTranslation } from 'react-i18next';
import { SHANGHAI, useFormat } from '../../i18n/format';
import { Icon } from '../../ui/icon';
import type { Shown } from './calendar-events';
import classes from './calendar.module.css';
import { lookOf, SESSION_LOOKS } from './session-look';

interface CalendarEventProps {
  readonly event: Pick<ScheduleEventData, 'title'>;
  /** Absent for a time of which no more is known than that it is taken. */
  readonly shown: Shown | undefined;
}

/** What a session says in the calendar: what it is, when, and how it stands, in words before colour. */
export function CalendarEvent({ event, shown }: CalendarEventProps) {
  const { t } = useTranslation('planning');
  const { t: shared } = useTranslation('app');
  const format = useFormat();
  if (!shown) return <bdi className={classes.taken}>{event.title}</bdi>;
  const { session } = shown;
  const look = lookOf(session);
  const [tone, icon] = SESSION_LOOKS[look];
  return (
    <span className={classes.event} data-tone={tone}>
      <strong>
        <bdi>{session.blockCode}</bdi>
      </strong>
      <bdi className={classes.roomy}>{session.offeringCode}</bdi>
      <bdi>
        {format.time(session.start)}
        <span className={classes.roomy}>–{format.time(session.end)}</span>
      </bdi>
      {session.zone === SHANGHAI && (
        <span className={classes.roomy}>
          <bdi>
            {format.time(session.start, SHANGHAI)}–{format.time(session.end, SHANGHAI)}
          </bdi>{' '}
          {shared('chinaTime')}
        </span>
      )}
      <span className={classes.state}>
        <Icon name={icon} size={12} /> <span className={classes.word}>{t(`look.${look}`)}</span>
      </span>
    </span>
  );
}
