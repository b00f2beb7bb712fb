import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format';
import { giveUp, insist, type WaitingMark } from '../../offline/waiting-marks';
import { Notice } from '../../ui/notice';
import { useMarkWords } from './mark-badge';

/** Two marks of one person: the one on record, by somebody else, and the one set here. Neither goes without a word. */
export function MarkConflict({ mark }: { readonly mark: WaitingMark }) {
  const { t } = useTranslation('offerings');
  const format = useFormat();
  const words = useMarkWords();
  const { conflict: standing, status, minutes = 0, markedAt } = mark;
  return (
    <Notice
      tone="warn"
      icon="info"
      title={t('conflict')}
      actions={
        <Group gap="xs">
          <Button size="xs" variant="default" onClick={() => void giveUp([mark])}>
            {t('keepTheirs')}
          </Button>
          <Button size="xs" onClick={() => void insist(mark)}>
            {t('sendMine')}
          </Button>
        </Group>
      }
    >
      <Text size="sm">
        {t('onRecord', {
          mark: words(standing ?? null),
          when: standing ? format.moment(standing.markedAt) : '',
          device: standing?.device ?? '',
        })}
      </Text>
      <Text size="sm">{t('markedHere', { mark: words({ status, minutes }), when: format.moment(markedAt) })}</Text>
    </Notice>
  );
}
