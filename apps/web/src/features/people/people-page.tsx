import { NativeSelect, Text } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { unitsQuery } from '../../api/organisation';
import { localized } from '../../i18n/format';
import { Filters } from '../../ui/filters';
import { Lines, Loaded } from '../../ui/loaded';
import { LoadMore } from '../../ui/load-more';
import { EmptyState } from '../../ui/notice';
import { Page } from '../../ui/page';
import { personName } from '../../ui/person-name';
import { mainCell, rowClass, Rows } from '../../ui/rows';
import { SearchInput } from '../../ui/search-input';
import { Badge } from '../../ui/status-badge';
import { UnitChoice } from '../../ui/unit-choice';
import { peopleQuery, type PersonRow } from './queries';
import { rankName } from './ranks';

const route = getRouteApi('/people');

export default function PeoplePage() {
  const { t } = useTranslation('people');
  const { search, unit, status } = route.useSearch();
  const navigate = route.useNavigate();
  const list = useInfiniteQuery(peopleQuery({ search, unitId: unit, status }));
  const narrow = useCallback(
    (change: { search?: string; unit?: string; status?: 'active' | 'left' }) =>
      void navigate({ search: (now) => ({ ...now, ...change }), replace: true }),
    [navigate],
  );
  const onSearch = useCallback((text: string | undefined) => narrow({ search: text }), [narrow]);
  return (
    <Page title={t('title')} lead={t('lead')}>
      <Filters label={t('filters')}>
        <SearchInput label={t('search')} placeholder={t('searchHint')} value={search} onSearch={onSearch} />
        <UnitChoice value={unit} onChange={(unitId) => narrow({ unit: unitId })} />
        <NativeSelect
          label={t('status')}
          value={status ?? ''}
          onChange={(event) => narrow({ status: (event.currentTarget.value || undefined) as typeof status })}
          data={[
            { value: '', label: t('everyStatus') },
            { value: 'active', label: t('status.active') },
            { value: 'left', label: t('status.left') },
          ]}
        />
      </Filters>
      <Loaded query={list} skeleton={<Lines count={8} />}>
        {({ pages }) => {
          const people = pages.flatMap(({ items }) => items);
          if (people.length === 0) return <NobodyFound filtered={!!(search || unit || status)} />;
          return (
            <>
              <Rows
                label={t('title')}
                columns="3fr 2fr 3fr 8rem"
                headings={[t('name'), t('rank'), t('unit'), t('status')]}
              >
                {people.map((person) => (
                  <PersonLine key={person.id} person={person} />
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

function PersonLine({ person }: { readonly person: PersonRow }) {
  const { t } = useTranslation('people');
  const { data: units = [] } = useQuery(unitsQuery);
  const unit = units.find(({ id }) => id === person.unitId);
  return (
    <li>
      <Link to="/people/$personId" params={{ personId: person.id }} className={rowClass}>
        <span className={mainCell}>
          <bdi>{personName(person)}</bdi>
          <Text span c="dimmed" size="sm" fw={400} ms="xs">
            <bdi dir="ltr">{person.serviceNumber}</bdi>
          </Text>
        </span>
        <span>{rankName(person.rank)}</span>
        <Text span c="dimmed">
          {unit ? localized(unit.name) : <bdi dir="ltr">{person.unitCode}</bdi>}
        </Text>
        <PersonStatus status={person.status} t={t} />
      </Link>
    </li>
  );
}

export function PersonStatus({
  status,
  t,
}: {
  readonly status: string;
  readonly t: (key: 'status.left' | 'status.active') => string;
}) {
  return status === 'left' ? (
    <Badge tone="quiet" icon="dash">
      {t('status.left')}
    </Badge>
  ) : (
    <Badge tone="good" icon="check">
      {t('status.active')}
    </Badge>
  );
}

function NobodyFound({ filtered }: { readonly filtered: boolean }) {
  const { t } = useTranslation('people');
  return (
    <EmptyState icon="people" title={t(filtered ? 'nobodyFits' : 'nobodyYet')}>
      {t(filtered ? 'nobodyFitsHelp' : 'nobodyYetHelp')}
    </EmptyState>
  );
}
