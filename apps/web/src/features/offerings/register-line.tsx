import { Text, TextInput, VisuallyHidden } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Mark, RegisterLine } from '../../offline/registers';
import type { WaitingMark } from '../../offline/waiting-marks';
import { personName } from '../../ui/person-name';
import { MarkBadge, useMarkWords } from './mark-badge';
import { MarkConflict } from './mark-conflict';
import { ATTENDANCE } from './queries';
import classes from './register.module.css';

interface LineProps {
  readonly person: RegisterLine;
  /** Of the session, in minutes. */
  readonly length: number;
  readonly readOnly: boolean;
  /** The mark on record, where another one is given and not sent yet. */
  readonly former?: RegisterLine['mark'];
  readonly onMark: (mark: Mark) => void;
  /** The mark that waits because somebody else has marked meanwhile. */
  readonly conflict?: WaitingMark;
}

/** One trainee of a register, with his mark or the choice of it. */
export function Line({ person, length, readOnly, former, onMark, conflict }: LineProps) {
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
          {person.seatNumber !== null && ` · ${t('seat')} ${person.seatNumber}`}
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
      {conflict && <MarkConflict mark={conflict} />}
    </li>
  );
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
