import { Text, TextInput, VisuallyHidden } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format';
import type { IconName } from '../../ui/icon';
import type { Tone } from '../../ui/notice';
import { personName } from '../../ui/person-name';
import { Badge } from '../../ui/status-badge';
import { ATTENDANCE, type Mark, type RegisterLine } from './queries';
import classes from './register.module.css';

interface LineProps {
  readonly person: RegisterLine;
  /** Of the session, in minutes. */
  readonly length: number;
  readonly readOnly: boolean;
  /** The mark on record, where another one is given and not sent yet. */
  readonly former?: RegisterLine['mark'];
  readonly onMark: (mark: Mark) => void;
}

/** One trainee of a register, with his mark or the choice of it. */
export function Line({ person, length, readOnly, former, onMark }: LineProps) {
  const { t } = useTranslation('offerings');
  const { enrolmentId, mark } = person;
  const name = personName(person);
  const words = useMarkWords();
  return (
    <li className={classes.line} data-unsent={former !== undefined || undefined}>
      <div className={classes.person}>
        <Text fw={600}>
          <bdi>{name}</bdi>
        </Text>
        <Text size="sm" c="dimmed">
          <bdi dir="ltr">{person.serviceNumber}</bdi>
        </Text>
        {former !== undefined && (
          <Text size="sm" className={classes.unsent}>
            {t('fromTo', { from: words(former), to: words(mark) })}
          </Text>
        )}
        {readOnly && mark?.reason && (
          <Text size="sm">
            {t('isCorrected')}: <bdi>{mark.reason}</bdi>
          </Text>
        )}
        {readOnly && mark && (
          <Link
            from="/sessions/$sessionId/register"
            search={(now) => ({ ...now, history: enrolmentId })}
            replace
            className={classes.history}
            aria-label={`${t('history')}: ${name}`}
          >
            {t('history')}
          </Link>
        )}
      </div>
      {mark?.status === 'late' && !readOnly && (
        <Minutes
          label={t('minutesOf', { name })}
          value={mark.minutes}
          most={length - 1}
          onChange={(minutes) => onMark({ enrolmentId, status: 'late', minutes })}
        />
      )}
      {readOnly ? (
        <MarkBadge mark={mark} />
      ) : (
        <fieldset className={classes.marks}>
          <VisuallyHidden component="legend">{t('markOf', { name })}</VisuallyHidden>
          {ATTENDANCE.map((status) => (
            <label key={status} className={classes.choice} data-status={status}>
              <input
                type="radio"
                name={enrolmentId}
                checked={mark?.status === status}
                onChange={() =>
                  onMark({ enrolmentId, status, ...(status === 'late' ? { minutes: Math.ceil(length / 2) } : {}) })
                }
              />
              {t(`attendance.${status}`)}
            </label>
          ))}
        </fieldset>
      )}
    </li>
  );
}

const LOOKS: Readonly<Record<Mark['status'], readonly [Tone, IconName]>> = {
  present: ['good', 'check'],
  late: ['warn', 'clock'],
  absent: ['bad', 'cross'],
  excused: ['quiet', 'dash'],
};
const NOT_MARKED = ['quiet', 'question'] as const;

type Marked = Pick<NonNullable<RegisterLine['mark']>, 'status' | 'minutes'> | null;

export function MarkBadge({ mark }: { readonly mark: Marked }) {
  const words = useMarkWords();
  const [tone, icon] = mark ? LOOKS[mark.status] : NOT_MARKED;
  return (
    <Badge tone={tone} icon={icon}>
      {words(mark)}
    </Badge>
  );
}

function useMarkWords(): (mark: Marked) => string {
  const { t } = useTranslation('offerings');
  const format = useFormat();
  return (mark) => {
    if (!mark) return t('unmarked');
    const words = t(`attendance.${mark.status}`);
    return mark.status === 'late' ? `${words} · ${format.number(mark.minutes)} ${t('minutes')}` : words;
  };
}

interface MinutesProps {
  readonly label: string;
  readonly value: number;
  readonly most: number;
  readonly onChange: (minutes: number) => void;
}

/** Sent when it is left or Enter is pressed, not with each digit. */
function Minutes({ label, value, most, onChange }: MinutesProps) {
  const { t } = useTranslation('offerings');
  const [text, setText] = useState(String(value));
  const minutes = Number(text);
  const fits = Number.isInteger(minutes) && minutes >= 1 && minutes <= most;
  const keep = () => fits && minutes !== value && onChange(minutes);
  return (
    <TextInput
      aria-label={label}
      inputMode="numeric"
      w="9rem"
      rightSection={<Text size="sm">{t('minutes')}</Text>}
      rightSectionWidth="3.5rem"
      error={fits ? undefined : t('minutesRange', { most })}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={keep}
      onKeyDown={(event) => event.key === 'Enter' && keep()}
    />
  );
}
