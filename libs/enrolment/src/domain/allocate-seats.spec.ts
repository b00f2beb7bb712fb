import fc from 'fast-check';
import { addDays, civilDate, type CivilDate } from '@jssu/kernel';
import {
  allocateSeats,
  compareMerit,
  isWithheld,
  seatBalance,
  seatObstacle,
  type SeatClaim,
  type SeatPlan,
} from './allocate-seats.js';
import { ENROLMENT_STATES, holdsSeat, type EnrolmentState } from './enrolment-state.js';

const today = civilDate('2026-03-10');
/** An enrolment as it lies in the table: only some of them hold a seat or want one. */
type Row = SeatClaim & { state: EnrolmentState };
const claim = (
  id: string,
  unitId: string,
  priority = 3,
  state: EnrolmentState = 'endorsed',
  minute = 0,
  clashes = false,
): Row => ({ id, unitId, priority, nominatedAt: new Date(Date.UTC(2026, 1, 1, 8, minute)), clashes, state });
const wantsSeat = (state: EnrolmentState) => state === 'endorsed' || state === 'waitlisted';
const plan = (capacity: number, rows: readonly Row[], quotas: SeatPlan['quotas'] = []): SeatPlan => {
  const held = new Map<string, number>();
  for (const { unitId, state } of rows) if (holdsSeat(state)) held.set(unitId, (held.get(unitId) ?? 0) + 1);
  return { capacity, quotas, held, claims: rows.filter(({ state }) => wantsSeat(state)), today };
};
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
        { id: 'b', reason: 'full' },
        { id: 'd', reason: 'full' },
      ],
    });
  });
  it('that are held are never displaced, not even by the highest priority or a lowered capacity', () => {
    const claims = [claim('held', 'u', 9, 'confirmed'), claim('held2', 'u', 9, 'reserved'), claim('new', 'v', 1)];
    expect(allocateSeats(plan(1, claims))).toEqual({ reserve: [], waitlist: [{ id: 'new', reason: 'full' }] });
  });
  it('are withheld for a unit until the day of release, and capped for it', () => {
    const claims = [claim('u1', 'u'), claim('u2', 'u'), claim('u3', 'u'), claim('v1', 'v'), claim('v2', 'v')];
    const before = plan(4, claims, [quota('u', 2, later), quota('w', 1, later)]);
    expect(allocateSeats(before)).toEqual({
      reserve: ['u1', 'u2', 'v1'],
      waitlist: [
        { id: 'u3', reason: 'quota-exhausted' },
        { id: 'v2', reason: 'full' },
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
        { id: 'u3', reason: 'quota-exhausted' },
        { id: 'v2', reason: 'full' },
      ],
    });
  });
  it('pass by one who is booked elsewhere: he keeps his rank, the next gets the seat', () => {
    const claims = [claim('busy', 'u', 1, 'waitlisted', 0, true), claim('next', 'u', 2), claim('last', 'u', 3)];
    expect(allocateSeats(plan(1, claims))).toEqual({
      reserve: ['next'],
      waitlist: [
        { id: 'busy', reason: 'clash' },
        { id: 'last', reason: 'full' },
      ],
    });
  });
  it('are counted: held, free, and open to everybody', () => {
    const rows = [claim('h1', 'u', 3, 'reserved'), claim('h2', 'v', 3, 'attending'), claim('w', 'v')];
    const quotas = [quota('u', 3, later), quota('v', 2, today)];
    expect(seatBalance(plan(6, rows, quotas))).toEqual({ held: 2, free: 4, open: 2 });
    expect(seatBalance(plan(3, rows, quotas))).toEqual({ held: 2, free: 1, open: 0 });
    expect(seatBalance(plan(1, rows))).toEqual({ held: 2, free: 0, open: 0 });
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
  const anyRow = fc.record({
    unitId: unit,
    priority: fc.integer({ min: 1, max: 4 }),
    minute: fc.integer({ min: 0, max: 5 }),
    clashes: fc.boolean(),
    // Most compete, so that there is something to decide.
    state: fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom<EnrolmentState>('endorsed', 'waitlisted') },
      { weight: 2, arbitrary: fc.constantFrom<EnrolmentState>(...ENROLMENT_STATES) },
    ),
  });
  const anyPlan: fc.Arbitrary<SeatPlan> = fc
    .record({
      capacity: fc.integer({ min: 0, max: 14 }),
      quotas: fc.uniqueArray(
        fc.record({
          unitId: unit,
          seats: fc.integer({ min: 0, max: 6 }),
          releaseOn: fc.option(fc.integer({ min: -2, max: 2 }).map((days) => addDays(today, days))),
        }),
        { selector: ({ unitId }) => unitId },
      ),
      rows: fc
        .array(anyRow, { maxLength: 24 })
        .map((rows) =>
          rows.map((r, i) => claim(`c${(i * 7) % 31}`, r.unitId, r.priority, r.state, r.minute, r.clashes)),
        ),
    })
    .map(({ capacity, quotas, rows }) => plan(capacity, rows, quotas));
  const apply = (before: SeatPlan): SeatPlan => {
    const { reserve } = allocateSeats(before);
    const held = new Map(before.held);
    for (const { id, unitId } of before.claims) if (reserve.includes(id)) held.set(unitId, (held.get(unitId) ?? 0) + 1);
    return { ...before, held, claims: before.claims.filter(({ id }) => !reserve.includes(id)) };
  };
  const held = (p: SeatPlan, unitId?: string) =>
    [...p.held].reduce((sum, [unit, seats]) => sum + (unitId === undefined || unit === unitId ? seats : 0), 0);
  const liveQuota = (p: SeatPlan, unitId: string) =>
    p.quotas.find((q) => q.unitId === unitId && isWithheld(q, p.today));
  const check = (property: (p: SeatPlan) => void) => fc.assert(fc.property(anyPlan, property), { numRuns: 1000 });

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
  it('go by merit among all who compete for the same seats and are free to come', () => {
    check((before) => {
      const { reserve } = allocateSeats(before);
      const pool = (c: SeatClaim) => (liveQuota(before, c.unitId) ? c.unitId : 'open');
      for (const winner of before.claims.filter((c) => reserve.includes(c.id)))
        for (const loser of before.claims.filter((c) => !reserve.includes(c.id) && pool(c) === pool(winner)))
          if (!loser.clashes) expect(compareMerit(winner, loser)).toBeLessThan(0);
    });
  });
  it('are never given to one who is booked elsewhere, and he stands in nobody’s way', () => {
    check((before) => {
      const { reserve } = allocateSeats(before);
      expect(before.claims.filter((c) => c.clashes && reserve.includes(c.id))).toEqual([]);
      const without = { ...before, claims: before.claims.filter((c) => !c.clashes) };
      expect(allocateSeats(without).reserve).toEqual(reserve);
    });
  });
  it('are all given away: nobody waits for a seat that he could have', () => {
    check((before) => {
      const after = apply(before);
      for (const c of after.claims) if (!c.clashes) expect(seatObstacle(after, c.unitId)).toBeDefined();
    });
  });
  it('are decided once: everyone who competes is in one list, in the order of merit', () => {
    check((before) => {
      const { reserve, waitlist } = allocateSeats(before);
      const competing = [...before.claims].sort(compareMerit).map(({ id }) => id);
      const waits = waitlist.map(({ id }) => id);
      expect([...reserve, ...waits].sort()).toEqual([...competing].sort());
      expect(reserve).toEqual(competing.filter((id) => reserve.includes(id)));
      expect(waits).toEqual(competing.filter((id) => waits.includes(id)));
    });
  });
  it('need not be decided anew for those who wait when a newcomer comes and no seat is free', () => {
    fc.assert(
      fc.property(anyPlan, anyRow, (before, row) => {
        const full = apply(before);
        fc.pre(seatBalance(full).free === 0);
        const newcomer = claim('newcomer', row.unitId, row.priority, 'endorsed', row.minute, row.clashes);
        const alone = allocateSeats({ ...full, claims: [newcomer] });
        const together = allocateSeats({ ...full, claims: [...full.claims, newcomer] });
        expect(alone.reserve).toEqual(together.reserve);
        expect(together.waitlist.filter(({ id }) => id === 'newcomer')).toEqual(alone.waitlist);
        const others = together.waitlist.filter(({ id }) => id !== 'newcomer');
        expect(others).toEqual(allocateSeats(full).waitlist);
      }),
      { numRuns: 1000 },
    );
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
      const [leaver] = [...full.held.keys()];
      fc.pre(leaver !== undefined && held(full) <= full.capacity);
      const freed = { ...full, held: new Map([...full.held, [leaver, (full.held.get(leaver) ?? 0) - 1]]) };
      expect(allocateSeats(freed).reserve.length).toBeLessThanOrEqual(1);
    });
  });
});
