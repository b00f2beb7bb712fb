import { NativeSelect, Text } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format';
import type { IconName } from '../../ui/icon';
import { EmptyState, type Tone } from '../../ui/notice';
import { personName } from '../../ui/person-name';
import { Badge } from '../../ui/status-badge';
import { OUTCOMES, type Outcome } from './outcomes';
import type { Judged } from './queries';
import classes from './ratification.module.css';

const route = getRouteApi('/offerings/$offeringId/ratification');

/** A person with a result, ratified or as it would be. */
export type Judgement = Pick<
  Judged,
  | ('enrolmentId' | 'serviceNumber' | 'nameEn' | 'nameUr' | 'nameZh')
  | ('outcome' | 'shortfalls' | 'average' | 'minutesAttended' | 'minutesTotal')
>;

interface JudgedListProps<T extends Judgement> {
  readonly people: readonly T[];
  readonly actions?: (person: T) => ReactNode;
}

/** Everybody's outcome, and what is against a pass. */
export function JudgedList<T extends Judgement>({ people, actions }: JudgedListProps<T>) {
  const { t } = useTranslation('results');
  const { outcome } = route.useSearch();
  const navigate = route.useNavigate();
  const counted = (one: Outcome) => people.filter((person) => person.outcome === one).length;
  const shown = outcome ? people.filter((person) => person.outcome === outcome) : people;
  const countOf = (one: Outcome) => t('outcomeCount', { outcome: t(`outcome.${one}`), count: counted(one) });
  if (people.length === 0)
    return (
      <EmptyState icon="people" title={t('nobody')}>
        {t('nobodyHelp')}
      </EmptyState>
    );
  return (
    <>
      <NativeSelect
        label={t('outcomeFilter')}
        maw="18rem"
        my="sm"
        value={outcome ?? ''}
        onChange={(event) =>
          void navigate({
            search: (now) => ({ ...now, outcome: OUTCOMES.find((one) => one === event.currentTarget.value) }),
            replace: true,
          })
        }
        data={[
          { value: '', label: t('everyOutcome', { count: people.length }) },
          ...OUTCOMES.map((one) => ({ value: one, label: countOf(one) })),
        ]}
      />
      <ul className={classes.people} aria-label={t('outcomes')}>
        {shown.map((person) => (
          <li key={person.enrolmentId}>
            <JudgedPerson person={person} />
            {actions?.(person)}
          </li>
        ))}
      </ul>
    </>
  );
}

const LOOKS: Readonly<Record<Outcome, readonly [Tone, IconName]>> = {
  passed: ['good', 'check'],
  failed: ['bad', 'cross'],
  incomplete: ['warn', 'hourglass'],
};

function JudgedPerson({ person }: { readonly person: Judgement }) {
  const { t } = useTranslation('results');
  const format = useFormat();
  const { outcome, shortfalls, average, minutesAttended, minutesTotal } = person;
  const [tone, icon] = LOOKS[outcome];
  return (
    <div className={classes.person}>
      <div className={classes.words}>
        <Text fw={600}>
          <bdi>{personName(person)}</bdi>
          <Text span c="dimmed" size="sm" fw={400} ms="xs">
            <bdi dir="ltr">{person.serviceNumber}</bdi>
          </Text>
        </Text>
        <Text size="sm" c="dimmed">
          {t('hoursOf', { attended: format.hours(minutesAttended), total: format.hours(minutesTotal) })}
          {average !== null && ` · ${t('average', { average: format.score(average) })}`}
        </Text>
        {shortfalls.map(({ message }) => (
          <Text key={message} size="sm">
            {message}
          </Text>
        ))}
      </div>
      <Badge tone={tone} icon={icon}>
        {t(`outcome.${outcome}`)}
      </Badge>
    </div>
  );
}
