import { useEffect, useRef } from 'react';
import { Button, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useRouter, type ErrorComponentProps } from '@tanstack/react-router';
import { useOnline } from '../api/connection';
import { Notice } from '../ui/notice';

/** A screen could not be fetched: no line, or a newer version of the application has taken its place. */
export class PartMissing extends Error {
  constructor(cause: unknown) {
    super('a screen could not be fetched', { cause });
  }
}

/** A part of the application could not be fetched (a new version, or no line), or it failed while showing. */
export function RouteFailed({ error }: ErrorComponentProps) {
  const { t } = useTranslation();
  const router = useRouter();
  const online = useOnline();
  const missing = error instanceof PartMissing;
  const wasOnline = useRef(online);
  useEffect(() => {
    if (missing && online && !wasOnline.current) void router.invalidate();
    wasOnline.current = online;
  }, [missing, online, router]);
  return (
    <Notice
      role="alert"
      tone="bad"
      icon="warning"
      title={t(missing ? 'partMissing' : 'unexpected')}
      actions={
        <>
          <Button size="xs" variant="default" onClick={() => void router.invalidate()}>
            {t('tryAgain')}
          </Button>
          <Button size="xs" variant="default" onClick={() => location.reload()}>
            {t('reload')}
          </Button>
        </>
      }
    >
      <Text size="sm">{t(missing ? 'partMissingRemedy' : 'unexpectedRemedy')}</Text>
    </Notice>
  );
}
