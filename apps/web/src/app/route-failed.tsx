import { Button, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ErrorComponentProps } from '@tanstack/react-router';
import { Notice } from '../ui/notice';

/** A part of the application could not be fetched (a new version, or no line), or it failed while showing. */
export function RouteFailed({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation();
  console.error(error);
  return (
    <Notice
      role="alert"
      tone="bad"
      icon="warning"
      title={t('unexpected')}
      actions={
        <>
          <Button size="xs" variant="default" onClick={reset}>
            {t('tryAgain')}
          </Button>
          <Button size="xs" variant="default" onClick={() => location.reload()}>
            {t('reload')}
          </Button>
        </>
      }
    >
      <Text size="sm">{t('unexpectedRemedy')}</Text>
    </Notice>
  );
}
