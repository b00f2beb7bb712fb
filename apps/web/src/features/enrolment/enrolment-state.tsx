import { useTranslation } from 'react-i18next';
import type { IconName } from '../../ui/icon';
import type { Tone } from '../../ui/notice';
import { Badge } from '../../ui/status-badge';
import type { Enrolment, EnrolmentState } from './queries';

const LOOKS: Readonly<Record<EnrolmentState, readonly [Tone, IconName]>> = {
  nominated: ['info', 'pen'],
  endorsed: ['info', 'check'],
  waitlisted: ['warn', 'hourglass'],
  reserved: ['good', 'clock'],
  confirmed: ['good', 'check'],
  attending: ['good', 'cap'],
  completed: ['good', 'ribbon'],
  rejected: ['bad', 'cross'],
  incomplete: ['bad', 'pause'],
  cancelled: ['quiet', 'cross'],
  substituted: ['quiet', 'people'],
};

type Standing = Pick<Enrolment, 'state' | 'seatNumber'> & { readonly waitlistRank?: number | null };

/** How the enrolment stands, with its seat or its turn. */
export function EnrolmentBadge({ state, seatNumber, waitlistRank }: Standing) {
  const { t } = useTranslation('enrolment');
  const [tone, icon] = LOOKS[state];
  const words = waitlistRank
    ? t('waitingAs', { rank: waitlistRank })
    : seatNumber
      ? `${t(`state.${state}`)} · ${t('seatNumber', { number: seatNumber })}`
      : t(`state.${state}`);
  return (
    <Badge tone={tone} icon={icon}>
      {words}
    </Badge>
  );
}
