import { civilDate } from '@jssu/kernel';
import { daysOf, localIso, tellRange } from './local-time.js';
import { offeringStates } from './offering-state.js';
import { OFFERING_STEPS, STEP_RULES, stepsFrom } from './offering-steps.js';
import { termsProblems } from './offering-terms.js';
import { at, range } from './scheduling.fixtures.js';
import { planProblems, resourceProblems, type SessionPlan } from './session-plan.js';

const frame = {
  startsOn: civilDate('2026-12-07'),
  endsOn: civilDate('2026-12-08'),
  zone: 'Asia/Karachi' as const,
  blockCodes: ['SEARCH'],
};
const plan = (more: Partial<SessionPlan> = {}): SessionPlan => ({
  blockCode: 'SEARCH',
  ...range(9 * 60, 11 * 60),
  instructors: [],
  venueId: null,
  equipment: [],
  ...more,
});
const codes = (more: Partial<SessionPlan>) =>
  planProblems(plan(more), frame).map(({ path, code }) => `${path} ${code}`);

describe('the plan of a session', () => {
  it.each<[string, Partial<SessionPlan>, string[]]>([
    ['is sound within the days', {}, []],
    ['may take the whole of the last day', range(2 * 1440 - 60, 2 * 1440), []],
    ['may not go beyond the last day', range(2 * 1440 - 60, 2 * 1440 + 1), ['end outside-dates']],
    ['may not begin before the first day', range(-1, 60), ['start outside-dates']],
    ['ends after it starts', { start: at(600), end: at(600) }, ['end ends-before-start']],
    ['lasts a day at most', range(0, 1441), ['end too-long']],
    ['is in whole minutes', { start: at(600.5) }, ['start not-whole-minutes']],
    ['names a block of the syllabus', { blockCode: 'OTHER' }, ['blockCode unknown-block']],
    [
      'names everybody and everything once',
      {
        instructors: [
          { personId: 'a', role: 'lead' },
          { personId: 'a', role: 'safety' },
        ],
        equipment: [
          { equipmentId: 'e', quantity: 1 },
          { equipmentId: 'e', quantity: 2 },
        ],
      },
      ['instructors[1].personId repeated', 'equipment[1].equipmentId repeated'],
    ],
  ])('%s', (_, more, expected) => expect(codes(more)).toEqual(expected));

  it('tells every problem of its resources at once', () => {
    const problems = resourceProblems(
      plan({
        instructors: [
          { personId: 'stranger', role: 'lead' },
          { personId: 'trainee', role: 'assistant' },
          { personId: 'known', role: 'safety' },
        ],
        venueId: 'nowhere',
        equipment: [
          { equipmentId: 'nothing', quantity: 1 },
          { equipmentId: 'radios', quantity: 11 },
        ],
      }),
      {
        bookablePeople: new Set(['known', 'trainee']),
        trainees: new Set(['trainee']),
        venues: new Set(),
        equipment: new Map([['radios', 10]]),
      },
    );
    expect(problems.map(({ path, code }) => `${path} ${code}`)).toEqual([
      'instructors[0].personId unknown-instructor',
      'instructors[1].personId instructor-is-trainee',
      'venueId unknown-venue',
      'equipment[0].equipmentId unknown-equipment',
      'equipment[1].quantity more-than-there-is',
    ]);
    expect(problems[4].message.ur).toContain('10');
  });
});

describe('the terms of an offering', () => {
  const terms = { ...frame, seatsMin: 8, seatsMax: 24, nominationsCloseOn: null };
  it('fit together', () => {
    expect(termsProblems(terms)).toEqual([]);
    const wrong = { seatsMin: 25, endsOn: civilDate('2026-12-06'), nominationsCloseOn: civilDate('2026-12-09') };
    expect(termsProblems({ ...terms, ...wrong }).map(({ code }) => code)).toEqual([
      'ends-before-start',
      'nominations-close-after-end',
      'seats-min-above-max',
    ]);
    expect(termsProblems({ ...terms, endsOn: civilDate('2027-12-07') })).toEqual([]);
    expect(termsProblems({ ...terms, endsOn: civilDate('2027-12-08') }).map(({ code }) => code)).toEqual(['too-long']);
  });
});

describe('the steps of an offering', () => {
  it('never do what the state machine forbids, and each can be taken from somewhere', () => {
    const taken = new Set(offeringStates.states.flatMap((state) => stepsFrom(state)));
    expect([...taken].sort()).toEqual([...OFFERING_STEPS].sort());
    for (const state of offeringStates.states)
      for (const step of stepsFrom(state)) expect(offeringStates.can(state, STEP_RULES[step].to)).toBe(true);
  });

  it('leave confirming to the enrolments and ratifying to the results', () => {
    expect(Object.values(STEP_RULES).map(({ to }) => to)).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/^(confirmed|ratified)$/)]),
    );
    expect(stepsFrom('nominations_closed')).toEqual(['reopen', 'postpone', 'cancel']);
    expect(stepsFrom('planned')).toEqual(['publish', 'back-to-draft', 'postpone', 'cancel']);
    expect(stepsFrom('delivered')).toEqual([]);
  });
});

describe('local time', () => {
  it('is told with the offset of the zone, and in a form for every language', () => {
    expect(localIso(at(9 * 60), 'Asia/Karachi')).toBe('2026-12-07T09:00:00+05:00');
    expect(localIso(at(22 * 60), 'Asia/Shanghai')).toBe('2026-12-08T01:00:00+08:00');
    expect(tellRange(range(22 * 60, 26 * 60), 'Asia/Karachi')).toBe('2026-12-07 22:00 – 2026-12-08 02:00');
  });

  it('touches the days of a range, not the one that begins when it ends', () => {
    expect(daysOf(range(0, 1440), 'Asia/Karachi')).toEqual(['2026-12-07']);
    expect(daysOf(range(1439, 1441), 'Asia/Karachi')).toEqual(['2026-12-07', '2026-12-08']);
  });
});
