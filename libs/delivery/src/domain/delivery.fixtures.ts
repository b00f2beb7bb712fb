import type { BlockTally } from './attendance.js';
import type { Attempt } from './assessment-standing.js';
import type { TraineeRecord } from './judge.js';
import type { AssessmentRule, Syllabus } from './syllabus.js';

/** A session as it stands for one trainee. */
export interface SessionOfTrainee {
  readonly block: string;
  readonly minutes: number;
  /** Minutes attended where it is marked; null where it is not. */
  readonly mark: number | null;
  readonly held: boolean;
}

/** What the database adds up, in the plainest words. */
export function tallied(sessions: readonly SessionOfTrainee[]): BlockTally[] {
  return [...new Set(sessions.map(({ block }) => block))].map((code) => {
    const own = sessions.filter(({ block }) => block === code);
    const over = own.filter(({ mark, held }) => mark !== null || held);
    const open = own.filter((session) => !over.includes(session));
    const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
    return {
      code,
      attended: sum(own.map(({ mark }) => mark ?? 0)),
      past: sum(over.map(({ minutes }) => minutes)),
      open: sum(open.map(({ minutes }) => minutes)),
      longestOpen: Math.max(0, ...open.map(({ minutes }) => minutes)),
    };
  });
}

export interface Course {
  readonly syllabus: Syllabus;
  readonly sessions: readonly SessionOfTrainee[];
  readonly attempts: readonly Attempt[];
}

export function recordOf({ sessions, attempts }: Pick<Course, 'sessions' | 'attempts'>): TraineeRecord {
  return { tallies: tallied(sessions), attempts };
}

/** Scores at which something happens. */
export function tellingScores({ maxScore, passScore }: AssessmentRule): number[] {
  return [...new Set([0, passScore - 1, passScore, Math.ceil((passScore + maxScore) / 2), maxScore])];
}
