import { NativeSelect, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { localized, useFormat } from '../../i18n/format';
import { Filters } from '../../ui/filters';
import { Lines, Loaded } from '../../ui/loaded';
import { LoadMore } from '../../ui/load-more';
import { EmptyState } from '../../ui/notice';
import { Page } from '../../ui/page';
import { mainCell, rowClass, Rows } from '../../ui/rows';
import { UnitChoice } from '../../ui/unit-choice';
import { OfferingStateBadge } from './offering-state';
import { offeringsQuery, type OfferingRow } from './queries';
import { OFFERING_STATES, type OfferingState } from './states';

const route = getRouteApi('/offerings');

export default function OfferingsPage() {
  const { t } = useTranslation('offerings');
  const { state, unit } = route.useSearch();
  const navigate = route.useNavigate();
  const list = useInfiniteQuery(offeringsQuery({ state, unitId: unit }));
  const narrow = (change: { state?: OfferingState; unit?: string }) =>
    void navigate({ search: (now) => ({ ...now, ...change }), replace: true });
  return (
    <Page title={t('title')} lead={t('lead')}>
      <Filters label={t('filters')}>
        <NativeSelect
          label={t('state')}
          value={state ?? ''}
          onChange={(event) => narrow({ state: OFFERING_STATES.find((one) => one === event.currentTarget.value) })}
          data={[
            { value: '', label: t('everyState') },
            ...OFFERING_STATES.map((value) => ({ value, label: t(`state.${value}`) })),
          ]}
        />
        <UnitChoice value={unit} onChange={(unitId) => narrow({ unit: unitId })} />
      </Filters>
      <Loaded query={list} skeleton={<Lines count={6} />}>
        {({ pages }) => {
          const offerings = pages.flatMap(({ items }) => items);
          if (offerings.length === 0)
            return (
              <EmptyState icon="calendar" title={t('none')}>
                {t(state || unit ? 'noneFits' : 'noneYet')}
              </EmptyState>
            );
          return (
            <>
              <Rows
                label={t('title')}
                columns="4fr 3fr 8rem 14rem"
                headings={[t('course'), t('dates'), t('seats'), t('state')]}
              >
                {offerings.map((offering) => (
                  <OfferingLine key={offering.id} offering={offering} />
                ))}
              </Rows>
              <LoadMore list={list} />
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}

function OfferingLine({ offering }: { readonly offering: OfferingRow }) {
  const { t } = useTranslation('offerings');
  const format = useFormat();
  return (
    <li>
      <Link to="/offerings/$offeringId" params={{ offeringId: offering.id }} className={rowClass}>
        <span className={mainCell}>
          {localized(offering.courseTitle)}
          <Text span c="dimmed" size="sm" fw={400} ms="xs">
            <bdi dir="ltr">{offering.code}</bdi>
          </Text>
        </span>
        <span>
          <bdi>{format.day(offering.startsOn)}</bdi> – <bdi>{format.day(offering.endsOn)}</bdi>
        </span>
        <Text span c="dimmed">
          {t('upTo', { count: offering.seatsMax })}
        </Text>
        <OfferingStateBadge state={offering.state} />
      </Link>
    </li>
  );
}
