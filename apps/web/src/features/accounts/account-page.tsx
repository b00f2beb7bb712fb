import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../api/session';
import { hasRole } from '../../app/navigation';
import { useFormat } from '../../i18n/format';
import { BackLink } from '../../ui/back-link';
import { Facts } from '../../ui/facts';
import { Lines, Loaded } from '../../ui/loaded';
import { Notice } from '../../ui/notice';
import { Page, Section } from '../../ui/page';
import { personName } from '../../ui/person-name';
import { AccountActions } from './account-actions';
import { AccountStatus } from './account-status';
import { accountQuery, type Account } from './queries';
import { Roles } from './roles';

const route = getRouteApi('/accounts/$accountId');

export default function AccountPage() {
  const { t } = useTranslation('accounts');
  const { accountId } = route.useParams();
  const query = useQuery(accountQuery(accountId));
  const { data } = query;
  return (
    <Page
      above={<BackLink to="/accounts">{t('title')}</BackLink>}
      title={data ? data.userName : t('account')}
      lead={data?.person && <bdi>{personName(data.person)}</bdi>}
    >
      <Loaded query={query} skeleton={<Lines count={3} height={120} />}>
        {(account) => <Details key={account.id} account={account} />}
      </Loaded>
    </Page>
  );
}

function Details({ account }: { readonly account: Account }) {
  const { t } = useTranslation('accounts');
  const format = useFormat();
  const session = useSession();
  const me = session.kind === 'signed-in' ? session.me : undefined;
  const own = me?.accountId === account.id;
  const mayManage = !!me && hasRole(me, 'administrator') && !own;
  const { person } = account;
  return (
    <>
      <Section title={t('about')} actions={<AccountStatus status={account.status} />}>
        <Facts
          facts={[
            { name: t('userName'), value: <bdi dir="ltr">{account.userName}</bdi> },
            {
              name: t('person'),
              value: person && (
                <Link to="/people/$personId" params={{ personId: person.id }}>
                  <bdi>{personName(person)}</bdi>
                </Link>
              ),
            },
            { name: t('serviceNumber'), value: person && <bdi dir="ltr">{person.serviceNumber}</bdi> },
            { name: t('createdAt'), value: format.moment(account.createdAt) },
            {
              name: t('trail'),
              value: (
                <Link to="/audit" search={{ entity: 'account', entityId: account.id }}>
                  {t('toTrail')}
                </Link>
              ),
            },
          ]}
        />
      </Section>
      <Section title={t('roles')}>
        {own && <Notice tone="info" icon="info" title={t('own')} />}
        <Roles account={account} mayManage={mayManage} />
      </Section>
      {mayManage && (
        <Section title={t('access')}>
          <AccountActions account={account} />
        </Section>
      )}
    </>
  );
}
