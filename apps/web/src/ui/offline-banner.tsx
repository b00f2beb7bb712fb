import { Button, Text } from '@mantine/core';
import { useMutationState } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { probeNow, useOnline } from '../api/connection';
import { Notice } from './notice';

/** Says that there is no line, and what becomes of what was saved meanwhile. */
export function OfflineBanner() {
  const { t } = useTranslation();
  const online = useOnline();
  const held = useMutationState({ filters: { status: 'pending' } }).length;
  useEffect(() => {
    if (held === 0) return;
    // The browser asks in words of its own: what is not sent yet goes with the page.
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [held]);
  // Always there, so that what appears in it is read out.
  return (
    <div role="status">
      {!online && (
        <div style={{ marginBottom: 'var(--mantine-spacing-md)' }}>
          <Notice
            tone="warn"
            icon="offline"
            title={t('offline.title')}
            actions={
              <Button size="xs" variant="default" onClick={() => void probeNow()}>
                {t('tryAgain')}
              </Button>
            }
          >
            <Text size="sm">{held > 0 ? t('offline.held', { count: held }) : t('offline.text')}</Text>
          </Notice>
        </div>
      )}
    </div>
  );
}
