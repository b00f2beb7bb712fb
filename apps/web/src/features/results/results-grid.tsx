import { useCallback, useRef, useState, type ClipboardEvent, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { localized, useFormat } from '../../i18n/format';
import type { Column, Drafts, Rights, RowDrafts } from './cells';
import { placeAfter, type Place } from './grid-keys';
import { GridRow } from './grid-row';
import type { Trainee } from './queries';
import classes from './results.module.css';

interface ResultsGridProps {
  readonly people: readonly Trainee[];
  readonly columns: readonly Column[];
  readonly rights: Rights;
  readonly drafts: Drafts;
  /** Drafts that are on their way, by enrolment. */
  readonly sending: Drafts;
  readonly onType: (enrolmentId: string, column: string, text: string | undefined) => void;
  /** More than one cell was pasted. */
  readonly onPaste: (text: string, place: Place) => void;
}

const NOTHING: RowDrafts = {};

/** Persons and attempts: a table on a wide screen, a card for each person on a phone. One cell at a time is a stop of Tab. */
export function ResultsGrid({ people, columns, rights, drafts, sending, onType, onPaste }: ResultsGridProps) {
  const { t } = useTranslation('results');
  const table = useRef<HTMLTableElement>(null);
  const [active, setActive] = useState<Place>({ row: 0, column: 0 });
  // Within the text of a cell, begun by F2: a matter of the keyboard, nothing is drawn otherwise.
  const editing = useRef(false);

  const onReach = useCallback((place: Place) => {
    editing.current = false;
    setActive(place);
  }, []);
  const onKeyDown = (event: KeyboardEvent) => {
    const input = event.target;
    const place = placeOf(input);
    if (!place || !(input instanceof HTMLInputElement)) return;
    if (event.key === 'F2') {
      editing.current = true;
      input.setSelectionRange(input.value.length, input.value.length);
      return;
    }
    if (event.key === 'Escape') {
      editing.current = false;
      onType(people[place.row].enrolmentId, columns[place.column].key, undefined);
      return;
    }
    const size = { rows: people.length, columns: columns.length };
    const rtl = document.documentElement.dir === 'rtl';
    const next = placeAfter(event, place, { ...size, editing: editing.current, rtl });
    if (!next) return;
    event.preventDefault();
    table.current?.querySelector<HTMLInputElement>(`[data-place="${next.row} ${next.column}"]`)?.focus();
  };
  const onPasted = (event: ClipboardEvent) => {
    const place = placeOf(event.target);
    const text = event.clipboardData.getData('text/plain');
    if (!place || !/[\t\n]/.test(text.replace(/[\r\n]+$/, ''))) return;
    event.preventDefault();
    onPaste(text, place);
  };
  const row = Math.min(active.row, people.length - 1);
  const column = Math.min(active.column, columns.length - 1);
  return (
    <div className={classes.scroll}>
      <table
        ref={table}
        role="grid"
        aria-label={t('title')}
        className={classes.grid}
        onKeyDown={onKeyDown}
        onPaste={onPasted}
      >
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col">
              {t('person')}
            </th>
            {columns.map((one) => (
              <th key={one.key} role="columnheader" scope="col">
                <ColumnTitle column={one} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {people.map((person, i) => (
            <GridRow
              key={person.enrolmentId}
              row={i}
              person={person}
              columns={columns}
              rights={rights}
              drafts={drafts.get(person.enrolmentId) ?? NOTHING}
              sending={sending.get(person.enrolmentId) ?? NOTHING}
              stop={i === row ? column : undefined}
              onReach={onReach}
              onType={onType}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function ColumnTitle({ column: { assessment, attempt } }: { readonly column: Column }) {
  const { t } = useTranslation('results');
  const format = useFormat();
  const { maxScore, passScore, maxAttempts } = assessment;
  return (
    <>
      {localized(assessment.title)}
      {maxAttempts > 1 && <span className={classes.attempt}>{t('attempt', { number: format.number(attempt) })}</span>}
      <span className={classes.attempt}>{t('passOf', { pass: passScore, most: maxScore })}</span>
    </>
  );
}

function placeOf(target: EventTarget): Place | undefined {
  const place = target instanceof HTMLElement ? target.dataset['place'] : undefined;
  if (!place) return undefined;
  const [row, column] = place.split(' ').map(Number);
  return { row, column };
}
