import { Text, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CourseSession } from '../../api/offerings';
import { localized, SHANGHAI, useFormat } from '../../i18n/format';
import { byDay } from '../../ui/by-day';
import { EmptyState } from '../../ui/notice';
import { Badge } from '../../ui/status-badge';
import classes from './agenda.module.css';
import { lookOf, SESSION_LOOKS } from './session-look';

interface AgendaProps {
  readonly sessions: readonly CourseSession[];
  readonly onOpen: (sessionId: string) => void;
}

/** The calendar of a phone: sessions day by day; each opens the panel by which it is moved. */
export function Agenda({ sessions, onOpen }: AgendaProps) {
  const { t } = useTranslation('planning');
  const format = useFormat();
  if (sessions.length === 0)
    return (
      <EmptyState icon="calendar" title={t('nothingPlanned')}>
        {t('nothingPlannedHelp')}
      </EmptyState>
    );
  return byDay(sessions, ({ start }) => format.dayOf(start)).map(([day, ofDay]) => (
    <section key={day} className={classes.day}>
      <h2>{format.weekday(day)}</h2>
      <ul className={classes.list}>
        {ofDay.map((session) => (
          <li key={session.id}>
            <UnstyledButton className={classes.session} onClick={() => onOpen(session.id)}>
              <AgendaLine session={session} />
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </section>
  ));
}

function AgendaLine({ session }: { readonly session: CourseSession }) {
  const { t } = useTranslation('planning');
  const { t: shared } = useTranslation('app');
  const format = useFormat();
  const { start, end, zone, blockCode, offeringCode, venue, instructors } = session;
  const look = lookOf(session);
  const [tone, icon] = SESSION_LOOKS[look];
  const people = format.list(instructors.map(({ name }) => localized(name)));
  return (
    <>
      <Text fw={600}>
        <bdi>
          {format.time(start)}–{format.time(end)}
        </bdi>{' '}
        <bdi dir="ltr">{blockCode}</bdi>
      </Text>
      {zone === SHANGHAI && (
        <Text size="sm">
          <bdi>
            {format.time(start, zone)}–{format.time(end, zone)}
          </bdi>{' '}
          {shared('chinaTime')}
        </Text>
      )}
      <Text size="sm">
        <bdi dir="ltr">{offeringCode}</bdi>
        {venue && ` · ${localized(venue.name)}`}
      </Text>
      {people && (
        <Text size="sm" c="dimmed">
          {people}
        </Text>
      )}
      <Badge tone={tone} icon={icon}>
        {t(`look.${look}`)}
      </Badge>
    </>
  );
}
