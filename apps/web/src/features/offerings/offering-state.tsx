import { useTranslation } from 'react-i18next';
import type { IconName } from '../../ui/icon';
import type { Tone } from '../../ui/notice';
import { Badge } from '../../ui/status-badge';
import type { OfferingState } from './states';

const LOOKS: Readonly<Record<OfferingState, readonly [Tone, IconName]>> = {
  draft: ['quiet', 'pen'],
  planned: ['quiet', 'calendar'],
  published: ['info', 'people'],
  nominations_closed: ['info', 'hourglass'],
  confirmed: ['good', 'check'],
  in_progress: ['good', 'clock'],
  delivered: ['warn', 'pen'],
  ratified: ['good', 'ribbon'],
  postponed: ['warn', 'pause'],
  cancelled: ['bad', 'cross'],
  aborted: ['bad', 'ban'],
};

export function OfferingStateBadge({ state }: { readonly state: OfferingState }) {
  const { t } = useTranslation('offerings');
  const [tone, icon] = LOOKS[state];
  return (
    <Badge tone={tone} icon={icon}>
      {t(`state.${state}`)}
    </Badge>
  );
}
