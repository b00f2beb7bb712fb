import fc from 'fast-check';
import { addDays, addMonths, type CivilDate, type Party } from '@jssu/kernel';
import { correction, d, dual, event, fact, later, leaf, lookup, rules } from './certification.fixtures.js';
import type { CertificationEvent, Decision } from './certification-event.js';
import { statusAt, statusIn } from './certification-status.js';
import { evaluateRequirement, type Requirement } from './requirement.js';
import { expiryFor, validateRules, type SchemeVersionRules } from './scheme-version.js';
import { noProgress, standingOf, standingPeriods } from './standing-period.js';
import { validateRequirement } from './validate-requirement.js';

const NOTHING = { ...standingOf(noProgress()), from: null, until: null };

const status = (events: readonly CertificationEvent[], on: string, known = later) =>
  statusAt(events, lookup, d(on), known);
describe('requirement trees', () => {
  const tree: Requirement = {
    op: 'all',
    of: [leaf('a'), { op: 'n-of', n: 2, of: [leaf('b'), leaf('c', { maxAge: { months: 1 } }), leaf('e')] }],
  };
  it('say what was used and explain what is missing, whatever the order of evidence', () => {
    const evidence = [fact('1', 'a', '2026-01-01'), fact('2', 'b', '2026-02-01'), fact('3', 'c', '2026-01-31')];
    const met = evaluateRequirement(tree, evidence, d('2026-02-28'));
    expect(met).toMatchObject({
      satisfied: true,
      usedEvidenceIds: ['1', '2', '3'],
      completedOn: '2026-02-01',
      missing: [],
    });
    const unmet = evaluateRequirement(tree, [...evidence].reverse(), d('2026-03-01'));
    expect(unmet.satisfied).toBe(false);
    expect(unmet.missing.map(({ key, reason, choice }) => [key, reason, choice?.stillNeeded])).toEqual([
      ['c', 'too-old', 1],
      ['e', 'absent', 1],
    ]);
  });
  it('accept waivers until their last day and only where the leaf allows them', () => {
    const waiver = fact('w', 'a', '2020-01-01', { kind: 'waiver', validUntil: d('2026-05-31') });
    const aged = leaf('a', { maxAge: { days: 1 } });
    expect(evaluateRequirement(aged, [waiver], d('2026-05-31'))).toMatchObject({ satisfied: true, completedOn: null });
    expect(evaluateRequirement(aged, [waiver], d('2026-06-01')).missing[0].reason).toBe('expired');
    expect(evaluateRequirement({ ...aged, waivable: false }, [waiver], d('2026-05-31')).missing[0].reason).toBe(
      'absent',
    );
  });
  it('are checked with every problem named, and no JSON makes the check throw', () => {
    expect(validateRequirement(tree).ok).toBe(true);
    expect(
      validateRequirement({
        op: 'n-of',
        n: 3,
        of: [leaf('a'), { ...leaf('a'), kind: 'rumour', maxAge: { weeks: 1 } }],
      }),
    ).toEqual({
      ok: false,
      problems: [
        { path: '$.n', code: 'n-out-of-range' },
        { path: '$.of[1].key', code: 'duplicate-key' },
        { path: '$.of[1].kind', code: 'unknown-evidence-kind' },
        { path: '$.of[1].maxAge', code: 'bad-period' },
      ],
    });
    fc.assert(fc.property(fc.jsonValue(), (json) => typeof validateRules(json).ok === 'boolean'));
    expect(validateRules(JSON.parse(JSON.stringify(dual)))).toEqual({ ok: true, rules: dual });
  });
});

describe('expiry', () => {
  it.each([
    ['2027-01-31', { months: 1 }, '2027-02-28'],
    ['2028-01-31', { months: 1 }, '2028-02-29'],
    ['2028-02-29', { years: 1 }, '2029-02-28'],
    ['2026-08-31', { months: 6 }, '2027-02-28'],
  ])('%s plus %j is %s', (from, validity, to) => {
    expect(expiryFor({ ...rules, validity, anchor: { kind: 'completion' } }, { grantedOn: d(from) })).toBe(to);
  });
  it('keeps the old cycle only when renewed inside the window', () => {
    const renew = (on: string) => expiryFor(rules, { grantedOn: d(on), previousExpiry: d('2026-12-31') });
    expect([renew('2026-09-30'), renew('2026-12-31'), renew('2026-09-29'), renew('2027-01-01')]).toEqual([
      '2027-12-31',
      '2027-12-31',
      '2027-09-29',
      '2028-01-01',
    ]);
  });
  it('falls on the fixed day, never with less than the minimum active period', () => {
    const fixed: SchemeVersionRules = {
      ...rules,
      anchor: { kind: 'fixed-date', month: 2, day: 29, minimumActive: { months: 6 } },
    };
    expect(expiryFor(fixed, { grantedOn: d('2026-03-01') })).toBe('2027-02-28');
    expect(expiryFor(fixed, { grantedOn: d('2026-10-01') })).toBe('2028-02-29');
    expect(expiryFor(fixed, { grantedOn: d('2027-01-15'), previousExpiry: d('2027-02-28') })).toBe(
      '2028-02-29' as CivilDate,
    );
    expect(expiryFor({ ...fixed, validity: null }, { grantedOn: d('2026-10-01') })).toBeNull();
  });
});

describe('status', () => {
  const grant = event({ type: 'granted', on: '2026-01-10' });
  it.each([
    ['2026-01-09', 'none'],
    ['2026-01-10', 'current'],
    ['2026-10-09', 'current'],
    ['2026-10-10', 'renewal_due'],
    ['2027-01-10', 'renewal_due'],
    ['2027-01-11', 'in_grace'],
    ['2027-02-09', 'in_grace'],
    ['2027-02-10', 'lapsed'],
  ])('on %s is %s', (on, expected) => expect(status([grant], on).status).toBe(expected));

  it('follows the precedence; a suspension does not stop the clock', () => {
    const events = [
      grant,
      event({ type: 'suspended', on: '2026-05-01' }),
      event({ type: 'reinstated', on: '2027-01-20' }),
    ];
    expect(['2026-05-01', '2027-01-15', '2027-01-20', '2027-03-01'].map((on) => status(events, on).status)).toEqual([
      'suspended',
      'suspended',
      'in_grace',
      'lapsed',
    ]);
    const revoked = [...events, event({ type: 'revoked', on: '2026-06-01' })];
    expect(status(revoked, '2028-01-01')).toMatchObject({ status: 'revoked', expiresOn: null });
  });
  it('waits for both parties, and answers what was known then', () => {
    const first = event({ type: 'granted', on: '2026-01-10', schemeVersionId: 'dual' });
    const signedAt = new Date('2026-03-01T00:00:00Z');
    const both = { ...first, signatures: [...first.signatures, { party: 'cn' as Party, personId: 'li', signedAt }] };
    expect(status([first], '2026-04-01').status).toBe('pending_decision');
    expect(status([both], '2026-04-01').status).toBe('current');
    expect(status([both], '2026-04-01', new Date('2026-02-28T00:00:00Z')).status).toBe('pending_decision');
    expect(status([both], '2026-04-01', new Date('2025-01-01T00:00:00Z')).status).toBe('none');
    expect(status([first, correction(first.id, null)], '2026-04-01').status).toBe('none');
  });
  it('takes a correction of a correction at its last word', () => {
    const moved = { type: 'granted', effectiveOn: d('2025-01-10'), schemeVersionId: 'v1', evidenceIds: [] } as const;
    const one = correction(grant.id, moved);
    const two = correction(one.id, { ...moved, effectiveOn: d('2026-01-10') });
    expect(status([grant, one], '2026-05-01').status).toBe('lapsed');
    expect(status([two, grant, one], '2026-05-01')).toMatchObject({ status: 'current', expiresOn: '2027-01-10' });
    expect(status([two, grant, one], '2026-05-01', one.recordedAt).status).toBe('lapsed');
    expect(status([grant, one, correction(one.id, null)], '2026-05-01').status).toBe('none');
  });
  it('knows trainee and unknown', () => {
    const training = [{ from: d('2026-01-01'), until: null, recordedAt: new Date(0) }];
    expect(statusAt([], lookup, d('2026-02-01'), later, { training }).status).toBe('trainee');
    expect(statusAt([], lookup, d('2026-02-01'), later, { historyComplete: false }).status).toBe('unknown');
    expect(status([event({ type: 'granted', on: '2026-01-10', schemeVersionId: 'lost' })], '2026-02-01').status).toBe(
      'unknown',
    );
  });

  const anyHistory = fc
    .array(
      fc.record({
        type: fc.constantFrom('granted', 'renewed', 'extended', 'suspended', 'reinstated', 'revoked', 'surrendered'),
        offset: fc.integer({ min: 0, max: 900 }),
        corrects: fc.option(fc.nat(20)),
      }),
      { maxLength: 12 },
    )
    .map((list) => {
      const events = list.map(({ type, offset }) => {
        const on = addDays(d('2026-01-01'), offset);
        return event({ type: type as Decision['type'], on, until: addMonths(on, 14) });
      });
      const corrections: CertificationEvent[] = [];
      list.forEach(({ corrects }, index) => {
        const all = [...events, ...corrections];
        if (corrects === null) return;
        const source = events[index];
        corrections.push(correction(all[corrects % all.length].id, source.type === 'corrected' ? null : source));
      });
      return [...events, ...corrections];
    });
  it('does not depend on the order in which events are read', () => {
    fc.assert(
      fc.property(
        anyHistory.chain((events) =>
          fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length })),
        ),
        fc.integer({ min: 0, max: 2000 }),
        ([events, shuffled], offset) => {
          const on = addDays(d('2026-01-01'), offset);
          expect(status(shuffled, on)).toEqual(status(events, on));
        },
      ),
    );
  });
  it('does not depend on the order of recording when the effective days differ', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }),
        fc.integer({ min: 0, max: 900 }),
        (order, offset) => {
          const make = (ranks: readonly number[]) =>
            (['granted', 'suspended', 'reinstated', 'renewed'] as const).map((type, i) =>
              event({ type, on: ['2026-01-10', '2026-03-01', '2026-04-01', '2026-11-01'][i] }, ranks[i]),
            );
          const [a, b] = [make([0, 1, 2, 3]), make(order)].map((events) =>
            status(events, addDays(d('2026-01-01'), offset)),
          );
          expect([a.status, a.expiresOn, a.graceEndsOn]).toEqual([b.status, b.expiresOn, b.graceEndsOn]);
        },
      ),
    );
  });
  it('is what the period that holds the day says: the register may rest on periods alone', () => {
    fc.assert(
      fc.property(anyHistory, fc.integer({ min: -10, max: 2000 }), (events, offset) => {
        const on = addDays(d('2026-01-01'), offset);
        const periods = standingPeriods(events, lookup, later);
        const holding = periods.filter(({ from, until }) => from <= on && (until === null || on <= until));
        expect(holding).toHaveLength(periods.length > 0 && periods[0].from <= on ? 1 : 0);
        const { explanation: _why, ...expected } = status(events, on);
        const { kind: _kind, from: _from, until: _until, ...figures } = holding[0] ?? NOTHING;
        expect({ ...statusIn(holding[0], on), ...figures }).toEqual(expected);
      }),
    );
  });
  it('changes only at event days and rule days', () => {
    fc.assert(
      fc.property(anyHistory, fc.integer({ min: 0, max: 1800 }), (events, offset) => {
        const today = addDays(d('2026-01-01'), offset);
        const tomorrow = addDays(today, 1);
        const [before, after] = [status(events, today), status(events, tomorrow)];
        if (before.status === after.status) return;
        const days = events.map((e) => (e.type === 'corrected' ? e.replacement?.effectiveOn : e.effectiveOn));
        const ruleDays = [
          before.renewalOpensOn,
          ...[before.expiresOn, before.graceEndsOn].map((day) => day && addDays(day, 1)),
        ];
        expect([...days, ...ruleDays]).toContain(tomorrow);
      }),
    );
  });
});
