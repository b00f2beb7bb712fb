import { LOCALES, type Party } from '@jssu/kernel';
import type { CertificationEvent } from './certification-event.js';
import { d, dual, event, fact, later, lookup, rules } from './certification.fixtures.js';
import { decideChange, decideGrant, decideSignature } from './decide.js';
import { certificationErrors } from './errors.js';

const codes = (verdict: { ok: boolean; refusals?: readonly { code: string }[] }) =>
  verdict.refusals?.map(({ code }) => code.slice(14)) ?? [];

describe('decisions', () => {
  const base = {
    person: { id: 'p' },
    actorPersonId: 'boss' as string | null,
    actorParty: 'pk' as Party | null,
    schemeVersionId: 'v1',
    rules,
    rulesOf: lookup,
    events: [] as CertificationEvent[],
    on: d('2026-06-01'),
    now: later,
    evidence: [fact('x1', 'c1', '2026-05-20')],
  };
  const grant = event({ type: 'granted', on: '2026-01-10' });
  it('grants from completion, and a rule signs for a single authority only', () => {
    expect(decideGrant(base)).toMatchObject({
      ok: true,
      draft: {
        type: 'granted',
        completedOn: '2026-05-20',
        evidenceIds: ['x1'],
        signatures: [{ party: 'pk', personId: 'boss' }],
      },
    });
    const rule = { ...base, actorPersonId: null, actorParty: null };
    expect(decideGrant(rule)).toMatchObject({ ok: true, draft: { signatures: [{ party: 'pk', personId: null }] } });
    expect(decideGrant({ ...rule, rules: dual, schemeVersionId: 'dual' })).toMatchObject({
      ok: true,
      draft: { signatures: [] },
    });
  });
  it('refuses with every reason at once', () => {
    const verdict = decideGrant({ ...base, actorPersonId: 'p', actorParty: 'cn', evidence: [] });
    expect(codes(verdict)).toEqual(['actor-is-subject', 'wrong-party', 'requirements-missing']);
    if (!verdict.ok) expect(verdict.refusals[2].extra['missing']).toMatchObject([{ key: 'c1', reason: 'absent' }]);
    expect(codes(decideGrant({ ...base, events: [grant] }))).toEqual(['renewal-not-open']);
    expect(codes(decideGrant({ ...base, events: [grant, event({ type: 'suspended', on: '2026-02-01' })] }))).toEqual([
      'suspended',
    ]);
    const bar = event({ type: 'revoked', on: '2026-02-01', barredUntil: d('2026-06-01') });
    expect(codes(decideGrant({ ...base, events: [grant, bar] }))).toEqual(['revoked']);
    expect(codes(decideGrant({ ...base, events: [grant, bar], on: d('2026-06-02') }))).toEqual([]);
    expect(codes(decideGrant({ ...base, evidence: [fact('x1', 'c1', '2024-12-01')] }))).toEqual(['would-be-expired']);
    const pending = event({ type: 'granted', on: '2026-05-25', schemeVersionId: 'dual' });
    expect(codes(decideGrant({ ...base, rules: dual, events: [pending] }))).toEqual(['second-signature-pending']);
  });
  it('renews inside the window with new evidence only', () => {
    const due = { ...base, events: [grant], on: d('2026-12-01') };
    expect(codes(decideGrant({ ...due, evidence: [fact('x1', 'c1', '2026-01-05')] }))).toEqual([
      'evidence-already-used',
    ]);
    expect(decideGrant({ ...due, evidence: [fact('x2', 'c1', '2026-11-20')] })).toMatchObject({
      ok: true,
      draft: { type: 'renewed' },
    });
  });
  it('takes the second signature from another party and person', () => {
    const pending = event({ type: 'granted', on: '2026-05-25', schemeVersionId: 'dual' });
    const input = { ...base, rules: dual, events: [pending], event: pending };
    expect(codes(decideSignature(input))).toEqual(['already-signed']);
    expect(codes(decideSignature({ ...input, actorParty: 'joint', actorPersonId: 'x' }))).toEqual(['wrong-party']);
    expect(
      codes(decideSignature({ ...input, actorParty: 'cn', actorPersonId: 'li', event: grant, events: [grant] })),
    ).toEqual(['not-pending']);
    expect(decideSignature({ ...input, actorParty: 'cn', actorPersonId: 'li' })).toMatchObject({
      ok: true,
      draft: { party: 'cn' },
    });
  });
  it('allows only legal transitions', () => {
    const change = (
      events: CertificationEvent[],
      type: 'suspended' | 'reinstated' | 'revoked' | 'surrendered',
      reason = 'why',
    ) => codes(decideChange({ ...base, events, change: { type }, reason }));
    const suspended = event({ type: 'suspended', on: '2026-02-01' });
    expect(change([], 'suspended')).toEqual(['illegal-transition']);
    expect(change([grant], 'suspended')).toEqual([]);
    expect(change([grant], 'suspended', ' ')).toEqual(['reason-required']);
    expect(change([grant], 'reinstated')).toEqual(['illegal-transition']);
    expect(change([grant, suspended], 'reinstated')).toEqual([]);
    expect(change([grant, suspended], 'revoked')).toEqual([]);
    const extend = (until: string) =>
      codes(decideChange({ ...base, events: [grant], change: { type: 'extended', until: d(until) }, reason: 'x' }));
    expect([extend('2027-01-10'), extend('2027-01-11')]).toEqual([['extension-too-short'], []]);
    const correct = (supersedes: string) =>
      codes(
        decideChange({
          ...base,
          events: [grant],
          change: { type: 'corrected', supersedes, replacement: null },
          reason: 'x',
        }),
      );
    expect([correct('nothing'), correct(grant.id)]).toEqual([['correction-target'], []]);
  });
  it('says every refusal in three languages with a remedy', () => {
    for (const make of Object.values(certificationErrors))
      for (const locale of LOCALES)
        for (const text of Object.values(make().describe(locale))) expect(text).not.toBe('');
  });
});
