import { cellOf, type ClosedReason, type Column, type Rights } from './cells';
import type { Trainee } from './queries';
import { plainNumber, readScore, type ScoreProblem } from './score-text';

/** Where a block without service numbers begins, and where the first scores after a service number go. */
export interface PasteTarget {
  readonly row: number;
  readonly column: number;
}

export interface PastedScore {
  /** Undefined where the sheet has no column for it. */
  readonly column: Column | undefined;
  readonly text: string;
  readonly value?: number;
  /** The score that stands and would be corrected. */
  readonly from?: number;
  readonly problem?: ScoreProblem | ClosedReason | 'no-column';
}

export interface PastedLine {
  /** Of what was pasted, from 1. */
  readonly number: number;
  readonly person?: Trainee;
  /** As it was pasted, where nobody is known by it. */
  readonly unknown?: string;
  readonly problem?: 'unknown-number' | 'named-twice' | 'no-person';
  readonly scores: readonly PastedScore[];
}

export interface Pasted {
  /** Whether people were found by their service numbers, or by their place in the sheet. */
  readonly byNumber: boolean;
  readonly lines: readonly PastedLine[];
}

interface Sheet {
  readonly people: readonly Trainee[];
  readonly columns: readonly Column[];
  readonly rights: Rights;
}

/** Reads what was copied from a spreadsheet, or a list of “service number, score”, against the sheet. Nothing is written. */
export function readPaste(text: string, sheet: Sheet, target: PasteTarget): Pasted {
  const byServiceNumber = new Map(sheet.people.map((person) => [plainNumber(person.serviceNumber), person]));
  const rows = text
    .replace(/\r\n?/g, '\n')
    .replace(/\n+$/, '')
    .split('\n')
    .map((line, i) => ({ number: i + 1, cells: cellsOf(line, byServiceNumber) }));
  const named = rows.filter(({ cells }) => cells.length > 1);
  const isScore = (cell: string) => !('problem' in readScore(cell, Infinity));
  const byNumber =
    named.length > 0 &&
    (named.some(({ cells }) => byServiceNumber.has(plainNumber(cells[0]))) ||
      named.every(({ cells }) => cells[0].trim() !== '' && !isScore(cells[0])));
  const filled = rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  if (!byNumber)
    // An empty line keeps its place: it stands for a person without a score.
    return {
      byNumber,
      lines: filled.map(({ number, cells }) =>
        lineOf(number, sheet.people[target.row + number - 1], cells, sheet, target),
      ),
    };
  const seen = new Set<string>();
  return {
    byNumber,
    lines: filled.map(({ number, cells: [first, ...scores] }) => {
      const key = plainNumber(first);
      const person = byServiceNumber.get(key);
      if (!person) return { number, unknown: first.trim(), problem: 'unknown-number', scores: [] };
      if (seen.has(key)) return { number, person, problem: 'named-twice', scores: [] };
      seen.add(key);
      return lineOf(number, person, scores, sheet, target);
    }),
  };
}

/** The scores of a paste that can be taken over; what is on record already says nothing. */
export function acceptedOf({ lines }: Pasted): { person: Trainee; column: Column; value: number }[] {
  return lines.flatMap(({ person, scores }) =>
    scores.flatMap(({ column, value, from, problem }) =>
      person && column && value !== undefined && value !== from && !problem ? { person, column, value } : [],
    ),
  );
}

/** By tabs; a list that was typed has a comma, a semicolon or a space after the service number. */
function cellsOf(line: string, known: ReadonlyMap<string, unknown>): string[] {
  if (line.includes('\t')) return line.split('\t');
  const [, first, rest] = /^\s*([^\s,;،，；]+)\s*[\s,;،，；]\s*(\S.*)$/.exec(line) ?? [];
  if (!first) return [line];
  return known.has(plainNumber(first)) || 'problem' in readScore(first, Infinity) ? [first, rest] : [line];
}

function lineOf(
  number: number,
  person: Trainee | undefined,
  cells: readonly string[],
  { columns, rights }: Sheet,
  target: PasteTarget,
): PastedLine {
  if (!person) return { number, unknown: cells.join(' ').trim(), problem: 'no-person', scores: [] };
  const scores = cells.flatMap((text, i) => {
    if (text.trim() === '') return [];
    return scoreOf(person, columns[target.column + i], text.trim(), rights);
  });
  return { number, person, scores };
}

function scoreOf(person: Trainee, column: Column | undefined, text: string, rights: Rights): PastedScore {
  if (!column) return { column, text, problem: 'no-column' };
  const read = readScore(text, column.assessment.maxScore);
  if ('problem' in read) return { column, text, problem: read.problem };
  const { closed, recorded } = cellOf(person, column, rights);
  if (closed) return { column, text, problem: closed };
  return { column, text, value: read.value, from: recorded?.score };
}
