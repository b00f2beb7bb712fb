import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Outlet } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { offeringQuery, type Offering } from '../../api/offerings';
import { localized, useFormat } from '../../i18n/format';
import { BackLink } from '../../ui/back-link';
import { Facts } from '../../ui/facts';
import { LinkButton } from '../../ui/link-button';
import { Lines, Loaded } from '../../ui/loaded';
import { EmptyState, Notice } from '../../ui/notice';
import { Page, Section } from '../../ui/page';
import { mayPlan, mayReadRecords } from './rights';
import { OfferingStateBadge } from './offering-state';
import { OfferingSteps } from './offering-steps';
import { SessionDays } from './session-days';

const route = getRouteApi('/offerings/$offeringId');

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
      {/* Dialogs over the page have addresses of their own below it. */}
      <Outlet />
    </Page>
  );
}

const WITH_RECORDS: readonly Offering['state'][] = ['in_progress', 'delivered', 'ratified'];

/** To what is recorded of a run that has begun. */
function Onward({ offering: { id, state } }: { readonly offering: Offering }) {
  const { t } = useTranslation('offerings');
  const params = { offeringId: id };
  return (
    <>
      <LinkButton variant="default" to="/offerings/$offeringId/roster" params={params}>
        {t('roster')}
      </LinkButton>
      {mayReadRecords() && WITH_RECORDS.includes(state) && (
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

/** No session is added any more. */
const SETTLED: readonly Offering['state'][] = ['delivered', 'ratified', 'cancelled', 'aborted'];

function Details({ offering }: { readonly offering: Offering }) {
  const { t } = useTranslation('offerings');
  const format = useFormat();
  const mayAdd = mayPlan(offering) && !SETTLED.includes(offering.state);
  return (
    <>
      <OfferingSteps offering={offering} />
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
      <Section
        title={t('sessions')}
        actions={
          mayAdd && (
            <LinkButton variant="default" to="/offerings/$offeringId/sessions/new" params={{ offeringId: offering.id }}>
              {t('addSession')}
            </LinkButton>
          )
        }
      >
        {offering.sessions.length === 0 ? (
          <EmptyState icon="calendar" title={t('noSession')}>
            {t('noSessionHelp')}
          </EmptyState>
        ) : (
          <SessionDays offering={offering} />
        )}
      </Section>
    </>
  );
}
