import { ActionIcon, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Zone } from '../../api/offerings';
import { localized } from '../../i18n/format';
import { Icon } from '../../ui/icon';
import { personName } from '../../ui/person-name';
import { seenClashes } from './clashes';
import { EquipmentFields } from './equipment-fields';
import { SeenNotice } from './seen-notice';
import { endsNextDay, spanOf, wishOfDraft, type SessionDraft } from './session-draft';
import type { Authorisation, Role } from './queries';
import type { PlanFacts, SeenPlans } from './use-plan-facts';
import { DAY_MINUTES, minutesOfDay, timeOfDay } from './zone-time';

export interface SessionFieldsProps {
  readonly draft: SessionDraft;
  readonly onChange: (draft: SessionDraft) => void;
  readonly facts: PlanFacts;
  readonly seen: SeenPlans;
  readonly zone: Zone;
  readonly startsOn: string;
  readonly endsOn: string;
  /** Of the session as it is, which is not in its own way. */
  readonly sessionId?: string;
  readonly offeringId?: string;
}

/** When, where and with whom a session is held. What is taken at that time says so. */
export function SessionFields(props: SessionFieldsProps) {
  const { draft, onChange, facts, seen, zone, startsOn, endsOn, sessionId, offeringId } = props;
  const { t } = useTranslation('planning');
  const { t: shared } = useTranslation('app');
  const change = (part: Partial<SessionDraft>) => onChange({ ...draft, ...part });
  // A new start takes the end with it. While a digit of it is missing the field has no value: the length is remembered.
  const length = useRef<number>(undefined);
  const setStart = (from: string) => {
    if (draft.from && draft.to) length.current = minutesOfDay(draft.to) - minutesOfDay(draft.from);
    if (!from || length.current === undefined) return change({ from });
    change({ from, to: timeOfDay((minutesOfDay(from) + length.current + DAY_MINUTES) % DAY_MINUTES) });
  };
  const block = facts.blocks.find(({ code }) => code === draft.blockCode);
  const span = spanOf(draft, zone);
  const clashesOf = (part: Partial<SessionDraft>) =>
    span
      ? seenClashes({ ...wishOfDraft({ ...draft, ...part }, span), sessionId, offeringId }, seen.sessions, seen.unseen)
      : [];
  const suffix = (part: Partial<SessionDraft>) =>
    clashesOf({ venueId: null, instructors: [], ...part }).some(({ kind }) => kind !== 'offering')
      ? ` — ${t('taken')}`
      : '';
  const fitting = facts.venues.filter(({ kind }) => !block?.venueKind || kind === block.venueKind);
  const venues = [...fitting, ...facts.venues.filter((venue) => !fitting.includes(venue))];
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        {t('clockOf', { clock: shared(zone === 'Asia/Shanghai' ? 'chinaTime' : 'pakistanTime') })}
      </Text>
      <TextInput
        type="date"
        label={t('day')}
        value={draft.day}
        min={startsOn}
        max={endsOn}
        required
        withAsterisk={false}
        data-autofocus
        onChange={(event) => change({ day: event.currentTarget.value })}
      />
      <Group grow align="start" gap="sm" wrap="nowrap">
        <TextInput
          type="time"
          label={t('from')}
          value={draft.from}
          required
          withAsterisk={false}
          onChange={(event) => setStart(event.currentTarget.value)}
        />
        <TextInput
          type="time"
          label={t('to')}
          value={draft.to}
          required
          withAsterisk={false}
          description={span && endsNextDay(draft) ? t('nextDay') : undefined}
          inputWrapperOrder={['label', 'input', 'description']}
          onChange={(event) => change({ to: event.currentTarget.value })}
        />
      </Group>
      <NativeSelect
        label={t('venue')}
        value={draft.venueId ?? ''}
        onChange={(event) => change({ venueId: event.currentTarget.value || null })}
        data={[
          { value: '', label: t('without.venue') },
          ...venues.map(({ id, name, capacity }) => ({
            value: id,
            label: `${localized(name)} · ${t('holds', { count: capacity })}${suffix({ venueId: id })}`,
          })),
        ]}
      />
      <Instructors {...props} suffix={suffix} change={change} />
      <EquipmentFields draft={draft} facts={facts} onChange={(equipment) => change({ equipment })} />
      <SeenNotice clashes={clashesOf({})} zone={zone} known={!!span} />
    </Stack>
  );
}

interface InstructorsProps extends SessionFieldsProps {
  readonly suffix: (part: Partial<SessionDraft>) => string;
  readonly change: (part: Partial<SessionDraft>) => void;
}

function Instructors({ draft, facts, seen, suffix, change }: InstructorsProps) {
  const { t } = useTranslation('planning');
  const { instructors } = draft;
  const valid = facts.authorisations.filter(
    ({ validFrom, validUntil }) => validFrom <= draft.day && (validUntil === null || draft.day <= validUntil),
  );
  const open = valid.filter(({ personId }) => !instructors.some((one) => one.personId === personId));
  const keyOf = ({ personId, role }: Pick<Authorisation, 'personId' | 'role'>) => `${personId} ${role}`;
  const nameOf = (id: string) => {
    const authorised = facts.authorisations.find(({ personId }) => personId === id);
    const booked = seen.sessions.flatMap((one) => one.instructors).find(({ personId }) => personId === id);
    return authorised ? personName(authorised) : localized(booked?.name);
  };
  const labelOf = ({ personId, role }: { personId: string; role: Role }) =>
    `${nameOf(personId)} · ${t(`role.${role}`)}`;
  const taken = ({ personId, role }: { personId: string; role: Role }) => suffix({ instructors: [{ personId, role }] });
  return (
    <fieldset style={{ margin: 0, padding: 0, border: 0 }}>
      <Text component="legend" size="sm" fw={500}>
        {t('instructors')}
      </Text>
      {instructors.map((one) => (
        <Group key={one.personId} justify="space-between" wrap="nowrap" gap="xs">
          <Text size="sm">
            <bdi>{labelOf(one)}</bdi>
            {taken(one)}
          </Text>
          <ActionIcon
            size={44}
            variant="subtle"
            color="gray"
            aria-label={t('remove', { what: nameOf(one.personId) })}
            onClick={() => change({ instructors: instructors.filter(({ personId }) => personId !== one.personId) })}
          >
            <Icon name="cross" size={16} />
          </ActionIcon>
        </Group>
      ))}
      <NativeSelect
        aria-label={t('addInstructor')}
        value=""
        onChange={(event) => {
          const chosen = open.find((one) => keyOf(one) === event.currentTarget.value);
          if (chosen) change({ instructors: [...instructors, { personId: chosen.personId, role: chosen.role }] });
        }}
        data={[
          { value: '', label: t('addInstructor') },
          ...open.map((one) => ({ value: keyOf(one), label: `${labelOf(one)}${taken(one)}` })),
        ]}
      />
    </fieldset>
  );
}
