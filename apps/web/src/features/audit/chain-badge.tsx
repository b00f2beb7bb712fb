import { useTranslation } from 'react-i18next';
import type { IconName } from '../../ui/icon';
import type { Tone } from '../../ui/notice';
import { Badge } from '../../ui/status-badge';
import type { Entry } from './queries';

const LOOKS: Readonly<Record<Entry['chainState'], readonly [Tone, IconName]>> = {
  chained: ['good', 'shield'],
  pending: ['info', 'hourglass'],
  orphaned: ['bad', 'warning'],
};

/** Whether the entry has its place in the chain that proves it unedited. */
export function ChainBadge({ state }: { readonly state: Entry['chainState'] }) {
  const { t } = useTranslation('audit');
  const [tone, icon] = LOOKS[state];
  return (
    <Badge tone={tone} icon={icon}>
      {t(`chain.${state}`)}
    </Badge>
  );
}
