import fc from 'fast-check';
import type { Attempt } from './assessment-standing.js';
import { course, recordOf, tallied, tellingScores, type Course, type SessionOfTrainee } from './delivery.fixtures.js';
import { judge } from './judge.js';
import { outlookOf } from './outlook.js';
import type { AssessmentRule, Syllabus } from './syllabus.js';

/** The part of the syllabus that no session covers, as sessions still to be planned. */
function unplanned({ syllabus, sessions }: Course): SessionOfTrainee[] {
  return syllabus.blocks.flatMap(({ code, minutes }) => {
    const planned = sessions.filter(({ block }) => block === code).reduce((sum, s) => sum + s.minutes, 0);
    return planned < minutes ? [{ block: code, minutes: minutes - planned, mark: null, held: false }] : [];
  });
}

const isOpen = ({ mark, held }: SessionOfTrainee) => mark === null && !held;
const attended = (session: SessionOfTrainee): SessionOfTrainee => ({ ...session, mark: session.minutes, held: true });
const missed = (session: SessionOfTrainee): SessionOfTrainee => ({ ...session, mark: 0, held: true });

function product<T>(choices: readonly (readonly T[])[]): T[][] {
  return choices.reduce<T[][]>((rows, next) => rows.flatMap((row) => next.map((value) => [...row, value])), [[]]);
}

/** Every way in which the open sessions can go: attended, in part, missed. */
function* registers(sessions: readonly SessionOfTrainee[]): Generator<SessionOfTrainee[]> {
  yield* product(
    sessions.map((session) =>
      isOpen(session) ? [attended(session), { ...session, mark: 7, held: true }, missed(session)] : [session],
    ),
  );
}

/** Every way in which one assessment can go on, none at all included. */
function goOn(rule: AssessmentRule, soFar: readonly Attempt[]): Attempt[][] {
  const passed = soFar.some(({ score }) => score >= rule.passScore);
  if (passed || soFar.length >= rule.maxAttempts) return [[...soFar]];
  return [
    [...soFar],
    ...tellingScores(rule).flatMap((score) =>
      goOn(rule, [...soFar, { code: rule.code, attempt: soFar.length + 1, score }]),
    ),
  ];
}

function resultsOf({ assessments }: Syllabus, attempts: readonly Attempt[]): Attempt[][] {
  const ways = assessments.map((rule) =>
    goOn(
      rule,
      attempts.filter(({ code }) => code === rule.code),
    ),
  );
  return product(ways).map((each) => each.flat());
}

function canPass(given: Course): boolean {
  const results = resultsOf(given.syllabus, given.attempts);
  for (const sessions of registers([...given.sessions, ...unplanned(given)])) {
    const tallies = tallied(sessions);
    if (results.some((attempts) => judge(given.syllabus, { tallies, attempts }).outcome === 'passed')) return true;
  }
  return false;
}

/** Everybody present at all that is to come, full marks at the next attempt. */
function atBest({ syllabus, sessions, attempts, ...rest }: Course): Course {
  const all = [...sessions, ...unplanned({ syllabus, sessions, attempts })];
  const more = syllabus.assessments.flatMap((rule): Attempt[] => {
    const own = attempts.filter(({ code }) => code === rule.code);
    const over = own.length >= rule.maxAttempts || own.some(({ score }) => score >= rule.passScore);
    return over ? [] : [{ code: rule.code, attempt: own.length + 1, score: rule.maxScore }];
  });
  return {
    ...rest,
    syllabus,
    sessions: all.map((s) => (isOpen(s) ? attended(s) : s)),
    attempts: [...attempts, ...more],
  };
}

describe('the outlook', () => {
  it('says impossible exactly when no continuation passes, tried one by one', () => {
    let impossible = 0;
    fc.assert(
      fc.property(course, (given) => {
        const { passing } = outlookOf(given.syllabus, recordOf(given));
        if (passing === 'impossible') impossible += 1;
        expect(canPass(given)).toBe(passing !== 'impossible');
      }),
      { numRuns: 400 },
    );
    expect(impossible).toBeGreaterThan(20);
  });

  it('that leaves a pass possible is kept by all present and full marks', () => {
    fc.assert(
      fc.property(course, (given) => {
        fc.pre(outlookOf(given.syllabus, recordOf(given)).passing !== 'impossible');
        expect(judge(given.syllabus, recordOf(atBest(given))).outcome).toBe('passed');
      }),
    );
  });

  it('gives every impossible outlook its reason, and no reason to one that is merely possible', () => {
    fc.assert(
      fc.property(course, (given) => {
        const { passing, warnings } = outlookOf(given.syllabus, recordOf(given));
        expect(warnings.length > 0).toBe(passing !== 'possible');
      }),
    );
  });

  it('warns of one more absence only when there is a session whose loss ends it', () => {
    let warned = 0;
    fc.assert(
      fc.property(course, (given) => {
        const { warnings } = outlookOf(given.syllabus, recordOf(given));
        fc.pre(warnings.some(({ code }) => code === 'one-more-absence'));
        warned += 1;
        const losses = given.sessions.filter(isOpen).map((lost) => {
          const sessions = given.sessions.map((session) => (session === lost ? missed(session) : session));
          return outlookOf(given.syllabus, recordOf({ ...given, sessions })).passing;
        });
        expect(losses).toContain('impossible');
      }),
      { numRuns: 60 },
    );
    expect(warned).toBe(60);
  });

  it('warns of a last attempt whose failure ends it', () => {
    fc.assert(
      fc.property(course, (given) => {
        const { warnings } = outlookOf(given.syllabus, recordOf(given));
        const last = warnings.filter(({ code }) => code === 'last-attempt');
        fc.pre(last.length > 0);
        for (const { figures } of last) {
          const code = String(figures['assessment']);
          const attempt = given.attempts.filter((one) => one.code === code).length + 1;
          const attempts = [...given.attempts, { code, attempt, score: 0 }];
          expect(outlookOf(given.syllabus, recordOf({ ...given, attempts })).passing).toBe('impossible');
        }
      }),
      { numRuns: 60 },
    );
  });

  it('lets exactly so many minutes be missed as it says', () => {
    const syllabus: Syllabus = {
      blocks: [{ code: 'A', minutes: 600 }],
      assessments: [],
      passRule: { mustPass: [], atLeast: 0 },
      minimumAttendance: 80,
    };
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 120 }), fc.integer({ min: 0, max: 479 }), (lost, extra) => {
        const sessions = [
          { block: 'A', minutes: 120, mark: 120 - lost, held: true },
          { block: 'A', minutes: 480, mark: null, held: false },
        ];
        const { mayMissMinutes } = outlookOf(syllabus, recordOf({ sessions, attempts: [] }));
        expect(mayMissMinutes).toBe(120 - lost);
        const then = [sessions[0], { ...sessions[1], mark: 480 - extra, held: true }];
        const { outcome } = judge(syllabus, recordOf({ sessions: then, attempts: [] }));
        expect(outcome === 'passed').toBe(extra <= mayMissMinutes);
      }),
    );
  });
});
