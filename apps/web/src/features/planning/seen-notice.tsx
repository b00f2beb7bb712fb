import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Zone } from '../../api/offerings';
import { Notice } from '../../ui/notice';
import { ClashLine } from './clash-line';
import type { SeenClash } from './clashes';

interface SeenNoticeProps {
  readonly clashes: readonly SeenClash[];
  readonly zone: Zone;
  /** False while the time is being typed. */
  readonly known: boolean;
}

/** Whether a time is free, as far as the plans on screen tell; the API has the last word. */
export function SeenNotice({ clashes, zone, known }: SeenNoticeProps) {
  const { t } = useTranslation('planning');
  const free = clashes.length === 0;
  // Always there, so that what changes in it is read out.
  return (
    <div role="status">
      {known && (
        <Notice
          tone={free ? 'good' : 'warn'}
          icon={free ? 'check' : 'warning'}
          title={t(free ? 'seemsFree' : 'clashes')}
        >
          {clashes.map((clash, i) => (
            <Text size="sm" key={i}>
              <ClashLine clash={clash} zone={zone} />
            </Text>
          ))}
        </Notice>
      )}
    </div>
  );
}
