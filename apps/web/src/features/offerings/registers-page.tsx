import { Button, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useOnline } from '../../api/connection';
import { localized, today, useFormat } from '../../i18n/format';
import { keptRegistersQuery, registerQuery } from '../../offline/registers';
import { useWaitingMarks } from '../../offline/waiting-marks';
import { DayInput } from '../../ui/day-input';
import { Lines, Loaded } from '../../ui/loaded';
import { LocalTime } from '../../ui/local-time';
import { EmptyState } from '../../ui/notice';
import { Page, Section } from '../../ui/page';
import { ProblemNotice } from '../../ui/problem-notice';
import { mainCell, rowClass, Rows } from '../../ui/rows';
import { Badge } from '../../ui/status-badge';
import { toast } from '../../ui/toast-store';
import { sessionsOfDayQuery } from './queries';

const route = getRouteApi('/registers');

/** What a trainer marks today, and what his device keeps for where there is no line. */
export default function RegistersPage() {
  const { t } = useTranslation('offerings');
  return (
    <Page title={t('registers')} lead={t('registersLead')}>
      <OfDay />
      <OnDevice />
    </Page>
  );
}

function OfDay() {
  const { t } = useTranslation('offerings');
  const format = useFormat();
  const { day = today() } = route.useSearch();
  const navigate = route.useNavigate();
  const client = useQueryClient();
  const online = useOnline();
  const query = useQuery(sessionsOfDayQuery(day));
  const taking = useMutation({
    mutationFn: (ids: readonly string[]) =>
      Promise.all(ids.map((id) => client.fetchQuery({ ...registerQuery(id), staleTime: 0 }))),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: keptRegistersQuery.queryKey });
      toast({ message: t('taken') });
    },
  });
  const sessions = query.data?.items.filter(({ state }) => state !== 'cancelled') ?? [];
  return (
    <Section
      title={t('sessionsOn', { day: format.day(day) })}
      actions={
        sessions.length > 0 && (
          <Button
            variant="default"
            disabled={!online}
            loading={taking.isPending}
            onClick={() => taking.mutate(sessions.map(({ id }) => id))}
          >
            {t('takeAlong')}
          </Button>
        )
      }
    >
      <DayInput label={t('day')} value={day} onChange={(chosen) => void navigate({ search: { day: chosen } })} />
      <ProblemNotice error={taking.error} />
      {/* Without a line there is nothing to wait for: what the device keeps stands below. */}
      {(online || query.data) && (
        <Loaded query={query} skeleton={<Lines count={3} />}>
          {() =>
            sessions.length === 0 ? (
              <EmptyState icon="calendar" title={t('noneOnDay')}>
                {t('noneOnDayHelp')}
              </EmptyState>
            ) : (
              <Rows
                label={t('sessionsOn', { day: format.day(day) })}
                columns="4fr 3fr 3fr"
                headings={[t('session'), t('instructors'), t('venue')]}
              >
                {sessions.map((session) => (
                  <li key={session.id}>
                    <Link to="/sessions/$sessionId/register" params={{ sessionId: session.id }} className={rowClass}>
                      <span className={mainCell}>
                        <LocalTime start={session.start} end={session.end} zone={session.zone} />
                        <Text span c="dimmed" size="sm" fw={400} ms="xs">
                          <bdi dir="ltr">
                            {session.offeringCode} · {session.blockCode}
                          </bdi>
                        </Text>
                      </span>
                      <span>{format.list(session.instructors.map(({ name }) => localized(name)))}</span>
                      <Text span c="dimmed">
                        {session.venue && localized(session.venue.name)}
                      </Text>
                    </Link>
                  </li>
                ))}
              </Rows>
            )
          }
        </Loaded>
      )}
    </Section>
  );
}

function OnDevice() {
  const { t } = useTranslation('offerings');
  const format = useFormat();
  const query = useQuery(keptRegistersQuery);
  const waiting = useWaitingMarks();
  return (
    <Section title={t('kept')}>
      <Loaded query={query} skeleton={<Lines count={2} />}>
        {(kept) =>
          kept.length === 0 ? (
            <EmptyState icon="device" title={t('noneKept')}>
              {t('noneKeptHelp')}
            </EmptyState>
          ) : (
            <>
              <Text size="sm" c="dimmed" mb="sm">
                {t('keptHelp')}
              </Text>
              <Rows
                label={t('kept')}
                columns="4fr 3fr 3fr"
                headings={[t('session'), t('sessionStateHeading'), t('kept')]}
              >
                {kept.map(({ register, keptAt }) => {
                  const unsent = waiting.filter(({ sessionId }) => sessionId === register.sessionId).length;
                  return (
                    <li key={register.sessionId}>
                      <Link
                        to="/sessions/$sessionId/register"
                        params={{ sessionId: register.sessionId }}
                        className={rowClass}
                      >
                        <span className={mainCell}>
                          <LocalTime start={register.start} end={register.end} zone={register.zone} />
                          <Text span c="dimmed" size="sm" fw={400} ms="xs">
                            <bdi dir="ltr">{register.offeringCode}</bdi>
                          </Text>
                        </span>
                        {unsent > 0 ? (
                          <Badge tone="warn" icon="hourglass">
                            {t('waitingHere', { count: unsent })}
                          </Badge>
                        ) : (
                          <span>{t(`registerState.${register.state}`)}</span>
                        )}
                        <Text span c="dimmed">
                          {t('keptAt', { when: format.moment(new Date(keptAt).toISOString()) })}
                        </Text>
                      </Link>
                    </li>
                  );
                })}
              </Rows>
            </>
          )
        }
      </Loaded>
    </Section>
  );
}
