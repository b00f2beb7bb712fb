import { Button, Group, Text } from '@mantine/core';
import { useBlocker } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Dialog } from './dialog';

/** Asks before the screen is left with work that was not sent; how it would be lost, in what the reader calls it. */
export function LeaveGuard({ unsent }: { readonly unsent: number }) {
  const { t } = useTranslation();
  const { status, proceed, reset } = useBlocker({
    // Another state of the same screen takes nothing away.
    shouldBlockFn: ({ current, next }) => current.pathname !== next.pathname,
    enableBeforeUnload: true,
    disabled: unsent === 0,
    withResolver: true,
  });
  if (status !== 'blocked') return null;
  return (
    <Dialog title={t('leave.title')} onClose={reset}>
      <Text>{t('leave.text', { count: unsent })}</Text>
      <Group justify="end" mt="md">
        <Button variant="default" onClick={proceed}>
          {t('leave.go')}
        </Button>
        <Button data-autofocus onClick={reset}>
          {t('leave.stay')}
        </Button>
      </Group>
    </Dialog>
  );
}
