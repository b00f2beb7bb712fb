import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../ui/dialog';
import { PersonChoice } from '../../ui/person-choice';
import { ProblemNotice } from '../../ui/problem-notice';
import { OneTimePassword } from './one-time-password';
import { createAccount } from './queries';

/** A new account with a one-time password. It can do nothing until a role is granted: one goes on to that. */
export default function CreateAccount({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('accounts');
  const { t: shared } = useTranslation('app');
  const navigate = useNavigate();
  const cache = useQueryClient();
  const [userName, setUserName] = useState('');
  const [personId, setPersonId] = useState<string>();
  const create = useMutation({
    mutationFn: () => createAccount(userName.trim(), personId),
    // A second try after a lost answer would only find the name taken, and the password lost with the answer.
    retry: false,
    onSuccess: () => cache.invalidateQueries({ queryKey: ['accounts', 'list'] }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    create.mutate();
  };
  if (create.data?.oneTimePassword) {
    const { id, oneTimePassword } = create.data;
    return (
      <Dialog title={t('created')}>
        <OneTimePassword
          userName={userName.trim().toLowerCase()}
          password={oneTimePassword}
          done={t('toRoles')}
          onDone={() => void navigate({ to: '/accounts/$accountId', params: { accountId: id } })}
        />
      </Dialog>
    );
  }
  return (
    <Dialog title={t('create')} onClose={onClose}>
      <form onSubmit={submit}>
        <Stack>
          <TextInput
            label={t('userName')}
            description={t('userNameRule')}
            value={userName}
            onChange={(event) => setUserName(event.currentTarget.value)}
            pattern="[A-Za-z0-9][A-Za-z0-9._\-]{2,63}"
            title={t('userNameRule')}
            autoCapitalize="none"
            autoComplete="off"
            dir="ltr"
            required
            withAsterisk={false}
            data-autofocus
          />
          <PersonChoice label={t('person')} description={t('personHelp')} value={personId} onChange={setPersonId} />
          <ProblemNotice error={create.error} />
          <Group justify="end">
            <Button variant="default" onClick={onClose}>
              {shared('cancel')}
            </Button>
            <Button type="submit" loading={create.isPending}>
              {t('create')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
