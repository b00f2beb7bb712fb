import { Button, NativeSelect, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { lazy, Suspense, useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../api/session';
import { hasRole } from '../../app/navigation';
import { useFormat } from '../../i18n/format';
import { Filters } from '../../ui/filters';
import { Lines, Loaded } from '../../ui/loaded';
import { LoadMore } from '../../ui/load-more';
import { EmptyState } from '../../ui/notice';
import { Page } from '../../ui/page';
import { personName } from '../../ui/person-name';
import { mainCell, rowClass, Rows } from '../../ui/rows';
import { SearchInput } from '../../ui/search-input';
import { AccountStatus } from './account-status';
import { accountsQuery, type Account, type AccountsFilter } from './queries';
import { roleOf } from './role-of';

const CreateAccount = lazy(() => import('./create-account'));
const route = getRouteApi('/accounts');

export default function AccountsPage() {
  const { t } = useTranslation('accounts');
  const { search, status, create } = route.useSearch();
  const navigate = route.useNavigate();
  const session = useSession();
  const mayManage = session.kind === 'signed-in' && hasRole(session.me, 'administrator');
  const list = useInfiniteQuery(accountsQuery({ search, status }));
  const narrow = useCallback(
    (change: AccountsFilter) => void navigate({ search: (now) => ({ ...now, ...change }), replace: true }),
    [navigate],
  );
  const onSearch = useCallback((text: string | undefined) => narrow({ search: text }), [narrow]);
  const setCreate = (open: boolean) =>
    void navigate({ search: (now) => ({ ...now, create: open || undefined }), replace: !open });
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={mayManage && <Button onClick={() => setCreate(true)}>{t('create')}</Button>}
    >
      <Filters label={t('filters')}>
        <SearchInput label={t('search')} placeholder={t('searchHint')} value={search} onSearch={onSearch} />
        <NativeSelect
          label={t('status')}
          value={status ?? ''}
          onChange={(event) => narrow({ status: STATUSES.find((one) => one === event.currentTarget.value) })}
          data={[
            { value: '', label: t('everyStatus') },
            ...STATUSES.map((value) => ({ value, label: t(`status.${value}`) })),
          ]}
        />
      </Filters>
      <Loaded query={list} skeleton={<Lines count={8} />}>
        {({ pages }) => {
          const accounts = pages.flatMap(({ items }) => items);
          if (accounts.length === 0)
            return (
              <EmptyState icon="key" title={t(search || status ? 'noneFits' : 'noneYet')}>
                {t(search || status ? 'noneFitsHelp' : 'noneYetHelp')}
              </EmptyState>
            );
          return (
            <>
              <Rows
                label={t('title')}
                columns="3fr 3fr 4fr 9rem"
                headings={[t('userName'), t('person'), t('roles'), t('status')]}
              >
                {accounts.map((account) => (
                  <AccountLine key={account.id} account={account} />
                ))}
              </Rows>
              <LoadMore list={list} />
            </>
          );
        }}
      </Loaded>
      {mayManage && create && (
        <Suspense fallback={null}>
          <CreateAccount onClose={() => setCreate(false)} />
        </Suspense>
      )}
    </Page>
  );
}

const STATUSES = ['active', 'disabled'] as const;

function AccountLine({ account }: { readonly account: Account }) {
  const { t } = useTranslation('accounts');
  const { t: shared } = useTranslation('app');
  const format = useFormat();
  const roles = [...new Set(account.grants.flatMap(({ role }) => roleOf(role) ?? []))];
  return (
    <li>
      <Link to="/accounts/$accountId" params={{ accountId: account.id }} className={rowClass}>
        <span className={mainCell}>
          <bdi dir="ltr">{account.userName}</bdi>
        </span>
        <span>{account.person ? <bdi>{personName(account.person)}</bdi> : '—'}</span>
        <Text span c="dimmed">
          {roles.length === 0 ? t('noRole') : format.list(roles.map((role) => shared(`role.${role}`)))}
        </Text>
        <AccountStatus status={account.status} />
      </Link>
    </li>
  );
}
