import { Button, NativeSelect, Stack, useMantineColorScheme, type MantineColorScheme } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { signOut, useSession, type Me } from '../../api/session';
import { LanguageChoice } from '../../app/preferences';
import { Facts } from '../../ui/facts';
import { Page, Section } from '../../ui/page';
import { personName } from '../../ui/person-name';
import { ProblemNotice } from '../../ui/problem-notice';
import { ChangePassword } from './change-password';
import { ownPersonQuery } from './queries';
import { Sessions } from './sessions';

export default function AccountPage() {
  const { t } = useTranslation('account');
  const session = useSession();
  const leave = useMutation({ mutationFn: signOut, networkMode: 'always', retry: false });
  if (session.kind !== 'signed-in') return null;
  return (
    <Page
      title={t('title')}
      actions={
        <Button variant="default" loading={leave.isPending} onClick={() => leave.mutate()}>
          {t('signOut')}
        </Button>
      }
    >
      <ProblemNotice error={leave.error} />
      <WhoIAm me={session.me} />
      <Preferences />
      <Sessions />
      <ChangePassword userName={session.me.userName} />
    </Page>
  );
}

function WhoIAm({ me }: { readonly me: Me }) {
  const { t } = useTranslation('account');
  const { t: shared } = useTranslation('app');
  const { data: person } = useQuery(ownPersonQuery(me.personId));
  const reach = ({ everyUnit, units }: Me['grants'][number]) =>
    everyUnit ? t('everyUnit') : t('units', { count: units ?? 0 });
  return (
    <Section title={t('whoIAm')}>
      <Facts
        facts={[
          { name: t('name'), value: person && personName(person) },
          { name: t('userName'), value: <bdi dir="ltr">{me.userName}</bdi> },
          { name: t('serviceNumber'), value: person && <bdi dir="ltr">{person.serviceNumber}</bdi> },
          {
            name: t('roles'),
            value:
              me.grants.length === 0 ? (
                t('noRole')
              ) : (
                <Stack gap={0}>
                  {me.grants.map((grant, i) => (
                    <span key={i}>
                      {shared(`role.${grant.role}`)} · {reach(grant)}
                      {grant.party && ` · ${t('signsFor', { party: shared(`party.${grant.party}`) })}`}
                    </span>
                  ))}
                </Stack>
              ),
          },
        ]}
      />
    </Section>
  );
}

function Preferences() {
  const { t } = useTranslation('account');
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Section title={t('preferences')}>
      <Facts
        facts={[
          { name: t('language'), value: <LanguageChoice /> },
          {
            name: t('colours'),
            value: (
              <NativeSelect
                aria-label={t('colours')}
                value={colorScheme}
                onChange={(event) => setColorScheme(event.currentTarget.value as MantineColorScheme)}
                data={(['auto', 'light', 'dark'] as const).map((value) => ({ value, label: t(`scheme.${value}`) }))}
              />
            ),
          },
        ]}
      />
    </Section>
  );
}
