import fc from 'fast-check';
import { addDays, civilDate, errorCatalogue, LOCALES, timeRange } from '@jssu/kernel';
import type { SeatPlan } from './allocate-seats.js';
import {
  decideCancellation,
  decideConfirmation,
  decideEndorsement,
  decideIncomplete,
  decideNomination,
  decideRejection,
  decideSubstitution,
  decideWalkOn,
  seatRefusal,
  seatsArePromoted,
  type CandidateFacts,
} from './decide-enrolment.js';
import { missingPrerequisites } from './eligibility.js';
import {
  BEFORE_ATTENDING,
  ENROLMENT_STATES,
  enrolmentStates,
  holdsSeat,
  INCOMPLETE_REASONS,
  LIVE,
} from './enrolment-state.js';
import { enrolmentErrors } from './errors.js';

const codes = (verdict: { ok: boolean; refusals?: readonly { code: string }[] }) =>
  verdict.refusals?.map(({ code }) => code.slice('enrolment.'.length)) ?? [];
const startsOn = civilDate('2026-03-10');
const offering = { state: 'published', startsOn, nominationsCloseOn: civilDate('2026-03-01') };
const candidate: CandidateFacts & { unitId: string } = {
  personId: 'p',
  serves: true,
  unitIsOpen: true,
  unitId: 'u',
  alreadyEnrolled: false,
  missing: [],
  clashes: [],
};
const unfit = {
  ...candidate,
  serves: false,
  unitIsOpen: false,
  alreadyEnrolled: true,
  missing: [{ key: 'course:c', reason: 'absent' as const, validUntil: null }],
  clashes: [
    {
      sessionId: 's',
      with: { sessionId: 't', offeringId: 'o2', during: timeRange(new Date(0), new Date(1)) },
    },
  ],
};

const UNFIT = ['person-left', 'unit-not-open', 'already-enrolled', 'prerequisite-missing', 'overlapping-session'];

describe('enrolment states', () => {
  it('can be cancelled or substituted from every state before attending, and from no other', () => {
    for (const state of ENROLMENT_STATES) {
      expect(enrolmentStates.can(state, 'cancelled')).toBe(BEFORE_ATTENDING.includes(state));
      expect(enrolmentStates.can(state, 'substituted')).toBe(BEFORE_ATTENDING.includes(state));
    }
  });
  it('lead from nomination to an end by whatever way, and never from a seat back to waiting', () => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat()), (choices) => {
        let state: (typeof ENROLMENT_STATES)[number] = 'nominated';
        let seated = false;
        for (const choice of choices) {
          const next = enrolmentStates.next(state);
          if (next.length === 0) break;
          state = next[choice % next.length];
          if (seated) expect(['endorsed', 'waitlisted']).not.toContain(state);
          seated ||= holdsSeat(state);
        }
        expect(LIVE).not.toContain(state);
      }),
    );
  });
  it('need an endorsement before a seat and a seat before attending', () => {
    expect(enrolmentStates.can('nominated', 'reserved')).toBe(false);
    expect(enrolmentStates.can('waitlisted', 'attending')).toBe(false);
    expect(enrolmentStates.can('waitlisted', 'confirmed')).toBe(false);
  });
});

describe('a nomination', () => {
  const nominate = (today: string, change: object = {}) =>
    decideNomination({ offering: { ...offering, ...change }, candidate, today: civilDate(today) });
  it('is taken until its last day, inclusive, while the offering is published', () => {
    expect(nominate('2026-03-01')).toEqual({ ok: true, draft: { state: 'nominated' } });
    expect(codes(nominate('2026-03-02'))).toEqual(['closed']);
    expect(codes(nominate('2026-03-02', { nominationsCloseOn: null }))).toEqual([]);
    expect(codes(nominate('2026-02-01', { state: 'nominations_closed' }))).toEqual(['closed']);
  });
  it('is refused with every reason at once and the facts behind them', () => {
    const verdict = decideNomination({
      offering: { ...offering, state: 'draft' },
      candidate: unfit,
      today: startsOn,
    });
    expect(codes(verdict)).toEqual(['closed', ...UNFIT]);
    if (!verdict.ok) {
      const refusal = (code: string) => verdict.refusals.find((r) => r.code === `enrolment.${code}`);
      expect(refusal('prerequisite-missing')?.extra).toEqual({ missing: unfit.missing });
      expect(refusal('prerequisite-missing')?.describe('en').detail).toContain('2026-03-10');
      expect(refusal('overlapping-session')?.extra).toEqual({ clashes: unfit.clashes });
    }
  });
  it('is endorsed or rejected by somebody else, in its turn', () => {
    const base = { state: 'nominated' as const, actorPersonId: 'boss', offering, candidate };
    expect(decideEndorsement(base)).toEqual({ ok: true, draft: { state: 'endorsed' } });
    expect(codes(decideEndorsement({ ...base, actorPersonId: 'p' }))).toEqual(['self-endorsement']);
    expect(codes(decideEndorsement({ ...base, actorPersonId: null }))).toEqual(['actor-without-person']);
    expect(codes(decideEndorsement({ ...base, offering: { ...offering, state: 'in_progress' } }))).toEqual(['closed']);
    expect(codes(decideEndorsement({ ...base, candidate: unfit }))).toEqual(['person-left', 'prerequisite-missing']);
    const again = decideEndorsement({ ...base, state: 'reserved' });
    expect(codes(again)).toEqual(['wrong-state']);
    if (!again.ok)
      expect(again.refusals[0].extra['allowed']).toEqual(['confirmed', 'incomplete', 'cancelled', 'substituted']);
    const reject = { state: 'endorsed' as const, actorPersonId: 'boss', personId: 'p', reason: ' needed on duty ' };
    expect(decideRejection(reject)).toEqual({ ok: true, draft: { state: 'rejected', reason: 'needed on duty' } });
    expect(codes(decideRejection({ ...reject, actorPersonId: 'p', reason: ' ', state: 'reserved' }))).toEqual([
      'wrong-state',
      'self-endorsement',
      'reason-required',
    ]);
  });
});

describe('leaving', () => {
  it('before attending is a cancellation with a reason, which tells whether a seat becomes free', () => {
    const cancel = (state: (typeof ENROLMENT_STATES)[number]) => decideCancellation({ state, reason: 'leave' });
    expect(cancel('confirmed')).toMatchObject({ ok: true, draft: { state: 'cancelled', freesSeat: true } });
    expect(cancel('waitlisted')).toMatchObject({ ok: true, draft: { freesSeat: false } });
    expect(codes(cancel('attending'))).toEqual(['wrong-state']);
    expect(codes(decideCancellation({ state: 'endorsed', reason: '' }))).toEqual(['reason-required']);
  });
  it('while attending has one of the reasons; before it, only not appearing', () => {
    const leave = {
      state: 'attending' as const,
      offeringId: 'o',
      offering: { ...offering, state: 'in_progress' },
      today: startsOn,
      transferredTo: null,
    };
    for (const reason of INCOMPLETE_REASONS) {
      const transferredTo = reason === 'transferred' ? 'o2' : null;
      const draft = { state: 'incomplete', reason, transferredTo };
      const attending = decideIncomplete({ ...leave, reason, transferredTo });
      const early = decideIncomplete({ ...leave, state: 'confirmed', reason, transferredTo });
      if (reason === 'no_show') {
        expect(codes(attending)).toEqual(['no-show-has-attended']);
        expect(early).toEqual({ ok: true, draft });
      } else {
        expect(attending).toEqual({ ok: true, draft });
        expect(codes(early)).toEqual(['not-attending']);
      }
    }
    expect(codes(decideIncomplete({ ...leave, today: addDays(startsOn, -1), reason: 'medical' }))).toEqual([
      'not-begun',
    ]);
    const ratified = { ...offering, state: 'ratified' };
    expect(codes(decideIncomplete({ ...leave, offering: ratified, reason: 'medical' }))).toEqual(['closed']);
    expect(codes(decideIncomplete({ ...leave, reason: 'transferred' }))).toEqual(['transfer-target']);
    expect(codes(decideIncomplete({ ...leave, reason: 'transferred', transferredTo: 'o' }))).toEqual([
      'transfer-target',
    ]);
    expect(codes(decideIncomplete({ ...leave, reason: 'medical', transferredTo: 'o2' }))).toEqual(['transfer-target']);
    expect(codes(decideIncomplete({ ...leave, state: 'waitlisted', reason: 'medical' }))).toEqual(['wrong-state']);
  });
  it('in favour of a substitute hands the seat on within the unit', () => {
    const swap = {
      state: 'confirmed' as const,
      outgoing: { personId: 'old', unitId: 'u' },
      incoming: candidate,
      actorPersonId: 'boss',
      offering,
    };
    expect(decideSubstitution(swap)).toEqual({ ok: true, draft: { outgoing: 'substituted', incoming: 'confirmed' } });
    expect(decideSubstitution({ ...swap, state: 'reserved' })).toMatchObject({ draft: { incoming: 'reserved' } });
    expect(decideSubstitution({ ...swap, state: 'waitlisted' })).toMatchObject({ draft: { incoming: 'endorsed' } });
    expect(decideSubstitution({ ...swap, state: 'nominated', actorPersonId: 'p' })).toMatchObject({
      draft: { incoming: 'nominated' },
    });
    expect(codes(decideSubstitution({ ...swap, actorPersonId: 'p' }))).toEqual(['self-endorsement']);
    expect(codes(decideSubstitution({ ...swap, state: 'attending' }))).toEqual(['wrong-state']);
    expect(codes(decideSubstitution({ ...swap, offering: { ...offering, state: 'ratified' } }))).toEqual(['closed']);
    expect(codes(decideSubstitution({ ...swap, outgoing: { personId: 'p', unitId: 'u' } }))).toEqual([
      'substitute-is-same-person',
    ]);
    expect(codes(decideSubstitution({ ...swap, incoming: { ...unfit, unitId: 'v' } }))).toEqual([
      ...UNFIT,
      'substitute-of-other-unit',
    ]);
  });
});

describe('an offering', () => {
  it('is confirmed once nominations are closed and enough people hold a seat', () => {
    const confirm = (state: string, held: number) => decideConfirmation({ offering: { state }, held, seatsMin: 10 });
    expect(confirm('nominations_closed', 10)).toEqual({ ok: true, draft: { state: 'confirmed' } });
    expect(codes(confirm('published', 9))).toEqual(['nominations-not-closed', 'below-minimum']);
  });
});

describe('a free seat', () => {
  it('goes to the waiting list until the first day, and is for walk-ons from then on', () => {
    for (const state of ['published', 'nominations_closed', 'confirmed']) {
      expect(seatsArePromoted({ state, startsOn }, addDays(startsOn, -1))).toBe(true);
      expect(seatsArePromoted({ state, startsOn }, startsOn)).toBe(false);
    }
    expect(seatsArePromoted({ state: 'cancelled', startsOn }, addDays(startsOn, -1))).toBe(false);
  });
});

describe('a walk-on', () => {
  const plan: SeatPlan = { capacity: 1, quotas: [], held: new Map(), claims: [], today: startsOn };
  const base = { offering: { ...offering, state: 'in_progress' }, candidate, actorPersonId: 'trainer', plan };
  it('takes a seat that nobody holds, on the first day', () => {
    expect(decideWalkOn(base)).toEqual({ ok: true, draft: { state: 'attending', walkOn: true } });
    const waits = { id: 'x', unitId: 'v', priority: 1, nominatedAt: new Date(0), clashes: false };
    expect(decideWalkOn({ ...base, plan: { ...plan, claims: [waits] } }).ok).toBe(true);
    expect(codes(decideWalkOn({ ...base, plan: { ...plan, held: new Map([['v', 1]]) } }))).toEqual(['full']);
    expect(codes(decideWalkOn({ ...base, plan: { ...plan, today: civilDate('2026-03-11') } }))).toEqual(['closed']);
    expect(codes(decideWalkOn({ ...base, offering: { ...offering, state: 'published' } }))).toEqual(['closed']);
  });
  it('is let in by somebody else and meets the same conditions', () => {
    expect(codes(decideWalkOn({ ...base, candidate: unfit, actorPersonId: 'p' }))).toEqual([
      'self-endorsement',
      ...UNFIT,
    ]);
  });
  it('cannot have a seat beyond the quota of the unit', () => {
    const quotas = [{ unitId: 'u', seats: 0, releaseOn: civilDate('2026-03-20') }];
    const verdict = decideWalkOn({ ...base, plan: { ...plan, quotas } });
    expect(codes(verdict)).toEqual(['quota-exhausted']);
    if (!verdict.ok) expect(verdict.refusals[0].describe('en').detail).toContain('2026-03-20');
    expect(seatRefusal('full', plan, 'u').describe('zh').detail).toContain('1');
  });
});

describe('fitness for an offering', () => {
  const held = (validFrom: string, validUntil: string | null, key = 'course:c') => ({
    key,
    validFrom: civilDate(validFrom),
    validUntil: validUntil === null ? null : civilDate(validUntil),
  });
  it('is judged on the first day, inclusive at both ends', () => {
    const missing = (...holdings: ReturnType<typeof held>[]) =>
      missingPrerequisites([{ key: 'course:c' }], holdings, startsOn);
    expect(missing(held('2026-03-10', '2026-03-10'))).toEqual([]);
    expect(missing(held('2020-01-01', null))).toEqual([]);
    expect(missing()).toEqual([{ key: 'course:c', reason: 'absent', validUntil: null }]);
    expect(missing(held('2020-01-01', null, 'course:d'))).toMatchObject([{ reason: 'absent' }]);
    expect(missing(held('2026-03-11', null))).toMatchObject([{ reason: 'not-yet-valid' }]);
    expect(
      missing(held('2025-01-01', '2026-03-09'), held('2024-01-01', '2025-01-01'), held('2026-04-01', null)),
    ).toEqual([{ key: 'course:c', reason: 'expired', validUntil: '2026-03-09' }]);
    expect(missing(held('2025-01-01', '2026-03-09'), held('2025-01-01', '2026-03-10'))).toEqual([]);
  });
});

describe('refusals of enrolment', () => {
  it('have a reason and a remedy in three languages, with the same placeholders in each', () => {
    const own = [...errorCatalogue()].filter(([code]) => code.startsWith('enrolment.'));
    expect(own.length).toBe(Object.keys(enrolmentErrors).length);
    const placeholders = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
    for (const [, { title, detail, remedy }] of own)
      for (const text of [title, remedy, ...(detail ? [detail] : [])])
        for (const locale of LOCALES) {
          expect(text[locale].length).toBeGreaterThan(1);
          expect(placeholders(text[locale])).toEqual(placeholders(text.en));
        }
  });
});
