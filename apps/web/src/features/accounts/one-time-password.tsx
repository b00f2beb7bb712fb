import { Button, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '../../ui/notice';
import classes from './accounts.module.css';

interface OneTimePasswordProps {
  readonly userName: string;
  readonly password: string;
  readonly done: string;
  readonly onDone: () => void;
}

/** Shown this once: it is kept nowhere, not by the server either. */
export function OneTimePassword({ userName, password, done, onDone }: OneTimePasswordProps) {
  const { t } = useTranslation('accounts');
  const [copied, setCopied] = useState<boolean>();
  const copy = () =>
    navigator.clipboard.writeText(password).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  return (
    <Stack>
      <Notice role="status" tone="good" icon="key" title={t('oneTime', { userName })}>
        <p className={classes.password}>
          <bdi dir="ltr">{password}</bdi>
        </p>
        <Text size="sm">{t('oneTimeHelp')}</Text>
      </Notice>
      <Button variant="default" onClick={() => void copy()}>
        {t('copy')}
      </Button>
      <Text size="sm" role="status">
        {copied !== undefined && t(copied ? 'copied' : 'notCopied')}
      </Text>
      <Button onClick={onDone}>{done}</Button>
    </Stack>
  );
}
