import { useTranslation } from 'react-i18next';
import type { IconName } from '../../ui/icon';
import type { Tone } from '../../ui/notice';
import { Badge } from '../../ui/status-badge';
import type { Import } from './queries';

const LOOKS: Readonly<Record<Import['state'], readonly [Tone, IconName]>> = {
  queued: ['info', 'hourglass'],
  running: ['info', 'clock'],
  interrupted: ['warn', 'pause'],
  done: ['good', 'check'],
  refused: ['bad', 'ban'],
  failed: ['bad', 'cross'],
};

export function ImportStateBadge({ state, dryRun }: Pick<Import, 'state' | 'dryRun'>) {
  const { t } = useTranslation('imports');
  const [tone, icon] = LOOKS[state];
  return (
    <Badge tone={tone} icon={icon}>
      {state === 'done' && dryRun ? t('state.checked') : t(`state.${state}`)}
    </Badge>
  );
}
