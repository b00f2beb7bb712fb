import { readScore, type ScoreProblem } from './score-text';
import type { ResultGrid, Score, ScoreRefusal, Trainee } from './queries';

type Assessment = ResultGrid['assessments'][number];

/** One attempt at one assessment. */
export interface Column {
  readonly key: string;
  readonly assessment: Assessment;
  readonly attempt: number;
}

/** What was typed and is not on record yet. */
export interface Draft {
  readonly text: string;
  /** Why the API did not take it. */
  readonly refusals?: readonly ScoreRefusal[];
}

/** Of one person, by column. */
export type RowDrafts = Readonly<Record<string, Draft>>;
/** By enrolment. */
export type Drafts = ReadonlyMap<string, RowDrafts>;

export type ClosedReason = 'read-only' | 'own' | 'not-attending' | 'passed' | 'earlier-missing' | 'ratified';

export interface Cell {
  readonly recorded: Score | undefined;
  /** Why nothing can be typed here; undefined where it can. */
  readonly closed: ClosedReason | undefined;
}

/** What the reader may write, by his role and the state of the offering. `correct`: what is there, and nothing new. */
export interface Rights {
  readonly mode: 'enter' | 'correct' | 'read';
  /** Nobody writes his own score. */
  readonly personId: string | null;
}

export const columnKey = (code: string, attempt: number) => `${code} ${attempt}`;

/** As many attempts as somebody has taken, and the one that somebody may take next where it can be entered. */
export function columnsOf({ assessments, people }: ResultGrid, { mode }: Pick<Rights, 'mode'>): Column[] {
  return assessments.flatMap((assessment) => {
    const attempts = people.map((person) =>
      mode === 'enter' ? nextAttempt(person, assessment) : lastAttempt(scoresOf(person, assessment)),
    );
    const shown = Math.min(assessment.maxAttempts, Math.max(1, ...attempts));
    return Array.from({ length: shown }, (_, i) => ({
      key: columnKey(assessment.code, i + 1),
      assessment,
      attempt: i + 1,
    }));
  });
}

const scoresOf = ({ results }: Trainee, { code }: Assessment) => results.filter((result) => result.code === code);

const lastAttempt = (scores: readonly Score[]) => Math.max(0, ...scores.map(({ attempt }) => attempt));

/** The last one where it was passed. */
function nextAttempt(person: Trainee, assessment: Assessment): number {
  const scores = scoresOf(person, assessment);
  const last = lastAttempt(scores);
  return scores.some(({ score }) => score >= assessment.passScore) ? last : last + 1;
}

export function cellOf(person: Trainee, { assessment, attempt }: Column, { mode, personId }: Rights): Cell {
  const scores = scoresOf(person, assessment);
  const recorded = scores.find((score) => score.attempt === attempt);
  return { recorded, closed: closedFor() };

  function closedFor(): ClosedReason | undefined {
    if (mode === 'read') return 'read-only';
    if (person.personId === personId) return 'own';
    if (recorded) return undefined;
    if (mode === 'correct') return 'ratified';
    if (person.state !== 'attending') return 'not-attending';
    if (scores.some(({ score }) => score >= assessment.passScore)) return 'passed';
    return nextAttempt(person, assessment) === attempt ? undefined : 'earlier-missing';
  }
}

/** What is wrong with a draft before it is sent. */
export function problemOf({ text }: Draft, { assessment }: Column): ScoreProblem | undefined {
  const read = readScore(text, assessment.maxScore);
  return 'problem' in read ? read.problem : undefined;
}

/** A draft that says something new and can be sent. */
export interface Sendable {
  readonly person: Trainee;
  readonly column: Column;
  readonly text: string;
  readonly score: number;
  /** What it corrects; undefined for a first score. */
  readonly recorded: Score | undefined;
}

/** What can be sent, and how many drafts cannot, for what is typed in them. */
export function sortDrafts(
  grid: ResultGrid,
  columns: readonly Column[],
  drafts: Drafts,
  rights: Rights,
): { readonly sendable: readonly Sendable[]; readonly faulty: number } {
  let faulty = 0;
  const sendable = grid.people.flatMap((person) => {
    const row = drafts.get(person.enrolmentId);
    if (!row) return [];
    return columns.flatMap((column): Sendable[] => {
      const draft = row[column.key];
      if (!draft?.text.trim()) return [];
      const read = readScore(draft.text, column.assessment.maxScore);
      const { recorded, closed } = cellOf(person, column, rights);
      if ('problem' in read || closed) {
        faulty += 1;
        return [];
      }
      if (read.value === recorded?.score) return [];
      return [{ person, column, text: draft.text, score: read.value, recorded }];
    });
  });
  return { sendable, faulty };
}
