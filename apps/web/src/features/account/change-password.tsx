import { Button, PasswordInput, Stack } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import { Section } from '../../ui/page';
import { ProblemNotice } from '../../ui/problem-notice';
import { toast } from '../../ui/toast-store';
import { sessionsQuery } from './queries';

const SHORTEST = 15;
const LONGEST = 128;

export function ChangePassword({ userName }: { readonly userName: string }) {
  const { t } = useTranslation('account');
  const cache = useQueryClient();
  const [current, setCurrent] = useState('');
  const [wanted, setWanted] = useState('');
  const change = useMutation({
    mutationFn: () => api('post', '/api/v1/auth/password', { body: { currentPassword: current, newPassword: wanted } }),
    onSuccess: async () => {
      setCurrent('');
      setWanted('');
      toast({ message: t('passwordChanged') });
      await cache.invalidateQueries(sessionsQuery);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate();
  };
  const visibility = { 'aria-label': t('showPassword'), tabIndex: 0, 'aria-hidden': false } as const;
  return (
    <Section title={t('changePassword')}>
      <form onSubmit={submit}>
        <Stack maw="26rem">
          {/* So that a password manager knows whose password it keeps. */}
          <input type="text" name="username" autoComplete="username" value={userName} readOnly hidden />
          <PasswordInput
            label={t('currentPassword')}
            value={current}
            onChange={(event) => setCurrent(event.currentTarget.value)}
            autoComplete="current-password"
            visibilityToggleButtonProps={visibility}
            dir="ltr"
            required
            withAsterisk={false}
          />
          <PasswordInput
            label={t('newPassword')}
            description={t('passwordRule')}
            value={wanted}
            onChange={(event) => setWanted(event.currentTarget.value)}
            autoComplete="new-password"
            visibilityToggleButtonProps={visibility}
            dir="ltr"
            required
            withAsterisk={false}
            minLength={SHORTEST}
            maxLength={LONGEST}
          />
          <ProblemNotice error={change.error} />
          <Button type="submit" loading={change.isPending} style={{ alignSelf: 'start' }}>
            {t('changePassword')}
          </Button>
        </Stack>
      </form>
    </Section>
  );
}
