import fc from 'fast-check';
import { civilDate, LOCALES } from '@jssu/kernel';
import {
  feasibilityProblems,
  type Authorisation,
  type BlockNeeds,
  type BookedSession,
  type FeasibilityFacts,
} from './feasibility.js';
import { range } from './scheduling.fixtures.js';

const name = (en: string) => ({ en, ur: en, zh: en });
const THEORY: BlockNeeds = { code: 'THEORY', minutes: 120, roles: [{ role: 'lead', count: 1 }] };
const RANGE: BlockNeeds = {
  code: 'RANGE',
  minutes: 180,
  traineesPerInstructor: 10,
  roles: [
    { role: 'lead', count: 1 },
    { role: 'safety', count: 1 },
  ],
  venueKind: 'range',
  equipment: [{ kind: 'radio', quantity: 12 }],
};
const session = (more: Partial<BookedSession>): BookedSession => ({
  id: `id-${more.number}`,
  number: 1,
  blockCode: 'THEORY',
  during: range(9 * 60, 11 * 60),
  booked: true,
  instructors: [{ personId: 'lead', name: name('Bilal Hussain'), role: 'lead' }],
  venue: null,
  equipment: [],
  ...more,
});
const authorised = (personId: string, role: string, more: Partial<Authorisation> = {}): Authorisation => ({
  personId,
  role,
  validFrom: civilDate('2026-01-01'),
  validUntil: null,
  ...more,
});
const FEASIBLE: FeasibilityFacts = {
  zone: 'Asia/Karachi',
  startsOn: civilDate('2026-12-07'),
  endsOn: civilDate('2026-12-11'),
  seatsMax: 20,
  blocks: [THEORY, RANGE],
  sessions: [
    session({ number: 1 }),
    session({
      number: 2,
      blockCode: 'RANGE',
      during: range(13 * 60, 16 * 60),
      instructors: [
        { personId: 'lead', name: name('Bilal Hussain'), role: 'lead' },
        { personId: 'assistant', name: name('Sana Baloch'), role: 'assistant' },
        { personId: 'safety', name: name('Gul Muhammad'), role: 'safety' },
      ],
      venue: { code: 'GWD-RANGE-1', kind: 'range', capacity: 20 },
      equipment: [{ kind: 'radio', quantity: 12 }],
    }),
  ],
  authorisations: [authorised('lead', 'lead'), authorised('assistant', 'assistant'), authorised('safety', 'safety')],
};

/** What breaks the feasible plan, and what is then told of which session. */
const DEFECTS: readonly [string, string, (facts: FeasibilityFacts) => FeasibilityFacts][] = [
  ['block-short THEORY', 'a minute less', (f) => withSession(f, 1, { during: range(9 * 60, 11 * 60 - 1) })],
  ['role-missing 2', 'no safety officer', (f) => withoutInstructor(f, 'safety')],
  ['ratio-exceeded 2', 'no assistant', (f) => withoutInstructor(f, 'assistant')],
  ['venue-missing 2', 'no venue', (f) => withSession(f, 2, { venue: null })],
  [
    'venue-of-other-kind 2',
    'a classroom',
    (f) => withSession(f, 2, { venue: { code: 'GWD-HALL', kind: 'classroom', capacity: 20 } }),
  ],
  [
    'venue-too-small 1',
    'a venue that the block does not even ask for',
    (f) => withSession(f, 1, { venue: { code: 'GWD-HALL', kind: 'classroom', capacity: 19 } }),
  ],
  ['equipment-missing 2', 'too few radios', (f) => withSession(f, 2, { equipment: [{ kind: 'radio', quantity: 11 }] })],
];

function withSession(facts: FeasibilityFacts, number: number, more: Partial<BookedSession>): FeasibilityFacts {
  return { ...facts, sessions: facts.sessions.map((one) => (one.number === number ? { ...one, ...more } : one)) };
}
function withoutInstructor(facts: FeasibilityFacts, personId: string): FeasibilityFacts {
  const instructors = facts.sessions[1].instructors.filter((one) => one.personId !== personId);
  return withSession(facts, 2, { instructors });
}
const told = (facts: FeasibilityFacts) =>
  feasibilityProblems(facts).map(({ rule, block, session }) => `${rule} ${session?.number ?? block}`);

describe('the publish gate', () => {
  it('opens for a plan that meets the syllabus', () => expect(told(FEASIBLE)).toEqual([]));

  it('tells every defect at once, and nothing else', () => {
    fc.assert(
      fc.property(fc.subarray([...DEFECTS]), (defects) => {
        const facts = defects.reduce<FeasibilityFacts>((broken, [, , breakIt]) => breakIt(broken), FEASIBLE);
        const expected = defects.map(([problem]) => problem);
        // A session without a venue has none of another kind, whichever defect came last.
        const venues = ['venue-missing 2', 'venue-of-other-kind 2'].filter((problem) => expected.includes(problem));
        if (venues.length > 1) expected.splice(expected.indexOf('venue-missing 2'), 1);
        expect(told(facts).sort()).toEqual(expected.sort());
      }),
    );
  });

  it.each([
    ['not yet', { validFrom: civilDate('2026-12-08') }, true],
    ['from that day on', { validFrom: civilDate('2026-12-07') }, false],
    ['up to that day, which is inclusive', { validUntil: civilDate('2026-12-07') }, false],
    ['no longer', { validUntil: civilDate('2026-12-06') }, true],
    ['in another role', { role: 'assessor' }, true],
  ])('asks for an authorisation on the day of the session: %s', (_, more, refused) => {
    const authorisations = [...FEASIBLE.authorisations.slice(0, 2), { ...authorised('safety', 'safety'), ...more }];
    const problems = feasibilityProblems({ ...FEASIBLE, authorisations });
    expect(problems.map(({ rule }) => rule)).toEqual(refused ? ['instructor-not-authorised'] : []);
    if (refused)
      expect(problems[0].message.en).toContain('Gul Muhammad is not authorised as safety officer on 2026-12-07');
  });

  it('reads the day in the zone of the offering', () => {
    // 21:00 UTC on the 6th is the 7th in Karachi.
    const late = withSession(FEASIBLE, 1, { during: range(2 * 60, 4 * 60) });
    const from7 = [
      authorised('lead', 'lead', { validFrom: civilDate('2026-12-07') }),
      ...FEASIBLE.authorisations.slice(1),
    ];
    expect(told({ ...late, authorisations: from7 })).toEqual([]);
  });

  it('asks for both days of a session over midnight', () => {
    const night = withSession(FEASIBLE, 1, { during: range(23 * 60, 25 * 60) });
    const until7 = [
      authorised('lead', 'lead', { validUntil: civilDate('2026-12-07') }),
      ...FEASIBLE.authorisations.slice(1),
    ];
    const problems = feasibilityProblems({ ...night, authorisations: until7 });
    expect(problems.map(({ rule, params }) => [rule, params['on']])).toEqual([
      ['instructor-not-authorised', '2026-12-08'],
    ]);
  });

  it('counts an instructor who is one too many, when he is not authorised', () => {
    const extra = { personId: 'other', name: name('Tariq Afridi'), role: 'assistant' };
    const instructors = [...FEASIBLE.sessions[0].instructors, extra];
    expect(told(withSession(FEASIBLE, 1, { instructors }))).toEqual(['instructor-not-authorised 1']);
  });

  it('says of a session that a postponement has left without bookings just that, and counts none of its minutes', () => {
    const unbooked = withSession(FEASIBLE, 2, { booked: false, instructors: [], venue: null, equipment: [] });
    expect(told(unbooked)).toEqual(['block-short RANGE', 'session-not-booked 2']);
  });

  it('sees sessions outside the dates, the last day being inclusive', () => {
    expect(told({ ...FEASIBLE, startsOn: civilDate('2026-12-08') })).toEqual([
      'session-outside-dates 1',
      'session-outside-dates 2',
    ]);
    expect(told({ ...FEASIBLE, endsOn: civilDate('2026-12-07') })).toEqual([]);
  });

  it('speaks three languages, with every placeholder filled', () => {
    const facts = DEFECTS.reduce<FeasibilityFacts>((broken, [, , breakIt]) => breakIt(broken), {
      ...FEASIBLE,
      authorisations: [],
    });
    for (const { message, remedy } of feasibilityProblems(facts)) {
      for (const locale of LOCALES) expect(message[locale] + remedy[locale]).not.toMatch(/[{}]|undefined/);
      expect(message.ur).toMatch(/[\u0600-\u06ff]/);
      expect(message.zh).toMatch(/[\u4e00-\u9fff]/);
    }
  });
});
