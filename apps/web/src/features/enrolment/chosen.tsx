import { ActionIcon, NativeSelect, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format';
import { Icon } from '../../ui/icon';
import { personName } from '../../ui/person-name';
import classes from './enrolment.module.css';
import { chosenQuery, type Refusal } from './queries';
import { Refusals } from './refusals';

interface ChosenProps {
  readonly ids: readonly string[];
  readonly priorityOf: (id: string) => number;
  readonly onPriority: (id: string, priority: number) => void;
  readonly refused: Readonly<Record<string, readonly Refusal[]>>;
  readonly onRemove: (id: string) => void;
}

/** Who is about to be nominated, in the order of merit. */
export function Chosen({ ids, ...rest }: ChosenProps) {
  const { t } = useTranslation('enrolment');
  return (
    <ul className={classes.list} aria-label={t('chosen', { count: ids.length })}>
      {ids.map((id) => (
        <ChosenLine key={id} id={id} {...rest} />
      ))}
    </ul>
  );
}

function ChosenLine({ id, priorityOf, onPriority, refused, onRemove }: Omit<ChosenProps, 'ids'> & { id: string }) {
  const { t } = useTranslation('enrolment');
  const format = useFormat();
  const { data: person, error } = useQuery(chosenQuery(id));
  const name = person ? personName(person) : '…';
  return (
    <li className={classes.line}>
      <div className={classes.person}>
        <Text fw={600}>{error ? t('personAway') : <bdi>{name}</bdi>}</Text>
        {person && (
          <Text size="sm" c="dimmed">
            <bdi dir="ltr">{person.serviceNumber}</bdi> · <bdi dir="ltr">{person.unitCode}</bdi>
          </Text>
        )}
      </div>
      <NativeSelect
        aria-label={t('priorityOf', { name })}
        value={priorityOf(id)}
        onChange={(event) => onPriority(id, Number(event.currentTarget.value))}
        data={[1, 2, 3, 4, 5, 6, 7, 8, 9].map((value) => ({
          value: String(value),
          label: t('priorityIs', { priority: format.number(value) }),
        }))}
      />
      <ActionIcon
        variant="subtle"
        color="gray"
        size={44}
        aria-label={t('remove', { name })}
        onClick={() => onRemove(id)}
      >
        <Icon name="cross" />
      </ActionIcon>
      {refused[id] && <Refusals refusals={refused[id]} />}
    </li>
  );
}
