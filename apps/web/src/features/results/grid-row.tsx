import { Text, VisuallyHidden } from '@mantine/core';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { localized, useFormat } from '../../i18n/format';
import { Icon, type IconName } from '../../ui/icon';
import { personName } from '../../ui/person-name';
import { cellOf, problemOf, type Column, type Draft, type Rights, type RowDrafts } from './cells';
import type { Place } from './grid-keys';
import type { Trainee } from './queries';
import classes from './results.module.css';
import { readScore } from './score-text';

interface GridRowProps {
  readonly row: number;
  readonly person: Trainee;
  readonly columns: readonly Column[];
  readonly rights: Rights;
  readonly drafts: RowDrafts;
  readonly sending: RowDrafts;
  /** The column at which Tab stops, when it is in this row. */
  readonly stop: number | undefined;
  readonly onReach: (place: Place) => void;
  readonly onType: (enrolmentId: string, column: string, text: string | undefined) => void;
}

/** Drawn anew only when something of this person changes: an offering may have hundreds. */
export const GridRow = memo(function GridRow({ person, columns, drafts, sending, stop, ...rest }: GridRowProps) {
  const { t } = useTranslation('results');
  return (
    <tr role="row">
      <th role="rowheader" scope="row">
        <Text fw={600} component="span" display="block">
          <bdi>{personName(person)}</bdi>
        </Text>
        <Text size="sm" c="dimmed" component="span">
          <bdi dir="ltr">{person.serviceNumber}</bdi>
        </Text>
        {person.state === 'confirmed' && (
          <Text size="sm" component="span" display="block">
            {t('closed.not-attending')}
          </Text>
        )}
      </th>
      {columns.map((column, i) => (
        <GridCell
          key={column.key}
          {...rest}
          person={person}
          column={column}
          index={i}
          draft={drafts[column.key]}
          sending={column.key in sending}
          isStop={i === stop}
        />
      ))}
    </tr>
  );
});

interface GridCellProps extends Pick<GridRowProps, 'row' | 'person' | 'rights' | 'onReach' | 'onType'> {
  readonly column: Column;
  readonly index: number;
  readonly draft: Draft | undefined;
  readonly sending: boolean;
  readonly isStop: boolean;
}

function GridCell({ row, person, column, index, rights, draft, sending, isStop, onReach, onType }: GridCellProps) {
  const { t } = useTranslation('results');
  const format = useFormat();
  const { recorded, closed } = cellOf(person, column, rights);
  const { assessment, attempt } = column;
  const title = localized(assessment.title);
  const label = assessment.maxAttempts > 1 ? `${title} · ${t('attempt', { number: format.number(attempt) })}` : title;
  const message = draft && draft.text.trim() !== '' ? messageOf(draft, column, t) : undefined;
  const look = lookOf({ draft, message, sending, recorded: recorded?.score, passScore: assessment.passScore });
  const messageId = `message-${row}-${index}`;
  const leave = () => {
    if (!draft) return;
    const read = readScore(draft.text, assessment.maxScore);
    // As it would stand on record; what says nothing new is no draft.
    if (draft.text.trim() === '' || ('value' in read && read.value === recorded?.score))
      onType(person.enrolmentId, column.key, undefined);
    else if ('value' in read && String(read.value) !== draft.text && !draft.refusals)
      onType(person.enrolmentId, column.key, String(read.value));
  };
  return (
    <td role="gridcell" data-look={look}>
      <span className={classes.cellLabel} aria-hidden>
        {label}
        <span className={classes.attempt}>
          {t('passOf', { pass: assessment.passScore, most: assessment.maxScore })}
        </span>
      </span>
      <span className={classes.field}>
        <input
          className={classes.score}
          dir="ltr"
          inputMode="decimal"
          enterKeyHint="next"
          autoComplete="off"
          maxLength={12}
          data-place={`${row} ${index}`}
          tabIndex={isStop ? 0 : -1}
          aria-label={t('cell', { assessment: label, name: personName(person) })}
          aria-invalid={message !== undefined}
          aria-describedby={message || closed ? messageId : undefined}
          readOnly={closed !== undefined}
          value={draft?.text ?? (recorded ? String(recorded.score) : '')}
          onChange={(event) => onType(person.enrolmentId, column.key, event.currentTarget.value)}
          onFocus={(event) => {
            event.currentTarget.select();
            onReach({ row, column: index });
          }}
          onBlur={leave}
        />
        <span className={classes.sign}>
          {look && <Icon name={ICONS[look]} size={16} />}
          {look && <VisuallyHidden>{t(`look.${look}`)}</VisuallyHidden>}
        </span>
      </span>
      {message && (
        <span id={messageId} className={classes.message}>
          {message}
        </span>
      )}
      {!message && closed && <VisuallyHidden id={messageId}>{t(`closed.${closed}`)}</VisuallyHidden>}
    </td>
  );
}

type Look = 'unsent' | 'sending' | 'wrong' | 'passed' | 'below';

const ICONS: Readonly<Record<Look, IconName>> = {
  unsent: 'pen',
  sending: 'hourglass',
  wrong: 'warning',
  passed: 'check',
  below: 'dash',
};

interface Looked {
  readonly draft: Draft | undefined;
  readonly message: string | undefined;
  readonly sending: boolean;
  readonly recorded: number | undefined;
  readonly passScore: number;
}

function lookOf({ draft, message, sending, recorded, passScore }: Looked): Look | undefined {
  if (message) return 'wrong';
  if (sending) return 'sending';
  if (draft && draft.text.trim() !== '') return 'unsent';
  if (recorded === undefined) return undefined;
  return recorded >= passScore ? 'passed' : 'below';
}

/** What is wrong with a draft, by the sheet itself or in the words of the API. */
function messageOf(
  draft: Draft,
  column: Column,
  t: ReturnType<typeof useTranslation<'results'>>['t'],
): string | undefined {
  const problem = problemOf(draft, column);
  if (problem) return t(`problem.${problem}`, { most: column.assessment.maxScore });
  return draft.refusals?.[0]?.title;
}
