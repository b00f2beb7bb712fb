import { civilDate, type Party } from '@jssu/kernel';
import type { CertificationEvent, Decision } from './certification-event.js';
import type { EvidenceFact } from './requirement.js';
import type { SchemeVersionRules } from './scheme-version.js';

export const d = civilDate;
export const leaf = (key: string, more: object = {}) =>
  ({ op: 'evidence', key, kind: 'course-result', subject: key, ...more }) as const;
export const fact = (id: string, subject: string, on: string, more: Partial<EvidenceFact> = {}): EvidenceFact => ({
  id,
  kind: 'course-result',
  subject,
  achievedOn: d(on),
  validUntil: null,
  ...more,
});
export const rules: SchemeVersionRules = {
  requirement: leaf('c1', { maxAge: { years: 2 } }),
  validity: { years: 1 },
  renewalWindow: { months: 3 },
  grace: { days: 30 },
  anchor: { kind: 'old-expiry' },
  authorities: ['pk'],
};
export const dual: SchemeVersionRules = { ...rules, authorities: ['pk', 'cn'] };
export const lookup = (id: string) => ({ v1: rules, dual })[id];
export const later = new Date('2100-01-01T00:00:00Z');
let sequence = 0;
export function event(
  decision: { type: Decision['type']; on: string; [more: string]: unknown },
  at = sequence,
): CertificationEvent {
  sequence += 1;
  const recordedAt = new Date(Date.UTC(2026, 0, 1) + at * 1000);
  const { on, ...rest } = decision;
  return {
    id: `e${String(sequence).padStart(5, '0')}`,
    recordedAt,
    signatures: [{ party: 'pk', personId: 'boss', signedAt: recordedAt }],
    schemeVersionId: 'v1',
    evidenceIds: ['x1'],
    ...rest,
    effectiveOn: d(on),
  } as CertificationEvent;
}
export function correction(supersedes: string, replacement: Decision | null): CertificationEvent {
  sequence += 1;
  const recordedAt = new Date(Date.UTC(2026, 0, 1) + sequence * 1000);
  const signatures = [{ party: 'pk' as Party, personId: 'boss', signedAt: recordedAt }];
  return {
    id: `e${String(sequence).padStart(5, '0')}`,
    type: 'corrected',
    supersedes,
    replacement,
    recordedAt,
    signatures,
    schemeVersionId: 'v1',
  };
}
