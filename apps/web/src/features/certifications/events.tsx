import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format';
import { Icon, type IconName } from '../../ui/icon';
import { EmptyState, type Tone } from '../../ui/notice';
import classes from './certification.module.css';
import type { Certification, CertificationEvent } from './queries';

const LOOKS: Readonly<Record<CertificationEvent['type'], readonly [Tone, IconName]>> = {
  granted: ['good', 'check'],
  renewed: ['good', 'check'],
  extended: ['info', 'clock'],
  suspended: ['bad', 'pause'],
  reinstated: ['good', 'check'],
  revoked: ['bad', 'ban'],
  surrendered: ['quiet', 'hand'],
  corrected: ['info', 'pen'],
};

/** Every decision behind the status, newest first, each with what it did. */
export function Events({ certification: { events, explanation } }: { readonly certification: Certification }) {
  const { t } = useTranslation('certifications');
  if (events.length === 0) return <EmptyState icon="shield" title={t('noEvent')} />;
  const newestFirst = [...events].sort((a, b) => b.recordedAt.localeCompare(a.recordedAt));
  return (
    <ol className={classes.events}>
      {newestFirst.map((event) => (
        <EventLine
          key={event.id}
          event={event}
          effect={explanation.find(({ eventId }) => eventId === event.id)?.effect}
        />
      ))}
    </ol>
  );
}

interface EventLineProps {
  readonly event: CertificationEvent;
  readonly effect: Certification['explanation'][number]['effect'] | undefined;
}

function EventLine({ event, effect }: EventLineProps) {
  const { t } = useTranslation('certifications');
  const { t: shared } = useTranslation('app');
  const format = useFormat();
  const [tone, icon] = LOOKS[event.type];
  const parties = format.list(event.signatures.map(({ party }) => shared(`party.${party}`)));
  return (
    <li className={classes.event}>
      <span className={classes.dot} data-tone={tone}>
        <Icon name={icon} size={16} />
      </span>
      <div>
        <Text fw={600}>
          {t(`event.${event.type}`)}
          {event.effectiveOn && ` · ${format.day(event.effectiveOn)}`}
        </Text>
        {event.type === 'extended' && event.until && (
          <Text size="sm">{t('extendedUntil', { day: format.day(event.until) })}</Text>
        )}
        {event.type === 'revoked' && event.barredUntil && (
          <Text size="sm">{t('barredUntilDay', { day: format.day(event.barredUntil) })}</Text>
        )}
        {event.reason && (
          <Text size="sm">
            {t('reason')} <bdi>{event.reason}</bdi>
          </Text>
        )}
        <Text size="sm" c="dimmed">
          {parties && `${t('signedBy', { parties })} · `}
          {t('recordedAt', { moment: format.moment(event.recordedAt) })}
        </Text>
        {effect && effect !== 'applied' && <Text size="sm">{t(`effect.${effect}`)}</Text>}
      </div>
    </li>
  );
}
