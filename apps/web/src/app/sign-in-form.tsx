import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { signIn } from '../api/session';
import { ProblemNotice } from '../ui/problem-notice';

/** @param userName given when the one who was signed in signs in again */
export function SignInForm({ userName: known }: { readonly userName?: string }) {
  const { t } = useTranslation();
  const [userName, setUserName] = useState(known ?? '');
  const [password, setPassword] = useState('');
  const enter = useMutation({
    mutationFn: () => signIn(userName.trim(), password),
    networkMode: 'always',
    retry: false,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    enter.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        <TextInput
          label={t('signIn.userName')}
          value={userName}
          onChange={(event) => setUserName(event.currentTarget.value)}
          readOnly={known !== undefined}
          name="username"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          dir="ltr"
          size="md"
          required
          withAsterisk={false}
          autoFocus={known === undefined}
        />
        <PasswordInput
          label={t('signIn.password')}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          name="password"
          autoComplete="current-password"
          visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword'), tabIndex: 0, 'aria-hidden': false }}
          dir="ltr"
          size="md"
          required
          withAsterisk={false}
          autoFocus={known !== undefined}
        />
        <ProblemNotice error={enter.error} />
        <Button type="submit" size="md" loading={enter.isPending} fullWidth>
          {t('signIn.enter')}
        </Button>
      </Stack>
    </form>
  );
}
