import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Zone } from '../../api/offerings';
import { localized, useFormat } from '../../i18n/format';
import { byDay } from '../../ui/by-day';
import { Icon } from '../../ui/icon';
import { Notice } from '../../ui/notice';
import { personName } from '../../ui/person-name';
import { Badge } from '../../ui/status-badge';
import classes from './builder.module.css';
import { planned, type PlannedSession, type Terms } from './new-offering';
import { PlannedDialog } from './planned-dialog';
import type { Proposal } from './propose';
import { Refusal } from './refusal';
import { draftAt, type SessionDraft } from './session-draft';
import type { PlanFacts, SeenPlans } from './use-plan-facts';

interface PlanListProps {
  readonly sessions: readonly PlannedSession[];
  readonly onChange: (sessions: readonly PlannedSession[]) => void;
  readonly terms: Terms;
  readonly zone: Zone;
  readonly facts: PlanFacts;
  readonly seen: SeenPlans;
  readonly refused: ReadonlyMap<string, Error>;
  readonly left: Proposal['left'];
}

/** The sessions of the plan, day by day, to be changed before they are made. */
export function PlanList({ sessions, onChange, terms, zone, facts, seen, refused, left }: PlanListProps) {
  const { t } = useTranslation('planning');
  const format = useFormat();
  const [edited, setEdited] = useState<PlannedSession>();
  const put = (key: string, draft: SessionDraft) => {
    const next = planned(draft);
    const known = sessions.some((one) => one.key === key);
    onChange(known ? sessions.map((one) => (one.key === key ? next : one)) : [...sessions, next]);
  };
  const blank = (): PlannedSession => {
    const last = sessions.at(-1);
    const [{ code: blockCode }] = facts.blocks;
    const day = last?.day ?? terms.startsOn;
    return planned({ blockCode, day, from: '08:00', to: '10:00', venueId: null, instructors: [], equipment: [] });
  };
  const ordered = [...sessions].sort((a, b) => `${a.day}${a.from}`.localeCompare(`${b.day}${b.from}`));
  return (
    <>
      {left.length > 0 && (
        <Notice tone="warn" icon="warning" title={t('doesNotFit')}>
          <Text size="sm" component="ul" m={0} ps="md">
            {left.map(({ blockCode, minutes }) => (
              <li key={blockCode}>
                <bdi dir="ltr">{blockCode}</bdi>: {t('hoursLeft', { hours: format.hours(minutes) })}
              </li>
            ))}
          </Text>
        </Notice>
      )}
      {byDay(ordered, ({ day }) => day).map(([day, ofDay]) => (
        <div key={day}>
          <h3 className={classes.day}>{day && format.weekday(day)}</h3>
          <ul className={classes.list}>
            {ofDay.map((session) => (
              <li key={session.key} className={classes.line}>
                <PlannedLine session={session} facts={facts} />
                {session.made ? (
                  <Badge tone="good" icon="check">
                    {t('made')}
                  </Badge>
                ) : (
                  <Group gap="xs">
                    <Button variant="default" size="sm" onClick={() => setEdited(session)}>
                      {t('change')}
                    </Button>
                    <Button
                      variant="subtle"
                      color="gray"
                      size="sm"
                      aria-label={t('remove', { what: session.blockCode })}
                      onClick={() => onChange(sessions.filter(({ key }) => key !== session.key))}
                    >
                      <Icon name="cross" size={16} />
                    </Button>
                  </Group>
                )}
                {!session.made && refused.has(session.key) && (
                  <div className={classes.refusal}>
                    <Refusal
                      error={refused.get(session.key)}
                      zone={zone}
                      onTake={(time) => put(session.key, draftAt(session, time, zone))}
                    />
                  </div>
                )}
              </li>
            ))}
          </ul>
        </div>
      ))}
      <Button variant="default" mt="sm" onClick={() => setEdited(blank())}>
        {t('addSession')}
      </Button>
      {edited && (
        <PlannedDialog
          session={edited}
          {...{ terms, zone, facts, seen }}
          onClose={() => setEdited(undefined)}
          onSave={(draft) => {
            put(edited.key, draft);
            setEdited(undefined);
          }}
        />
      )}
    </>
  );
}

function PlannedLine({ session, facts }: { readonly session: PlannedSession; readonly facts: PlanFacts }) {
  const { t } = useTranslation('planning');
  const format = useFormat();
  const block = facts.blocks.find(({ code }) => code === session.blockCode);
  const venue = facts.venues.find(({ id }) => id === session.venueId);
  const people = session.instructors.flatMap(({ personId, role }) => {
    const found = facts.authorisations.find((one) => one.personId === personId);
    return found ? [`${personName(found)} (${t(`role.${role}`)})`] : [];
  });
  return (
    <div className={classes.words}>
      <Text fw={600}>
        <bdi dir="ltr">
          {session.from}–{session.to}
        </bdi>{' '}
        {localized(block?.title)}{' '}
        <Text span c="dimmed" size="sm" fw={400}>
          <bdi dir="ltr">{session.blockCode}</bdi>
        </Text>
      </Text>
      <Text size="sm" c="dimmed">
        {[
          venue ? localized(venue.name) : t('without.venue'),
          people.length > 0 ? format.list(people) : t('without.instructor'),
        ].join(' · ')}
      </Text>
    </div>
  );
}
