import { Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { CourseSession, Offering } from '../../api/offerings';
import { localized, SHANGHAI, useFormat } from '../../i18n/format';
import { byDay } from '../../ui/by-day';
import { Icon } from '../../ui/icon';
import { LinkButton } from '../../ui/link-button';
import { mainCell, rowClass } from '../../ui/rows';
import { Badge } from '../../ui/status-badge';
import { mayPlan, mayReadRecords } from './rights';
import classes from './session-days.module.css';

/** The sessions of an offering day by day, by the clock of the place. */
export function SessionDays({ offering }: { readonly offering: Offering }) {
  const format = useFormat();
  const inOrder = [...offering.sessions].sort((a, b) => Date.parse(a.start) - Date.parse(b.start));
  return byDay(inOrder, ({ start, zone }) => format.dayOf(start, zone)).map(([day, sessions]) => (
    <section key={day}>
      <h3 className={classes.day}>{format.weekday(day)}</h3>
      <ul className={classes.list}>
        {sessions.map((session) => (
          <SessionLine key={session.id} session={session} changeable={mayPlan(offering)} />
        ))}
      </ul>
    </section>
  ));
}

interface SessionLineProps {
  readonly session: CourseSession;
  readonly changeable: boolean;
}

function SessionLine({ session, changeable }: SessionLineProps) {
  const { t } = useTranslation('offerings');
  const { id, offeringId, number, state } = session;
  return (
    <li className={classes.line}>
      {mayReadRecords() ? (
        <Link to="/sessions/$sessionId/register" params={{ sessionId: id }} className={rowClass}>
          <Cells session={session} />
        </Link>
      ) : (
        <div className={rowClass}>
          <Cells session={session} />
        </div>
      )}
      {changeable && state === 'scheduled' && (
        <LinkButton
          variant="subtle"
          to="/offerings/$offeringId/sessions/$sessionId"
          params={{ offeringId, sessionId: id }}
          aria-label={t('changeSession', { number })}
          className={classes.change}
        >
          <Icon name="pen" size={18} />
        </LinkButton>
      )}
    </li>
  );
}

function Cells({ session }: { readonly session: CourseSession }) {
  const { t } = useTranslation('offerings');
  const { t: shared } = useTranslation('app');
  const format = useFormat();
  const { start, end, zone, blockCode, instructors, venue, state, booked } = session;
  const waits = state === 'scheduled' && !booked;
  return (
    <>
      <span className={mainCell}>
        <bdi style={{ whiteSpace: 'nowrap' }}>
          {format.time(start, zone)}–{format.time(end, zone)}
        </bdi>
        {zone === SHANGHAI && ` ${shared('chinaTime')}`}
        <Text span c="dimmed" size="sm" fw={400} ms="xs">
          <bdi dir="ltr">{blockCode}</bdi>
        </Text>
      </span>
      <span>{format.list(instructors.map(({ name }) => localized(name)))}</span>
      <Text span c="dimmed">
        {venue && localized(venue.name)}
      </Text>
      {waits ? (
        <Badge tone="warn" icon="pause">
          {t('sessionState.waiting')}
        </Badge>
      ) : (
        <Badge
          tone={state === 'held' ? 'good' : state === 'cancelled' ? 'bad' : 'info'}
          icon={state === 'held' ? 'check' : state === 'cancelled' ? 'cross' : 'clock'}
        >
          {t(`sessionState.${state}`)}
        </Badge>
      )}
    </>
  );
}
