import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { SHANGHAI, useFormat } from '../../i18n/format';

/** Begin and end by the clock of Pakistan, and by that of China, where the other half of the readers are. */
export function SessionTime({ start, end }: { readonly start: string; readonly end: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div>
      <Text>
        <bdi>
          <time dateTime={start}>{format.time(start)}</time>–<time dateTime={end}>{format.time(end)}</time>
        </bdi>{' '}
        {t('pakistanTime')}
      </Text>
      <Text size="sm">
        <bdi>
          {format.time(start, SHANGHAI)}–{format.time(end, SHANGHAI)}
        </bdi>{' '}
        {t('chinaTime')}
      </Text>
    </div>
  );
}
