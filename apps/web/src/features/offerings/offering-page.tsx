import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { offeringQuery } from '../../api/offerings';
import { currentSession } from '../../api/session';
import { hasRole } from '../../app/navigation';
import { localized, useFormat } from '../../i18n/format';
import { BackLink } from '../../ui/back-link';
import { Facts } from '../../ui/facts';
import { LinkButton } from '../../ui/link-button';
import { Lines, Loaded } from '../../ui/loaded';
import { EmptyState, Notice } from '../../ui/notice';
import { Page, Section } from '../../ui/page';
import { mainCell, rowClass, Rows } from '../../ui/rows';
import { Badge } from '../../ui/status-badge';
import { LocalTime } from './local-time';
import { OfferingStateBadge } from './offering-state';
import type { CourseSession, Offering } from './queries';

const route = getRouteApi('/offerings/$offeringId');

const WITH_RECORDS: readonly Offering['state'][] = ['in_progress', 'delivered', 'ratified'];

export default function OfferingPage() {
  const { t } = useTranslation('offerings');
  const { offeringId } = route.useParams();
  const query = useQuery(offeringQuery(offeringId));
  return (
    <Page
      title={query.data ? localized(query.data.courseTitle) : t('offering')}
      lead={query.data && <bdi dir="ltr">{query.data.code}</bdi>}
      above={<BackLink to="/offerings">{t('title')}</BackLink>}
      actions={query.data && <Onward offering={query.data} />}
    >
      <Loaded query={query} skeleton={<Lines count={5} />}>
        {(offering) => <Details offering={offering} />}
      </Loaded>
    </Page>
  );
}

/** To what is recorded of a run that has begun. */
function Onward({ offering: { id, state } }: { readonly offering: Offering }) {
  const { t } = useTranslation('offerings');
  const params = { offeringId: id };
  return (
    <>
      <LinkButton variant="default" to="/offerings/$offeringId/roster" params={params}>
        {t('roster')}
      </LinkButton>
      {mayReadRegisters() && WITH_RECORDS.includes(state) && (
        <>
          <LinkButton variant="default" to="/offerings/$offeringId/results" params={params}>
            {t('results')}
          </LinkButton>
          <LinkButton variant="default" to="/offerings/$offeringId/ratification" params={params}>
            {t('ratification')}
          </LinkButton>
        </>
      )}
    </>
  );
}

function Details({ offering }: { readonly offering: Offering }) {
  const { t } = useTranslation('offerings');
  const format = useFormat();
  return (
    <>
      {offering.stateReason && (
        <Notice tone="warn" icon="info" title={t(`state.${offering.state}`)}>
          <bdi>{offering.stateReason}</bdi>
        </Notice>
      )}
      <Section title={t('about')} actions={<OfferingStateBadge state={offering.state} />}>
        <Facts
          facts={[
            { name: t('dates'), value: `${format.day(offering.startsOn)} – ${format.day(offering.endsOn)}` },
            { name: t('runBy'), value: <bdi dir="ltr">{offering.unitCode}</bdi> },
            { name: t('openTo'), value: <bdi dir="ltr">{offering.openToUnitCode}</bdi> },
            { name: t('seats'), value: t('between', { least: offering.seatsMin, most: offering.seatsMax }) },
            { name: t('taughtIn'), value: t(`language.${offering.language}`) },
            {
              name: t('nominationsClose'),
              value: offering.nominationsCloseOn && format.day(offering.nominationsCloseOn),
            },
          ]}
        />
      </Section>
      {offering.feasibility && offering.feasibility.length > 0 && (
        <Section title={t('inTheWay')}>
          <ul>
            {offering.feasibility.map((problem, i) => (
              <li key={i}>
                {localized(problem.message)}{' '}
                <Text span c="dimmed">
                  {localized(problem.remedy)}
                </Text>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title={t('sessions')}>
        {offering.sessions.length === 0 ? (
          <EmptyState icon="calendar" title={t('noSession')}>
            {t('noSessionHelp')}
          </EmptyState>
        ) : (
          <Rows
            label={t('sessions')}
            columns="4fr 3fr 3fr 8rem"
            headings={[t('session'), t('instructors'), t('venue'), t('sessionStateHeading')]}
          >
            {offering.sessions.map((session) => (
              <SessionLine key={session.id} session={session} />
            ))}
          </Rows>
        )}
      </Section>
    </>
  );
}

function SessionLine({ session }: { readonly session: CourseSession }) {
  const { t } = useTranslation('offerings');
  const format = useFormat();
  const cells = (
    <>
      <span className={mainCell}>
        <LocalTime start={session.start} end={session.end} zone={session.zone} />
        <Text span c="dimmed" size="sm" fw={400} ms="xs">
          <bdi dir="ltr">{session.blockCode}</bdi>
        </Text>
      </span>
      <span>{format.list(session.instructors.map(({ name }) => localized(name)))}</span>
      <Text span c="dimmed">
        {session.venue && localized(session.venue.name)}
      </Text>
      <Badge
        tone={session.state === 'held' ? 'good' : session.state === 'cancelled' ? 'bad' : 'info'}
        icon={session.state === 'held' ? 'check' : session.state === 'cancelled' ? 'cross' : 'clock'}
      >
        {t(`sessionState.${session.state}`)}
      </Badge>
    </>
  );
  return (
    <li>
      {mayReadRegisters() ? (
        <Link to="/sessions/$sessionId/register" params={{ sessionId: session.id }} className={rowClass}>
          {cells}
        </Link>
      ) : (
        <div className={rowClass}>{cells}</div>
      )}
    </li>
  );
}

/** Commanders see their own people alone, not the records of a whole offering. */
function mayReadRegisters(): boolean {
  const session = currentSession();
  return session.kind === 'signed-in' && hasRole(session.me, 'trainer', 'administrator', 'auditor');
}
