import fc from 'fast-check';
import { LOCALES } from '@jssu/kernel';
import { attendanceOf } from './attendance.js';
import { standingsOf, type Attempt } from './assessment-standing.js';
import { recordOf, tallied, tellingScores, type Course, type SessionOfTrainee } from './delivery.fixtures.js';
import { tellFinding } from './finding-texts.js';
import { judge, shortfallsOf } from './judge.js';
import { outlookOf } from './outlook.js';
import type { AssessmentRule, Syllabus } from './syllabus.js';

const BLOCKS = ['A', 'B'];
const LENGTHS = [30, 45, 60];

const assessmentRule = (code: string): fc.Arbitrary<AssessmentRule> =>
  fc.record({
    code: fc.constant(code),
    maxScore: fc.constantFrom(10, 100),
    passScore: fc.constantFrom(5, 10),
    maxAttempts: fc.integer({ min: 1, max: 2 }),
  });

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
const course: fc.Arbitrary<Course> = fc
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

describe('the course result', () => {
  it('never gets worse by more minutes or better scores', () => {
    fc.assert(
      fc.property(course, fc.nat(), (given, pick) => {
        const record = recordOf(given);
        const before = judge(given.syllabus, record);
        const sessions = given.sessions.map((s, i) => (i === pick % 5 ? { ...s, mark: s.minutes } : s));
        const attempts = given.attempts.map((a, i) => (i === pick % 3 ? { ...a, score: a.score + 0.5 } : a));
        const after = judge(given.syllabus, recordOf({ sessions, attempts }));
        expect(after.minutesAttended).toBeGreaterThanOrEqual(before.minutesAttended);
        if (before.outcome === 'passed') expect(after.outcome).toBe('passed');
        expect(after.shortfalls.length).toBeLessThanOrEqual(before.shortfalls.length);
      }),
    );
  });

  it('is passed exactly when nothing falls short', () => {
    fc.assert(
      fc.property(course, (given) => {
        const { outcome, shortfalls, minutesAttended } = judge(given.syllabus, recordOf(given));
        expect(outcome === 'passed').toBe(shortfalls.length === 0);
        const standings = standingsOf(given.syllabus, given.attempts);
        expect(shortfallsOf(given.syllabus, minutesAttended, standings)).toEqual(shortfalls);
      }),
    );
  });
});

describe('attendance', () => {
  it('stays within its bounds', () => {
    fc.assert(
      fc.property(course, (given) => {
        const a = attendanceOf(given.syllabus, recordOf(given).tallies);
        expect(a.attendedMinutes).toBeLessThanOrEqual(a.totalMinutes);
        expect(a.blocksDone).toBeLessThanOrEqual(a.blocksTotal);
        for (const percent of [a.percentOfPast ?? 0, a.percentOfTotal]) {
          expect(percent).toBeGreaterThanOrEqual(0);
          expect(percent).toBeLessThanOrEqual(100);
        }
      }),
    );
  });
});

describe('what a reader is told', () => {
  it('leaves no figure out, in any language', () => {
    fc.assert(
      fc.property(course, (given) => {
        const record = recordOf(given);
        const findings = [...judge(given.syllabus, record).shortfalls, ...outlookOf(given.syllabus, record).warnings];
        const told = findings.flatMap((finding) => LOCALES.map((locale) => tellFinding(finding, locale, [])));
        expect(told.filter((text) => /[{}]|undefined|NaN/.test(text))).toEqual([]);
      }),
    );
  });
});
