import fc from 'fast-check';
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

const BLOCKS = ['A', 'B'];
const LENGTHS = [30, 45, 60];

const assessmentRule = (code: string): fc.Arbitrary<AssessmentRule> =>
  fc.record({
    code: fc.constant(code),
    maxScore: fc.constantFrom(10, 100),
    passScore: fc.constantFrom(5, 10),
    maxAttempts: fc.integer({ min: 1, max: 2 }),
  });

/** Scores at which something happens. */
export function tellingScores({ maxScore, passScore }: AssessmentRule): number[] {
  return [...new Set([0, passScore - 1, passScore, Math.ceil((passScore + maxScore) / 2), maxScore])];
}

/** Attempts as the rules let them be entered: in order, none after a pass. */
function attemptsAt(rule: AssessmentRule): fc.Arbitrary<Attempt[]> {
  return fc.array(fc.constantFrom(...tellingScores(rule)), { maxLength: rule.maxAttempts }).map((scores) => {
    const pass = scores.findIndex((score) => score >= rule.passScore);
    return scores
      .slice(0, pass < 0 ? undefined : pass + 1)
      .map((score, i) => ({ code: rule.code, attempt: i + 1, score }));
  });
}

/** Small courses in the middle of their delivery, few enough sessions and attempts to try every continuation. */
export const course: fc.Arbitrary<Course> = fc
  .tuple(
    fc.array(assessmentRule('T'), { maxLength: 1 }),
    fc.array(assessmentRule('U'), { maxLength: 1 }),
    fc.constantFrom(1, 2),
  )
  .chain(([t, u, blockCount]) => {
    const assessments = [...t, ...u];
    const codes = assessments.map(({ code }) => code);
    const session = fc
      .record({
        block: fc.constantFrom(...BLOCKS.slice(0, blockCount)),
        minutes: fc.constantFrom(...LENGTHS),
        kind: fc.constantFrom('open', 'open', 'present', 'absent', 'late', 'held'),
      })
      .map(({ block, minutes, kind }): SessionOfTrainee => {
        const mark = kind === 'present' ? minutes : kind === 'absent' ? 0 : kind === 'late' ? minutes - 10 : null;
        return { block, minutes, mark, held: kind === 'held' };
      });
    return fc.record({
      syllabus: fc.record({
        blocks: fc.tuple(
          ...BLOCKS.slice(0, blockCount).map((code) =>
            fc.constantFrom(60, 90, 120).map((minutes) => ({ code, minutes })),
          ),
        ),
        assessments: fc.constant(assessments),
        passRule: fc.record({
          mustPass: fc.subarray(codes),
          atLeast: fc.integer({ min: 0, max: codes.length }),
          minimumAverage: codes.length > 0 ? fc.constantFrom(undefined, 40, 50, 75, 100) : fc.constant(undefined),
        }),
        minimumAttendance: fc.constantFrom(0, 50, 80, 90, 100),
      }),
      sessions: fc.array(session, { maxLength: 5 }),
      attempts: fc.tuple(...assessments.map(attemptsAt)).map((each) => each.flat()),
    });
  });
