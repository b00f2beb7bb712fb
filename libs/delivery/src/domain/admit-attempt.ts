import type { AppError, CivilDate } from '@jssu/kernel';
import { resultErrors as refuse } from './result-errors.js';
import type { AssessmentRule } from './syllabus.js';

/** A score as it comes in. */
export interface ScoreEntry {
  readonly attempt: number;
  readonly score: number;
  readonly takenOn: CivilDate;
  /** Null: the one who enters it. */
  readonly examinerId: string | null;
}

/** A score that stands. */
export interface RecordedScore {
  readonly id: string;
  readonly code: string;
  readonly attempt: number;
  readonly score: number;
  readonly takenOn: CivilDate;
  readonly examinerId: string;
}

export interface AttemptContext {
  readonly rule: AssessmentRule;
  /** The scores of this trainee in this assessment that stand. */
  readonly recorded: readonly RecordedScore[];
  readonly examineeId: string;
  readonly actorPersonId: string | null;
  /** First day of the offering and today: an assessment is taken between them. */
  readonly startsOn: CivilDate;
  readonly today: CivilDate;
}

export type Admission =
  | { readonly status: 'new'; readonly examinerId: string }
  | { readonly status: 'unchanged'; readonly id: string }
  | { readonly status: 'refused'; readonly refusals: readonly AppError[] };

/** Whether a score may be recorded, with every reason why not; the same score again is no change. */
export function admitAttempt(entry: ScoreEntry, context: AttemptContext): Admission {
  const { rule, recorded, startsOn, today } = context;
  const same = recorded.find(({ attempt }) => attempt === entry.attempt);
  const sameExaminer = entry.examinerId === null || entry.examinerId === same?.examinerId;
  if (same && sameExaminer && same.score === entry.score && same.takenOn === entry.takenOn)
    return { status: 'unchanged', id: same.id };
  const examinerId = entry.examinerId ?? context.actorPersonId;
  const refusals = scoreRefusals({ score: entry.score, examinerId }, context);
  const pass = recorded.find(({ attempt, score }) => attempt < entry.attempt && score >= rule.passScore);
  const last = recorded.reduce((highest, { attempt }) => Math.max(highest, attempt), 0);
  const before = recorded.find(({ attempt }) => attempt === entry.attempt - 1);
  if (same) refusals.push(refuse['already-recorded']({ attempt: entry.attempt }, { resultId: same.id }));
  else if (entry.attempt > rule.maxAttempts) refusals.push(refuse['no-attempts-left']({ allowed: rule.maxAttempts }));
  else if (pass) refusals.push(refuse['already-passed']({ attempt: pass.attempt }));
  else if (entry.attempt !== last + 1) refusals.push(refuse['attempt-out-of-order']({ next: last + 1 }));
  const earliest = before && before.takenOn > startsOn ? before.takenOn : startsOn;
  if (entry.takenOn > today || entry.takenOn < earliest)
    refusals.push(refuse['taken-on-out-of-range']({ from: earliest, to: today }));
  return refusals.length > 0 || !examinerId ? { status: 'refused', refusals } : { status: 'new', examinerId };
}

/** What is wrong with a score by itself, whether it is new or corrects another. */
export function scoreRefusals(
  { score, examinerId }: { readonly score: number; readonly examinerId: string | null },
  { rule, examineeId, actorPersonId }: Pick<AttemptContext, 'rule' | 'examineeId' | 'actorPersonId'>,
): AppError[] {
  const refusals: AppError[] = [];
  if (score > rule.maxScore) refusals.push(refuse['score-too-high']({ maxScore: rule.maxScore }));
  if (examinerId === null) refusals.push(refuse['examiner-missing']());
  if (examineeId === examinerId || examineeId === actorPersonId) refusals.push(refuse['examiner-is-examinee']());
  return refusals;
}
