import type { AppError, CivilDate } from '@jssu/kernel';
import { certificateErrors as refuse } from './certificate-errors.js';
import { isGrant, type CertificationEvent, type GrantDecision } from './certification-event.js';
import { statusAt } from './certification-status.js';
import { decisionsInPlace } from './decisions-in-place.js';
import type { RulesLookup } from './scheme-version.js';

export type CertificateDue =
  | { readonly kind: 'due'; readonly decision: GrantDecision; readonly expiresOn: CivilDate | null }
  /** It waits for a signature. */
  | { readonly kind: 'pending' }
  | { readonly kind: 'refused'; readonly refusal: AppError };

interface History {
  readonly events: readonly CertificationEvent[];
  readonly rulesOf: RulesLookup;
  readonly on: CivilDate;
  readonly now: Date;
}

/**
 * Whether a certificate is to be issued for the decision that the event states: it is in force, uncorrected, the last
 * grant or renewal, and the certification has not ended since. A suspended one is issued: verifying it says so.
 */
export function certificateDue({ events, rulesOf, on, now }: History, eventId: string): CertificateDue {
  const { decisions, fates } = decisionsInPlace(events, rulesOf, now);
  const placed = decisions.find(({ sourceId }) => sourceId === eventId);
  if (fates.get(eventId) === 'pending' || (placed && !placed.inForce)) return { kind: 'pending' };
  if (!placed || !isGrant(placed.decision)) return { kind: 'refused', refusal: refuse['decision-withdrawn']() };
  const last = decisions.filter(({ decision, inForce }) => inForce && isGrant(decision)).at(-1);
  if (last && last !== placed) return { kind: 'refused', refusal: refuse['newer-decision']() };
  const { standing, expiresOn } = statusAt(events, rulesOf, on, now);
  if (standing === 'revoked' || standing === 'surrendered')
    return { kind: 'refused', refusal: refuse['certification-ended']({ status: standing }) };
  return { kind: 'due', decision: placed.decision, expiresOn };
}

/** What somebody who holds the paper in his hand must know of it. */
export const CERTIFICATE_STATES = [
  'valid',
  'in_grace',
  'expired',
  'suspended',
  'revoked',
  'surrendered',
  'withdrawn',
] as const;
export type CertificateState = (typeof CERTIFICATE_STATES)[number];

export interface CertificateStanding {
  readonly state: CertificateState;
  /** The last day on which the certification holds, as known now; null: no end, or it ended by decision. */
  readonly validUntil: CivilDate | null;
  readonly graceUntil: CivilDate | null;
}

/**
 * The state of the certification behind a certificate. `withdrawn`: the decision that the paper states was corrected
 * or taken back, whatever else the person holds.
 */
export function certificateStanding({ events, rulesOf, on, now }: History, eventId: string): CertificateStanding {
  const { decisions } = decisionsInPlace(events, rulesOf, now);
  const stands = decisions.some(({ sourceId, inForce }) => sourceId === eventId && inForce);
  const { standing, expiresOn, graceEndsOn } = statusAt(events, rulesOf, on, now);
  const state = stands ? STATE_OF[standing] : undefined;
  return { state: state ?? 'withdrawn', validUntil: expiresOn, graceUntil: graceEndsOn };
}

const STATE_OF: Readonly<Record<string, CertificateState>> = {
  current: 'valid',
  renewal_due: 'valid',
  in_grace: 'in_grace',
  lapsed: 'expired',
  suspended: 'suspended',
  revoked: 'revoked',
  surrendered: 'surrendered',
};
