import { Button, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { isAbsent } from '../../api/problem';
import { addDays, localized, today, useFormat } from '../../i18n/format';
import { Lines, Loaded } from '../../ui/loaded';
import { EmptyState } from '../../ui/notice';
import { Page } from '../../ui/page';
import { Badge } from '../../ui/status-badge';
import { mySessionsQuery, myTrainingQuery, type OwnSession } from './queries';
import { SessionTime } from './session-time';
import classes from './training.module.css';

const route = getRouteApi('/my/calendar');
const DAYS = 28;

/** One's sessions as a list, four weeks at a time. */
export default function MyCalendarPage() {
  const { t } = useTranslation('training');
  const format = useFormat();
  const { from = today() } = route.useSearch();
  const navigate = route.useNavigate();
  const to = addDays(from, DAYS - 1);
  const sessions = useQuery(mySessionsQuery(from, to));
  const turn = (days: number) => void navigate({ search: { from: addDays(from, days) } });
  return (
    <Page
      title={t('calendar')}
      lead={t('fromUntil', { from: format.day(from), until: format.day(to) })}
      actions={
        <>
          <Button variant="default" onClick={() => turn(-DAYS)}>
            {t('earlier')}
          </Button>
          <Button variant="default" onClick={() => turn(DAYS)}>
            {t('later')}
          </Button>
        </>
      }
    >
      {isAbsent(sessions.error) ? (
        <EmptyState icon="calendar" title={t('notYet')}>
          {t('notYetHelp')}
        </EmptyState>
      ) : (
        <Loaded query={sessions} skeleton={<Lines count={4} height={84} />}>
          {({ items }) =>
            items.length === 0 ? (
              <EmptyState icon="calendar" title={t('noSession')}>
                {t('noSessionHelp')}
              </EmptyState>
            ) : (
              <Days sessions={items} />
            )
          }
        </Loaded>
      )}
    </Page>
  );
}

function Days({ sessions }: { readonly sessions: readonly OwnSession[] }) {
  const format = useFormat();
  const days = new Map<string, OwnSession[]>();
  for (const session of sessions) {
    const day = format.dayOf(session.start);
    days.set(day, [...(days.get(day) ?? []), session]);
  }
  return [...days].map(([day, ofDay]) => (
    <section key={day} className={classes.day}>
      <h2>{format.weekday(day)}</h2>
      <ul className={classes.list}>
        {ofDay.map((session) => (
          <SessionLine key={session.id} session={session} />
        ))}
      </ul>
    </section>
  ));
}

function SessionLine({ session }: { readonly session: OwnSession }) {
  const { t } = useTranslation('training');
  const format = useFormat();
  const { data: training } = useQuery(myTrainingQuery);
  const { offeringId, offeringCode, blockCode, start, end, state, venue, instructors } = session;
  const course = training?.items.find(({ offering }) => offering.id === offeringId)?.offering.course;
  const people = format.list(instructors.map(({ name }) => localized(name)));
  return (
    <li className={classes.session}>
      <SessionTime start={start} end={end} />
      <Text fw={600}>
        {course ? localized(course.title) : <bdi dir="ltr">{offeringCode}</bdi>} · {t('block')}{' '}
        <bdi dir="ltr">{blockCode}</bdi>
      </Text>
      {venue && <Text size="sm">{localized(venue.name)}</Text>}
      {people && (
        <Text size="sm" c="dimmed">
          {t('instructors', { people })}
        </Text>
      )}
      {state !== 'scheduled' && (
        <Badge tone={state === 'held' ? 'good' : 'bad'} icon={state === 'held' ? 'check' : 'cross'}>
          {t(`session.${state}`)}
        </Badge>
      )}
    </li>
  );
}
