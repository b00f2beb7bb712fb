import fc from 'fast-check';
import { LOCALES } from '@jssu/kernel';
import { asksForCourse } from './asked-evidence.js';
import { certificateDue, certificateStanding } from './certificate-due.js';
import { certificateErrors } from './certificate-errors.js';
import { correction, d, event, later, leaf, lookup, rules } from './certification.fixtures.js';
import type { CertificationEvent } from './certification-event.js';
import { decideChange, decideSignature } from './decide.js';
import { failureOf, tellFailure } from './task-failure.js';

const at = (events: readonly CertificationEvent[], on = '2026-06-01') => ({
  events,
  rulesOf: lookup,
  on: d(on),
  now: later,
});
const grant = event({ type: 'granted', on: '2026-01-10' });
const moved = { type: 'granted', effectiveOn: d('2026-02-01'), schemeVersionId: 'v1', evidenceIds: ['x1'] } as const;

describe('a certificate is due', () => {
  const due = (events: readonly CertificationEvent[], eventId: string) => {
    const answer = certificateDue(at(events), eventId);
    return answer.kind === 'refused' ? answer.refusal.code.slice(14) : answer.kind;
  };

  it('for the last grant or renewal in force, with its expiry', () => {
    const renewal = event({ type: 'renewed', on: '2026-05-01' });
    expect(certificateDue(at([grant]), grant.id)).toMatchObject({ kind: 'due', expiresOn: '2027-01-10' });
    expect([due([grant, renewal], renewal.id), due([grant, renewal], grant.id)]).toEqual(['due', 'newer-decision']);
  });
  it('for what a correction put in its place, and not for what it corrected', () => {
    const corrected = correction(grant.id, moved);
    expect([due([grant, corrected], grant.id), due([grant, corrected], corrected.id)]).toEqual([
      'decision-withdrawn',
      'due',
    ]);
    expect(due([grant, correction(grant.id, null)], grant.id)).toBe('decision-withdrawn');
  });
  it('not before the last signature, not after the end, but while suspended', () => {
    const waiting = event({ type: 'granted', on: '2026-02-01', schemeVersionId: 'dual' });
    const after = (type: 'suspended' | 'revoked' | 'surrendered') => [grant, event({ type, on: '2026-03-01' })];
    expect(due([waiting], waiting.id)).toBe('pending');
    expect([after('suspended'), after('revoked'), after('surrendered')].map((events) => due(events, grant.id))).toEqual(
      ['due', 'certification-ended', 'certification-ended'],
    );
    expect(due(after('suspended'), after('suspended')[1].id)).toBe('decision-withdrawn');
  });
});

describe('the paper in somebody’s hand', () => {
  const state = (events: readonly CertificationEvent[], on: string) => certificateStanding(at(events, on), grant.id);
  it.each([
    ['2026-06-01', 'valid'],
    ['2026-12-01', 'valid'],
    ['2027-01-10', 'valid'],
    ['2027-01-11', 'in_grace'],
    ['2027-02-10', 'expired'],
  ])('is on %s %s', (on, expected) => {
    expect(state([grant], on)).toEqual({ state: expected, validUntil: '2027-01-10', graceUntil: '2027-02-09' });
  });
  it('says what was decided since', () => {
    const since = (type: 'suspended' | 'revoked' | 'surrendered') =>
      state([grant, event({ type, on: '2026-03-01' })], '2026-04-01').state;
    expect([since('suspended'), since('revoked'), since('surrendered')]).toEqual([
      'suspended',
      'revoked',
      'surrendered',
    ]);
    expect(state([grant, event({ type: 'renewed', on: '2026-11-01' })], '2027-06-01').state).toBe('valid');
    expect(state([grant, correction(grant.id, moved)], '2026-04-01').state).toBe('withdrawn');
  });
});

describe('corrections', () => {
  const base = {
    person: { id: 'p' },
    actorPersonId: 'boss',
    actorParty: 'pk' as const,
    schemeVersionId: 'v1',
    rules,
    rulesOf: lookup,
    events: [grant],
    on: d('2026-06-01'),
    now: later,
    evidence: [{ id: 'x1', kind: 'fitness' as const, subject: null, achievedOn: d('2026-01-01'), validUntil: null }],
  };
  const codes = (replacement: object) => {
    const change = { type: 'corrected', supersedes: grant.id, replacement } as never;
    const verdict = decideChange({ ...base, change, reason: 'a wrong day' });
    return verdict.ok ? [] : verdict.refusals.map(({ code }) => code.slice(14));
  };
  it('put a decision in place whose days agree and whose evidence is on record', () => {
    expect(codes(moved)).toEqual([]);
    expect(codes({ ...moved, completedOn: d('2026-02-02') })).toEqual(['correction-dates']);
    expect(codes({ ...moved, effectiveOn: d('2026-06-02') })).toEqual(['correction-dates']);
    expect(codes({ ...moved, evidenceIds: [] })).toEqual(['correction-evidence']);
    expect(codes({ ...moved, evidenceIds: ['x1', 'of somebody else'] })).toEqual(['correction-evidence']);
    const until = { type: 'extended', effectiveOn: d('2026-03-01'), schemeVersionId: 'v1' };
    expect(codes({ ...until, until: d('2026-03-01') })).toEqual(['correction-dates']);
    expect(codes({ ...until, until: d('2026-09-01') })).toEqual([]);
  });
  it('of a result stop the second signature under what rested on it', () => {
    const waiting = event({ type: 'granted', on: '2026-02-01', schemeVersionId: 'dual' });
    const input = {
      ...base,
      actorPersonId: 'li',
      actorParty: 'cn' as const,
      rules: lookup('dual')!,
      events: [waiting],
    };
    const sign = (evidence: typeof base.evidence) => decideSignature({ ...input, event: waiting, evidence });
    expect(sign(base.evidence).ok).toBe(true);
    expect(sign([])).toMatchObject({ ok: false, refusals: [{ code: 'certification.evidence-withdrawn' }] });
  });
});

describe('a scheme asks for a course', () => {
  const asks = (more: object) => asksForCourse({ ...rules, ...more }, 'GUARD-101');
  it('anywhere in the requirement or the renewal, by name or by asking for any', () => {
    const other = leaf('other');
    const named = { ...leaf('a'), subject: 'GUARD-101' };
    const { subject: _any, ...any } = leaf('a');
    const tree = { op: 'all', of: [other, { op: 'n-of', n: 1, of: [other, named] }] };
    expect(asks({ requirement: other })).toBe(false);
    expect(asks({ requirement: tree })).toBe(true);
    expect(asks({ requirement: other, renewalRequirement: tree })).toBe(true);
    expect(asks({ requirement: any })).toBe(true);
    expect(asks({ requirement: { ...named, kind: 'external-certificate' } })).toBe(false);
  });
});

describe('a failure as a task keeps it', () => {
  const refusals = [
    certificateErrors['glyph-missing']({ character: '😀' }),
    certificateErrors['newer-decision'](),
  ] as const;
  it('is told in each language, with all that stood in the way', () => {
    const failure = JSON.parse(JSON.stringify(failureOf(refusals)));
    for (const locale of LOCALES) {
      const told = tellFailure(failure, locale);
      expect(told.detail).toContain('😀');
      expect(told.also?.[0].title).toBe(refusals[1].describe(locale).title);
    }
  });
  it('is told by its code when nobody declares it any more', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom(...LOCALES), (code, locale) => {
        const told = tellFailure({ code: `gone.${code}`, params: {} }, locale);
        expect([told.title, told.remedy]).toEqual([`gone.${code}`, '']);
      }),
    );
  });
});
