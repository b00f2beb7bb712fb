import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CourseSession } from '../../api/offerings';
import { localized, SHANGHAI } from '../../i18n/format';
import { LocalTime } from '../../ui/local-time';
import { Badge } from '../../ui/status-badge';
import { lookOf, SESSION_LOOKS } from './session-look';
import { CALENDAR_ZONE } from './zone-time';

/** Of which offering, when by the clocks of both countries where they differ, where, with whom, and how it stands. */
export function SessionFacts({ session }: { readonly session: CourseSession }) {
  const { t } = useTranslation('planning');
  const { t: shared } = useTranslation('app');
  const { start, end, zone, offeringCode, number, blockCode, venue, instructors, stateReason, trainees } = session;
  const look = lookOf(session);
  const [tone, icon] = SESSION_LOOKS[look];
  const people = instructors.map(({ name }) => localized(name));
  return (
    <div>
      <Group justify="space-between" gap="xs">
        <Text size="sm">
          <bdi dir="ltr">
            {offeringCode} · {blockCode}
          </bdi>{' '}
          · {t('number', { number })}
        </Text>
        <Badge tone={tone} icon={icon}>
          {t(`look.${look}`)}
        </Badge>
      </Group>
      <Text fw={600}>
        <LocalTime start={start} end={end} zone={zone} />
      </Text>
      {zone === SHANGHAI && (
        <Text size="sm">
          <LocalTime start={start} end={end} zone={CALENDAR_ZONE} /> {shared('pakistanTime')}
        </Text>
      )}
      <Text size="sm">{[venue && localized(venue.name), ...people].filter(Boolean).join(' · ')}</Text>
      <Text size="sm" c="dimmed">
        {t('trainees', { count: trainees })}
      </Text>
      {stateReason && (
        <Text size="sm">
          <bdi>{stateReason}</bdi>
        </Text>
      )}
    </div>
  );
}
