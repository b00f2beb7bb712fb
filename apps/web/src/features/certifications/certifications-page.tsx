import { NativeSelect, Text } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { schemesQuery } from '../../api/schemes';
import { localized, today, useFormat } from '../../i18n/format';
import { DayInput } from '../../ui/day-input';
import { Filters } from '../../ui/filters';
import { Lines, Loaded } from '../../ui/loaded';
import { LoadMore } from '../../ui/load-more';
import { EmptyState } from '../../ui/notice';
import { personName } from '../../ui/person-name';
import { Page } from '../../ui/page';
import { mainCell, rowClass, Rows } from '../../ui/rows';
import { SearchInput } from '../../ui/search-input';
import { StatusBadge, STATUSES } from '../../ui/status-badge';
import { UnitChoice } from '../../ui/unit-choice';
import { certificationsQuery, type CertificationRow } from './queries';

const route = getRouteApi('/certifications');

/** The register: who holds what, as it stood on any day. */
export default function CertificationsPage() {
  const { t } = useTranslation('certifications');
  const { t: shared } = useTranslation('app');
  const format = useFormat();
  const { search, scheme, status, unit, validAt } = route.useSearch();
  const navigate = route.useNavigate();
  const { data: schemes = [] } = useQuery(schemesQuery);
  const list = useInfiniteQuery(certificationsQuery({ search, schemeId: scheme, status, unitId: unit, validAt }));
  const narrow = useCallback(
    (change: Partial<ReturnType<typeof route.useSearch>>) =>
      void navigate({ search: (now) => ({ ...now, ...change }), replace: true }),
    [navigate],
  );
  const onSearch = useCallback((text: string | undefined) => narrow({ search: text }), [narrow]);
  return (
    <Page title={t('title')} lead={t('asOf', { day: format.day(validAt ?? today()) })}>
      <Filters label={t('filters')}>
        <SearchInput label={t('search')} placeholder={t('searchHint')} value={search} onSearch={onSearch} />
        <NativeSelect
          label={t('status')}
          value={status ?? ''}
          onChange={(event) => narrow({ status: (event.currentTarget.value || undefined) as typeof status })}
          data={[
            { value: '', label: t('everyStatus') },
            ...STATUSES.map((value) => ({ value, label: shared(`status.${value}`) })),
          ]}
        />
        <NativeSelect
          label={t('scheme')}
          value={scheme ?? ''}
          onChange={(event) => narrow({ scheme: event.currentTarget.value || undefined })}
          data={[
            { value: '', label: t('everyScheme') },
            ...schemes.map(({ id, title }) => ({ value: id, label: localized(title) })),
          ]}
        />
        <UnitChoice value={unit} onChange={(unitId) => narrow({ unit: unitId })} />
        <DayInput label={t('day')} value={validAt} onChange={(day) => narrow({ validAt: day })} />
      </Filters>
      <Loaded query={list} skeleton={<Lines count={8} />}>
        {({ pages }) => {
          const rows = pages.flatMap(({ items }) => items);
          if (rows.length === 0) return <NothingFound filtered={!!(search || status || scheme || unit)} />;
          return (
            <>
              <Rows
                label={t('title')}
                columns="3fr 3fr 12rem 11rem"
                headings={[t('person'), t('certification'), t('expiry'), t('status')]}
              >
                {rows.map((row) => (
                  <CertificationLine key={row.id} row={row} validAt={validAt} />
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

function CertificationLine({ row, validAt }: { readonly row: CertificationRow; readonly validAt: string | undefined }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data: schemes = [] } = useQuery(schemesQuery);
  const scheme = schemes.find(({ id }) => id === row.schemeId);
  return (
    <li>
      <Link
        to="/certifications/$certificationId"
        params={{ certificationId: row.id }}
        search={{ validAt }}
        className={rowClass}
      >
        <span className={mainCell}>
          <bdi>{personName(row)}</bdi>
          <Text span c="dimmed" size="sm" fw={400} ms="xs">
            <bdi dir="ltr">{row.serviceNumber}</bdi>
          </Text>
        </span>
        <span>{scheme ? localized(scheme.title) : <bdi dir="ltr">{row.schemeCode}</bdi>}</span>
        <Text span c="dimmed">
          {row.expiresOn ? format.day(row.expiresOn) : row.standing === 'current' ? t('neverExpires') : '–'}
        </Text>
        <StatusBadge status={row.status} />
      </Link>
    </li>
  );
}

function NothingFound({ filtered }: { readonly filtered: boolean }) {
  const { t } = useTranslation('certifications');
  return (
    <EmptyState icon="shield" title={t(filtered ? 'nothingFits' : 'nothingYet')}>
      {t(filtered ? 'nothingFitsHelp' : 'nothingYetHelp')}
    </EmptyState>
  );
}
