import { Button, NativeSelect } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { unitsQuery } from '../../api/organisation';
import { localized } from '../../i18n/format';
import { ProblemNotice } from '../../ui/problem-notice';
import { toast } from '../../ui/toast-store';
import classes from './accounts.module.css';
import { grantRole, withdrawRole } from './queries';
import { PARTIES, partyOf, roleOf, ROLES } from './role-of';

/** Another role for the account, in one unit and all below it or in every unit. Takes effect at once. */
export function GrantRole({ accountId }: { readonly accountId: string }) {
  const { t } = useTranslation('accounts');
  const { t: shared } = useTranslation('app');
  const cache = useQueryClient();
  const { data: units = [] } = useQuery(unitsQuery);
  const [role, setRole] = useState<(typeof ROLES)[number]>();
  const [unitId, setUnitId] = useState<string>();
  const [party, setParty] = useState<(typeof PARTIES)[number]>();
  const refresh = () => cache.invalidateQueries({ queryKey: ['accounts'] });
  const takeBack = useMutation({
    mutationFn: (grantId: string) => withdrawRole(accountId, grantId),
    onSuccess: () => toast({ message: t('takenBack') }),
    onError: () => toast({ message: t('notTakenBack'), failed: true }),
    onSettled: refresh,
  });
  const grant = useMutation({
    mutationFn: (wanted: (typeof ROLES)[number]) => grantRole(accountId, { role: wanted, unitId, party }),
    onSuccess: ({ id }) => {
      toast({ message: t('granted'), undo: () => takeBack.mutate(id) });
      setRole(undefined);
    },
    onSettled: refresh,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (role) grant.mutate(role);
  };
  return (
    <form onSubmit={submit} className={classes.granting} aria-label={t('grant')}>
      <NativeSelect
        label={t('role')}
        value={role ?? ''}
        onChange={(event) => setRole(roleOf(event.currentTarget.value))}
        data={[
          { value: '', label: t('chooseRole') },
          ...ROLES.map((value) => ({ value, label: shared(`role.${value}`) })),
        ]}
      />
      <NativeSelect
        label={t('where')}
        value={unitId ?? ''}
        onChange={(event) => setUnitId(event.currentTarget.value || undefined)}
        data={[
          { value: '', label: t('everyUnit') },
          ...units.map(({ id, name, depth }) => ({
            value: id,
            label: `${'\u2003'.repeat(depth)}${localized(name)}`,
          })),
        ]}
      />
      <NativeSelect
        label={t('party')}
        value={party ?? ''}
        onChange={(event) => setParty(partyOf(event.currentTarget.value))}
        data={[
          { value: '', label: t('forBoth') },
          ...(['pk', 'cn'] as const).map((value) => ({ value, label: shared(`party.${value}`) })),
        ]}
      />
      <Button type="submit" disabled={!role} loading={grant.isPending}>
        {t('grant')}
      </Button>
      <div className={classes.wide}>
        <ProblemNotice error={grant.error} />
      </div>
    </form>
  );
}
