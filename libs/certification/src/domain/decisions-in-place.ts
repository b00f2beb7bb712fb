import { compareDates, type Party } from '@jssu/kernel';
import { isCorrection, type CertificationEvent, type Decision } from './certification-event.js';
import type { RulesLookup } from './scheme-version.js';

export type EventFate = 'superseded' | 'voiding' | 'pending' | 'not-yet-effective';

/** A decision in force or waiting for signatures, after corrections. */
export interface PlacedDecision {
  readonly decision: Decision;
  /** The event that states it: the original or the last correction. */
  readonly sourceId: string;
  readonly inForce: boolean;
}

/** Parties whose signature an event still needs, among those signed by `knownAt`; empty when it is in force. */
export function missingSignatures(event: CertificationEvent, rulesOf: RulesLookup, knownAt: Date): readonly Party[] {
  const authorities = rulesOf(event.schemeVersionId)?.authorities ?? [];
  const signed = new Set(event.signatures.filter(({ signedAt }) => signedAt <= knownAt).map(({ party }) => party));
  const missing = authorities.filter((party) => !signed.has(party));
  // Either authority alone can stop somebody from standing post; permanent or favourable decisions need them all.
  const oneIsEnough = event.type === 'suspended' || event.type === 'surrendered';
  return oneIsEnough && missing.length < authorities.length ? [] : missing;
}

/**
 * The decisions that count at `knownAt`, ordered by effective day, then recording, then id. A corrected decision keeps
 * its original's place among those of one day.
 */
export function decisionsInPlace(
  events: readonly CertificationEvent[],
  rulesOf: RulesLookup,
  knownAt: Date,
): { decisions: readonly PlacedDecision[]; fates: ReadonlyMap<string, EventFate> } {
  const known = events.filter((event) => event.recordedAt <= knownAt).sort(byRecording);
  const byId = new Map(known.map((event) => [event.id, event]));
  const fates = new Map<string, EventFate>();
  const latestCorrection = new Map<string, CertificationEvent>();
  for (const event of known) {
    if (!isCorrection(event)) continue;
    const target = byId.get(event.supersedes);
    // Only an earlier event can be corrected; this also keeps chains free of cycles.
    if (!target || byRecording(target, event) >= 0) continue;
    if (!correctionInForce(event, target, rulesOf, knownAt)) {
      fates.set(event.id, 'pending');
      continue;
    }
    const rival = latestCorrection.get(target.id);
    if (rival) fates.set(rival.id, 'superseded');
    latestCorrection.set(target.id, event);
  }

  const placed: (PlacedDecision & { original: CertificationEvent })[] = [];
  for (const original of known) {
    if (isCorrection(original)) continue;
    let source: CertificationEvent = original;
    for (let next = latestCorrection.get(source.id); next; next = latestCorrection.get(source.id)) {
      fates.set(source.id, 'superseded');
      source = next;
    }
    const decision = isCorrection(source) ? source.replacement : source;
    if (decision === null) {
      fates.set(source.id, 'voiding');
      continue;
    }
    const inForce = isCorrection(source) || missingSignatures(source, rulesOf, knownAt).length === 0;
    placed.push({ decision, sourceId: source.id, inForce, original });
  }
  placed.sort(
    (a, b) => compareDates(a.decision.effectiveOn, b.decision.effectiveOn) || byRecording(a.original, b.original),
  );
  return { decisions: placed, fates };
}

/** Withdrawing a decision that never came into force takes one signature; every other correction takes them all. */
function correctionInForce(
  correction: Extract<CertificationEvent, { type: 'corrected' }>,
  target: CertificationEvent,
  rulesOf: RulesLookup,
  knownAt: Date,
): boolean {
  if (missingSignatures(correction, rulesOf, knownAt).length === 0) return true;
  const signed = correction.signatures.some(({ signedAt }) => signedAt <= knownAt);
  const targetWasPending = missingSignatures(target, rulesOf, correction.recordedAt).length > 0;
  return signed && correction.replacement === null && targetWasPending;
}

function byRecording(a: CertificationEvent, b: CertificationEvent): number {
  return a.recordedAt.getTime() - b.recordedAt.getTime() || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}
