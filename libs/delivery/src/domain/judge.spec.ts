import { LOCALES } from '@jssu/kernel';
import { attendanceOf } from './attendance.js';
import { averageOf, standingsOf } from './assessment-standing.js';
import { recordOf, type SessionOfTrainee } from './delivery.fixtures.js';
import { correctedJudgement, sameJudgement } from './corrected-judgement.js';
import { tellFinding } from './finding-texts.js';
import { judge } from './judge.js';
import { obstaclesOf } from './obstacles.js';
import { outlookOf } from './outlook.js';
import type { Syllabus } from './syllabus.js';

const syllabus: Syllabus = {
  blocks: [
    { code: 'LAW', minutes: 240 },
    { code: 'SEARCH', minutes: 360 },
  ],
  assessments: [
    { code: 'WRITTEN', maxScore: 100, passScore: 60, maxAttempts: 2 },
    { code: 'DRILL', maxScore: 20, passScore: 12, maxAttempts: 1 },
    { code: 'ORAL', maxScore: 50, passScore: 25, maxAttempts: 1 },
  ],
  passRule: { mustPass: ['WRITTEN'], atLeast: 2, minimumAverage: 65 },
  minimumAttendance: 80,
};
const held = (block: string, minutes: number, mark: number | null = minutes): SessionOfTrainee => ({
  block,
  minutes,
  mark,
  held: true,
});
const ALL = [held('LAW', 240), held('SEARCH', 180), held('SEARCH', 180)];
const score = (code: string, value: number, attempt = 1) => ({ code, attempt, score: value });
const judged = (attempts: ReturnType<typeof score>[], sessions = ALL) =>
  judge(syllabus, recordOf({ sessions, attempts }));
const codes = ({ shortfalls }: ReturnType<typeof judge>) => shortfalls.map(({ code }) => code);

describe('the course result', () => {
  it('is passed with every part of the rule met, by the best attempt of each', () => {
    const result = judged([score('WRITTEN', 40), score('WRITTEN', 80, 2), score('DRILL', 13), score('ORAL', 25)]);
    expect(result).toEqual({
      outcome: 'passed',
      shortfalls: [],
      average: 65,
      minutesAttended: 600,
      minutesTotal: 600,
    });
  });

  it('is failed with every shortfall and its figures at once', () => {
    const result = judged([score('WRITTEN', 59.5), score('DRILL', 11), score('ORAL', 30)], [held('LAW', 240)]);
    expect(result.outcome).toBe('failed');
    expect(result.shortfalls).toEqual([
      { code: 'attendance-below-minimum', figures: { attended: 240, required: 480, total: 600 } },
      { code: 'assessment-not-passed', figures: { assessment: 'WRITTEN', passScore: 60, best: 59.5 } },
      { code: 'too-few-passed', figures: { passed: 1, atLeast: 2 } },
      { code: 'average-too-low', figures: { average: 58.17, minimum: 65 } },
    ]);
  });

  it('is incomplete while only attendance or assessments are missing, and failed once what was taken rules it out', () => {
    const short = [held('LAW', 240), held('SEARCH', 180, 0), held('SEARCH', 180)];
    const good = [score('WRITTEN', 90), score('DRILL', 18), score('ORAL', 40)];
    expect([judged(good, short).outcome, codes(judged(good, short))]).toEqual([
      'incomplete',
      ['attendance-below-minimum'],
    ]);
    expect([judged([]).outcome, codes(judged([]))]).toEqual([
      'incomplete',
      ['assessment-not-taken', 'too-few-passed', 'average-too-low'],
    ]);
    // One of three is failed: two of three can still be passed, but not with an average of 65.
    expect(judged([score('DRILL', 0), score('ORAL', 25)]).outcome).toBe('failed');
    expect(judged([score('DRILL', 0)]).outcome).toBe('incomplete');
  });

  it('counts of each block at most its minutes: too much of one makes up for no other', () => {
    const result = judged([], [held('LAW', 240), held('LAW', 240), held('SEARCH', 180)]);
    expect(result.minutesAttended).toBe(420);
  });
});

describe('the average', () => {
  it('gives each assessment the same weight, and one not taken counts as nothing', () => {
    expect(averageOf(standingsOf(syllabus, [score('WRITTEN', 50), score('DRILL', 20)]))).toBe(50);
    expect(averageOf([])).toBeNull();
  });

  it('is not pushed below a whole percent by binary fractions', () => {
    for (let value = 0; value <= 1000; value++) {
      const rules = [3, 7, 1000].map((maxScore, i) => ({ code: `${i}`, maxScore, passScore: 1, maxAttempts: 1 }));
      const attempts = rules.map(({ code, maxScore }) => score(code, (maxScore * value) / 1000));
      expect(averageOf(standingsOf({ assessments: rules }, attempts))).toBe(Math.round(value * 10) / 100);
    }
  });
});

describe('attendance', () => {
  const sessions = [held('LAW', 120), held('LAW', 120, 90), held('SEARCH', 180, null)];
  const open: SessionOfTrainee = { block: 'SEARCH', minutes: 180, mark: null, held: false };

  it('is told of what is over and of the whole', () => {
    expect(attendanceOf(syllabus, recordOf({ sessions: [...sessions, open], attempts: [] }).tallies)).toEqual({
      attendedMinutes: 210,
      pastMinutes: 420,
      totalMinutes: 600,
      percentOfPast: 50,
      percentOfTotal: 35,
      blocksDone: 1,
      blocksTotal: 2,
    });
    expect(attendanceOf(syllabus, []).percentOfPast).toBeNull();
  });

  it('never rounds up to the minimum', () => {
    const tallies = recordOf({ sessions: [held('LAW', 240, 239), held('SEARCH', 360)], attempts: [] }).tallies;
    expect(attendanceOf(syllabus, tallies).percentOfTotal).toBe(99.8);
  });
});

describe('what stands in the way of ratification', () => {
  const session = (number: number, state: 'open' | 'submitted' | 'countersigned') => ({
    sessionId: `s${number}`,
    number,
    start: new Date(0),
    state,
  });
  const good = judged([score('WRITTEN', 90), score('DRILL', 18), score('ORAL', 40)]);
  const trainee = (enrolmentId: string, judgement = good, state: 'attending' | 'confirmed' = 'attending') => ({
    enrolmentId,
    state,
    judgement,
  });

  it('is all named at once', () => {
    const obstacles = obstaclesOf({
      sessions: [session(1, 'countersigned'), session(2, 'submitted'), session(3, 'open')],
      trainees: [trainee('a'), trainee('b', judged([])), trainee('c', judged([]), 'confirmed')],
    });
    expect(obstacles).toEqual([
      { code: 'register-not-countersigned', sessions: [session(2, 'submitted'), session(3, 'open')] },
      { code: 'results-missing', enrolmentIds: ['b'] },
      { code: 'never-attended', enrolmentIds: ['c'] },
    ]);
  });

  it('is not what was decided: failures and absence are results', () => {
    const failed = judged([score('WRITTEN', 10), score('DRILL', 18), score('ORAL', 40)]);
    const absent = judged([score('WRITTEN', 90), score('DRILL', 18), score('ORAL', 40)], [held('LAW', 240, 0)]);
    const sessions = [session(1, 'countersigned')];
    expect(obstaclesOf({ sessions, trainees: [trainee('a', failed), trainee('b', absent)] })).toEqual([]);
    expect(obstaclesOf({ sessions, trainees: [] })).toEqual([{ code: 'nothing-delivered' }]);
  });
});

describe('a result judged again', () => {
  const passed = judged([score('WRITTEN', 90), score('DRILL', 18), score('ORAL', 40)]);
  const failed = judged([score('WRITTEN', 10), score('DRILL', 18), score('ORAL', 40)]);

  it('follows the rules, unless an outcome was set by decision, which stands and is marked', () => {
    expect(correctedJudgement(passed, failed)).toEqual(failed);
    const appealed = correctedJudgement(failed, failed, 'passed');
    expect(appealed.outcome).toBe('passed');
    expect(appealed.shortfalls[0]).toEqual({ code: 'set-by-decision', figures: { byTheRules: 'failed' } });
    expect(appealed.shortfalls.slice(1)).toEqual(failed.shortfalls);
    expect(correctedJudgement(appealed, failed).outcome).toBe('passed');
    expect(correctedJudgement(appealed, failed, 'by-the-rules')).toEqual(failed);
    expect(correctedJudgement(failed, passed, 'passed')).toEqual(passed);
  });

  it('is the same whatever the order of its figures', () => {
    const stored = {
      ...failed,
      shortfalls: failed.shortfalls.map(({ code, figures }) => ({
        code,
        figures: Object.fromEntries(Object.entries(figures).reverse()),
      })),
    };
    expect(sameJudgement(stored, failed)).toBe(true);
    expect(sameJudgement(stored, { ...failed, average: 12 })).toBe(false);
  });
});

describe('what a reader is told', () => {
  const titled = syllabus.assessments.map(({ code }) => ({ code, title: { en: 'Test', ur: 'امتحان', zh: '考试' } }));

  it('names the assessment in his language and leaves no placeholder empty', () => {
    const { shortfalls } = judged([score('WRITTEN', 59.5), score('DRILL', 11)], [held('LAW', 240)]);
    const { warnings } = outlookOf(syllabus, { tallies: [], attempts: [score('WRITTEN', 1), score('WRITTEN', 2, 2)] });
    expect([shortfalls.length, warnings.length]).toEqual([4, 1]);
    for (const locale of LOCALES) {
      const told = [...shortfalls, ...warnings].map((finding) => tellFinding(finding, locale, titled));
      expect(told.filter((text) => /[{}]/.test(text))).toEqual([]);
      expect(told[1]).toContain(titled[0].title[locale]);
    }
  });
});
