import fc from 'fast-check';
import { addDays, civilDate, type CivilDate } from '@jssu/kernel';
import {
  allocateSeats,
  compareMerit,
  isWithheld,
  seatObstacle,
  type SeatClaim,
  type SeatPlan,
} from './allocate-seats.js';
import { ENROLMENT_STATES, holdsSeat, wantsSeat, type EnrolmentState } from './enrolment-state.js';
import { quotaProblems, quotaUnitOf } from './quota.js';

const today = civilDate('2026-03-10');
const claim = (
  id: string,
  unitId: string,
  priority = 3,
  state: EnrolmentState = 'endorsed',
  minute = 0,
): SeatClaim => ({
  id,
  unitId,
  priority,
  nominatedAt: new Date(Date.UTC(2026, 1, 1, 8, minute)),
  state,
});
const plan = (capacity: number, claims: readonly SeatClaim[], quotas: SeatPlan['quotas'] = []): SeatPlan => ({
  capacity,
  quotas,
  claims,
  today,
});
const quota = (unitId: string, seats: number, releaseOn: CivilDate | null) => ({ unitId, seats, releaseOn });
const later = addDays(today, 1);

describe('seats', () => {
  it('go by priority, then the earlier nomination, then the id; the rest wait in that order', () => {
    const claims = [
      claim('d', 'u', 3, 'endorsed', 5),
      claim('b', 'u', 3),
      claim('a', 'u', 3),
      claim('c', 'v', 1, 'endorsed', 9),
    ];
    expect(allocateSeats(plan(2, claims))).toEqual({
      reserve: ['c', 'a'],
      waitlist: [
        { id: 'b', rank: 1, reason: 'full' },
        { id: 'd', rank: 2, reason: 'full' },
      ],
    });
  });
  it('that are held are never displaced, not even by the highest priority or a lowered capacity', () => {
    const claims = [claim('held', 'u', 9, 'confirmed'), claim('held2', 'u', 9, 'reserved'), claim('new', 'v', 1)];
    expect(allocateSeats(plan(1, claims))).toEqual({ reserve: [], waitlist: [{ id: 'new', rank: 1, reason: 'full' }] });
  });
  it('are withheld for a unit until the day of release, and capped for it', () => {
    const claims = [claim('u1', 'u'), claim('u2', 'u'), claim('u3', 'u'), claim('v1', 'v'), claim('v2', 'v')];
    const before = plan(4, claims, [quota('u', 2, later), quota('w', 1, later)]);
    expect(allocateSeats(before)).toEqual({
      reserve: ['u1', 'u2', 'v1'],
      waitlist: [
        { id: 'u3', rank: 1, reason: 'quota-exhausted' },
        { id: 'v2', rank: 2, reason: 'full' },
      ],
    });
    expect(allocateSeats({ ...before, today: later }).reserve).toEqual(['u1', 'u2', 'u3', 'v1']);
  });
  it('of one unit are released while another unit keeps its own', () => {
    const claims = [claim('u1', 'u'), claim('u2', 'u'), claim('v1', 'v')];
    const quotas = [quota('u', 1, today), quota('w', 1, later)];
    expect(allocateSeats(plan(3, claims, quotas)).reserve).toEqual(['u1', 'u2']);
  });
  it('stay with nobody when more was promised than there is', () => {
    const claims = [claim('u1', 'u'), claim('u2', 'u'), claim('v1', 'v'), claim('w1', 'w', 1)];
    const promised = [quota('u', 2, later), quota('v', 2, later)];
    expect(allocateSeats(plan(2, claims, promised))).toMatchObject({ reserve: ['u1', 'u2'] });
  });
  it('of a quota lowered below what is held come from the open pool', () => {
    const claims = [
      claim('h1', 'u', 3, 'reserved'),
      claim('h2', 'u', 3, 'reserved'),
      claim('u3', 'u'),
      claim('v1', 'v'),
      claim('v2', 'v'),
    ];
    expect(allocateSeats(plan(3, claims, [quota('u', 1, later)]))).toEqual({
      reserve: ['v1'],
      waitlist: [
        { id: 'u3', rank: 1, reason: 'quota-exhausted' },
        { id: 'v2', rank: 2, reason: 'full' },
      ],
    });
  });
  it('are not allotted twice to one unit', () => {
    expect(() => allocateSeats(plan(3, [], [quota('u', 1, later), quota('u', 1, today)]))).toThrow(RangeError);
  });
  it('free for a newcomer are those that nobody holds or has set aside', () => {
    const taken = [
      claim('h', 'v', 3, 'attending'),
      claim('gone', 'v', 3, 'incomplete'),
      claim('waits', 'v', 1, 'waitlisted'),
    ];
    expect(seatObstacle(plan(2, taken), 'v')).toBeUndefined();
    expect(seatObstacle(plan(1, taken), 'v')).toBe('full');
    expect(seatObstacle(plan(2, taken, [quota('u', 1, later)]), 'v')).toBe('full');
    expect(seatObstacle(plan(2, taken, [quota('u', 1, later)]), 'u')).toBeUndefined();
    expect(seatObstacle(plan(9, taken, [quota('v', 1, later)]), 'v')).toBe('quota-exhausted');
  });
});

describe('seats, for any plan', () => {
  const unit = fc.constantFrom('u1', 'u2', 'u3', 'u4');
  const anyClaim = fc.record({
    unitId: unit,
    priority: fc.integer({ min: 1, max: 4 }),
    minute: fc.integer({ min: 0, max: 5 }),
    // Most compete, so that there is something to decide.
    state: fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom<EnrolmentState>('endorsed', 'waitlisted') },
      { weight: 2, arbitrary: fc.constantFrom<EnrolmentState>(...ENROLMENT_STATES) },
    ),
  });
  const anyPlan: fc.Arbitrary<SeatPlan> = fc.record({
    capacity: fc.integer({ min: 0, max: 14 }),
    quotas: fc.uniqueArray(
      fc.record({
        unitId: unit,
        seats: fc.integer({ min: 0, max: 6 }),
        releaseOn: fc.option(fc.integer({ min: -2, max: 2 }).map((days) => addDays(today, days))),
      }),
      { selector: ({ unitId }) => unitId },
    ),
    claims: fc
      .array(anyClaim, { maxLength: 24 })
      .map((claims) => claims.map((c, i) => claim(`c${(i * 7) % 31}`, c.unitId, c.priority, c.state, c.minute))),
    today: fc.constant(today),
  });
  const apply = (before: SeatPlan): SeatPlan => {
    const { reserve, waitlist } = allocateSeats(before);
    const waits = new Set(waitlist.map(({ id }) => id));
    return {
      ...before,
      claims: before.claims.map((c) =>
        reserve.includes(c.id) ? { ...c, state: 'reserved' } : waits.has(c.id) ? { ...c, state: 'waitlisted' } : c,
      ),
    };
  };
  const held = (p: SeatPlan, unitId?: string) =>
    p.claims.filter((c) => holdsSeat(c.state) && (unitId === undefined || c.unitId === unitId)).length;
  const liveQuota = (p: SeatPlan, unitId: string) =>
    p.quotas.find((q) => q.unitId === unitId && isWithheld(q, p.today));
  const check = (property: (p: SeatPlan) => void) => fc.assert(fc.property(anyPlan, property), { numRuns: 2000 });

  it('never exceed capacity or a quota, unless that was so before', () => {
    check((before) => {
      const after = apply(before);
      expect(held(after)).toBeLessThanOrEqual(Math.max(before.capacity, held(before)));
      for (const { unitId } of before.quotas) {
        const live = liveQuota(before, unitId);
        if (live) expect(held(after, unitId)).toBeLessThanOrEqual(Math.max(live.seats, held(before, unitId)));
      }
    });
  });
  it('withheld for a unit are still there for it afterwards', () => {
    check((before) => {
      const promised = (p: SeatPlan) =>
        p.quotas.reduce((sum, q) => sum + (isWithheld(q, today) ? Math.max(0, q.seats - held(p, q.unitId)) : 0), 0);
      const kept = before.capacity - held(before) >= promised(before);
      const after = apply(before);
      if (kept) expect(after.capacity - held(after)).toBeGreaterThanOrEqual(promised(after));
    });
  });
  it('go by merit among all who compete for the same seats', () => {
    check((before) => {
      const { reserve } = allocateSeats(before);
      const pool = (c: SeatClaim) => (liveQuota(before, c.unitId) ? c.unitId : 'open');
      const competing = before.claims.filter((c) => wantsSeat(c.state));
      for (const winner of competing.filter((c) => reserve.includes(c.id)))
        for (const loser of competing.filter((c) => !reserve.includes(c.id) && pool(c) === pool(winner)))
          expect(compareMerit(winner, loser)).toBeLessThan(0);
    });
  });
  it('are all given away: nobody waits for a seat that he could have', () => {
    check((before) => {
      const after = apply(before);
      for (const c of after.claims.filter(({ state }) => state === 'waitlisted'))
        expect(seatObstacle(after, c.unitId)).toBeDefined();
    });
  });
  it('are decided once: everyone who competes is in one list, ranks count 1, 2, 3… by merit', () => {
    check((before) => {
      const { reserve, waitlist } = allocateSeats(before);
      const competing = before.claims.filter((c) => wantsSeat(c.state)).sort(compareMerit);
      expect([...reserve, ...waitlist.map(({ id }) => id)].sort()).toEqual(competing.map(({ id }) => id).sort());
      expect(waitlist.map(({ rank }) => rank)).toEqual(waitlist.map((_, index) => index + 1));
      const waits = new Set(waitlist.map(({ id }) => id));
      expect(waitlist.map(({ id }) => id)).toEqual(competing.map(({ id }) => id).filter((id) => waits.has(id)));
    });
  });
  it('do not change when the function runs again on its own result', () => {
    check((before) => {
      const first = allocateSeats(before);
      expect(allocateSeats(apply(before))).toEqual({ reserve: [], waitlist: first.waitlist });
    });
  });
  it('do not depend on the order in which claims and quotas are read', () => {
    check((before) => {
      const reversed = { ...before, claims: [...before.claims].reverse(), quotas: [...before.quotas].reverse() };
      expect(allocateSeats(reversed)).toEqual(allocateSeats(before));
    });
  });
  it('that become free go to the best who may have one, and to nobody else', () => {
    check((before) => {
      const full = apply(before);
      const leaver = full.claims.find((c) => holdsSeat(c.state));
      fc.pre(leaver !== undefined && held(full) <= full.capacity);
      const freed = {
        ...full,
        claims: full.claims.map((c) => (c === leaver ? { ...c, state: 'cancelled' as const } : c)),
      };
      expect(allocateSeats(freed).reserve.length).toBeLessThanOrEqual(1);
    });
  });
});

describe('quotas', () => {
  it('are checked as a whole, with every problem', () => {
    const offering = { capacity: 5, startsOn: later };
    expect(quotaProblems([quota('u', 2, later), quota('v', 3, today)], offering)).toEqual([]);
    expect(
      quotaProblems(
        [quota('u', 4, addDays(later, 1)), quota('u', 1.5, later), quota('v', -1, null), quota('w', 2, later)],
        offering,
      ),
    ).toEqual([
      { code: 'release-after-start', unitId: 'u' },
      { code: 'repeated-unit', unitId: 'u' },
      { code: 'seats', unitId: 'u' },
      { code: 'seats', unitId: 'v' },
      { code: 'release-after-start', unitId: 'v' },
      { code: 'more-than-capacity', unitId: null },
    ]);
  });
  it('belong to the nearest unit upward that has one', () => {
    const quotas = [quota('division', 3, today), quota('company', 1, today)];
    expect(quotaUnitOf(['platoon', 'company', 'division'], quotas)).toBe('company');
    expect(quotaUnitOf(['platoon', 'other'], quotas)).toBe('platoon');
  });
});
