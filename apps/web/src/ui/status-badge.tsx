import { useTranslation } from 'react-i18next';
import type { Listed } from '../api/client';
import { Icon, type IconName } from './icon';
import type { Tone } from './notice';
import classes from './badge.module.css';

export type CertificationStatus = Listed<'/api/v1/certifications'>['status'];

/** Each status differs from its neighbours by icon and word; those that one must act on also by colour. */
const LOOKS: Readonly<Record<CertificationStatus, readonly [Tone, IconName]>> = {
  current: ['good', 'check'],
  renewal_due: ['warn', 'clock'],
  in_grace: ['warn', 'hourglass'],
  lapsed: ['bad', 'cross'],
  suspended: ['bad', 'pause'],
  revoked: ['bad', 'ban'],
  surrendered: ['quiet', 'hand'],
  pending_decision: ['info', 'pen'],
  trainee: ['info', 'cap'],
  none: ['quiet', 'dash'],
  unknown: ['quiet', 'question'],
};

export const STATUSES = Object.keys(LOOKS) as readonly CertificationStatus[];

export function toneOf(status: CertificationStatus): Tone {
  return LOOKS[status][0];
}

export function StatusBadge({ status }: { readonly status: CertificationStatus }) {
  const { t } = useTranslation();
  const [tone, icon] = LOOKS[status];
  return (
    <Badge tone={tone} icon={icon}>
      {t(`status.${status}`)}
    </Badge>
  );
}

interface BadgeProps {
  readonly tone: Tone;
  readonly icon: IconName;
  readonly children: string;
}

export function Badge({ tone, icon, children }: BadgeProps) {
  return (
    <span className={classes.badge} data-tone={tone}>
      <Icon name={icon} size={14} />
      {children}
    </span>
  );
}
