import { Button, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { unitsQuery } from '../../api/organisation';
import { localized } from '../../i18n/format';
import { EmptyState } from '../../ui/notice';
import { ProblemNotice } from '../../ui/problem-notice';
import { toast } from '../../ui/toast-store';
import classes from './accounts.module.css';
import { GrantRole } from './grant-role';
import { grantRole, withdrawRole, type Account, type Grant } from './queries';
import { partyOf, roleOf } from './role-of';

interface RolesProps {
  readonly account: Account;
  readonly mayManage: boolean;
}

/** What the account may do, and where; given and taken at once, and a role that was taken can be given back. */
export function Roles({ account, mayManage }: RolesProps) {
  const { t } = useTranslation('accounts');
  const cache = useQueryClient();
  const refresh = () => cache.invalidateQueries({ queryKey: ['accounts'] });
  const giveBack = useMutation({
    mutationFn: ({ role, unitId, party }: Grant) => {
      const known = roleOf(role);
      if (!known) throw new Error(`no such role: ${role}`);
      return grantRole(account.id, { role: known, unitId: unitId ?? undefined, party: partyOf(party) });
    },
    onSuccess: () => toast({ message: t('givenBack') }),
    onError: () => toast({ message: t('notGivenBack'), failed: true }),
    onSettled: refresh,
  });
  const withdraw = useMutation({
    mutationFn: ({ id }: Grant) => withdrawRole(account.id, id),
    onSuccess: (_, grant) => toast({ message: t('withdrawn'), undo: () => giveBack.mutate(grant) }),
    onSettled: refresh,
  });
  return (
    <>
      <ProblemNotice error={withdraw.error} />
      {account.grants.length === 0 ? (
        <EmptyState icon="key" title={t('noRole')}>
          {t('noRoleHelp')}
        </EmptyState>
      ) : (
        <ul className={classes.list} aria-label={t('roles')}>
          {account.grants.map((grant) => (
            <GrantLine
              key={grant.id}
              grant={grant}
              busy={withdraw.isPending && withdraw.variables.id === grant.id}
              onWithdraw={mayManage ? () => withdraw.mutate(grant) : undefined}
            />
          ))}
        </ul>
      )}
      {mayManage && <GrantRole accountId={account.id} />}
    </>
  );
}

interface GrantLineProps {
  readonly grant: Grant;
  readonly busy: boolean;
  readonly onWithdraw?: () => void;
}

function GrantLine({ grant, busy, onWithdraw }: GrantLineProps) {
  const { t } = useTranslation('accounts');
  const { t: shared } = useTranslation('app');
  const { data: units = [] } = useQuery(unitsQuery);
  const unit = units.find(({ id }) => id === grant.unitId);
  const role = roleOf(grant.role);
  const party = partyOf(grant.party);
  const name = role ? shared(`role.${role}`) : grant.role;
  const where =
    grant.unitId === null ? t('everyUnit') : unit ? t('andBelow', { unit: localized(unit.name) }) : t('otherUnit');
  return (
    <li className={classes.grant}>
      <div className={classes.words}>
        <Text fw={600}>{name}</Text>
        <Text size="sm" c="dimmed">
          {where} · {party && party !== 'joint' ? t('forParty', { party: shared(`party.${party}`) }) : t('forBoth')}
        </Text>
      </div>
      {onWithdraw && (
        <Button
          variant="default"
          size="sm"
          aria-label={t('withdrawOf', { role: name, where })}
          loading={busy}
          onClick={onWithdraw}
        >
          {t('withdraw')}
        </Button>
      )}
    </li>
  );
}
