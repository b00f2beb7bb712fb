import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../ui/dialog';
import { ProblemNotice } from '../../ui/problem-notice';
import { toast } from '../../ui/toast-store';
import type { Deed } from './deeds';
import { OneTimePassword } from './one-time-password';
import { disableAccount, enableAccount, endSessions, resetPassword, type Account } from './queries';

const route = getRouteApi('/accounts/$accountId');
const SHORTEST_REASON = 5;

/** What is done to an account as a whole; each asks first, and for a reason where the trail is to have one. */
export function AccountActions({ account }: { readonly account: Account }) {
  const { t } = useTranslation('accounts');
  const { deed } = route.useSearch();
  const navigate = route.useNavigate();
  const disabled = account.status === 'disabled';
  const open = (chosen: Deed | undefined) => void navigate({ search: { deed: chosen }, replace: !chosen });
  const deeds: readonly Deed[] = disabled ? ['enable'] : ['reset', 'endSessions', 'disable'];
  return (
    <>
      <Group gap="xs">
        {deeds.map((one) => (
          <Button key={one} variant="default" onClick={() => open(one)}>
            {t(`deed.${one}`)}
          </Button>
        ))}
      </Group>
      {deed && <DeedDialog key={deed} account={account} deed={deed} onClose={() => open(undefined)} />}
    </>
  );
}

interface DeedDialogProps {
  readonly account: Account;
  readonly deed: Deed;
  readonly onClose: () => void;
}

/** @returns the one-time password, where there is one */
async function perform(id: string, deed: Deed, reason: string): Promise<string | undefined> {
  if (deed === 'reset') return (await resetPassword(id, reason)).oneTimePassword;
  if (deed === 'disable') await disableAccount(id, reason);
  else if (deed === 'enable') await enableAccount(id, reason);
  else await endSessions(id);
  return undefined;
}

function DeedDialog({ account, deed, onClose }: DeedDialogProps) {
  const { t } = useTranslation('accounts');
  const { t: shared } = useTranslation('app');
  const cache = useQueryClient();
  const [reason, setReason] = useState('');
  const act = useMutation({
    mutationFn: () => perform(account.id, deed, reason.trim()),
    // A password that was made by a lost answer is lost as well; whoever asked looks and asks again.
    retry: false,
    onSuccess: async (password) => {
      await cache.invalidateQueries({ queryKey: ['accounts'] });
      if (password) return;
      toast({ message: t(`did.${deed}`) });
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    act.mutate();
  };
  if (act.data)
    return (
      <Dialog title={t('deed.reset')}>
        <OneTimePassword userName={account.userName} password={act.data} done={shared('close')} onDone={onClose} />
      </Dialog>
    );
  return (
    <Dialog title={t(`deed.${deed}`)} onClose={onClose}>
      <form onSubmit={submit}>
        <Stack>
          <Text>{t(`help.${deed}`)}</Text>
          {deed !== 'endSessions' && (
            <Textarea
              label={t('reason')}
              description={t('reasonHelp')}
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
              minLength={SHORTEST_REASON}
              maxLength={500}
              required
              withAsterisk={false}
              data-autofocus
            />
          )}
          <ProblemNotice error={act.error} />
          <Group justify="end">
            <Button variant="default" onClick={onClose}>
              {shared('cancel')}
            </Button>
            <Button type="submit" color={deed === 'disable' ? 'red.9' : undefined} loading={act.isPending}>
              {t(`deed.${deed}`)}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
