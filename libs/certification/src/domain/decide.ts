import type { AppError, CivilDate, Party, Verdict } from '@jssu/kernel';
import { certificateErrors } from './certificate-errors.js';
import {
  isCorrection,
  isGrant,
  type CertificationEvent,
  type Decision,
  type EventDraft,
} from './certification-event.js';
import { statusAt, type CertificationStatus } from './certification-status.js';
import { decisionsInPlace, missingSignatures } from './decisions-in-place.js';
import { certificationErrors as refuse } from './errors.js';
import { evaluateRequirement, type EvidenceFact } from './requirement.js';
import { expiryFor, type RulesLookup, type SchemeVersionRules } from './scheme-version.js';

interface DecisionContext {
  readonly person: { readonly id: string };
  /** Null when the scheme's own rule decides, without a person. */
  readonly actorPersonId: string | null;
  readonly actorParty: Party | null;
  readonly schemeVersionId: string;
  readonly rules: SchemeVersionRules;
  readonly rulesOf: RulesLookup;
  readonly events: readonly CertificationEvent[];
  readonly on: CivilDate;
  readonly now: Date;
}

interface WithEvidence {
  /** What is on record for the person and still counts. */
  readonly evidence: readonly EvidenceFact[];
}

/**
 * Grants, or renews inside the window and in grace; after a lapse it is a new grant by the full requirement.
 * Every reason to refuse is reported, not just the first.
 */
export function decideGrant(input: DecisionContext & WithEvidence): Verdict<EventDraft> {
  const { rules, events, on, now, rulesOf, evidence, schemeVersionId } = input;
  const refusals = whoMayDecide(input);
  const before = statusAt(events, rulesOf, on, now);
  const pending = events.find((event) => event.id === before.pendingEventId);
  if (pending) {
    const parties = missingSignatures(pending, rulesOf, now);
    refusals.push(
      refuse['second-signature-pending'](
        { parties: parties.join(', ') },
        { eventId: pending.id, missingParties: parties },
      ),
    );
  }
  if (before.standing === 'current')
    refusals.push(
      refuse['renewal-not-open']({}, { renewalOpensOn: before.renewalOpensOn, expiresOn: before.expiresOn }),
    );
  if (before.standing === 'suspended') refusals.push(refuse.suspended());
  if (before.standing === 'revoked' && (before.barredUntil === null || on <= before.barredUntil))
    refusals.push(refuse.revoked({}, { barredUntil: before.barredUntil }));

  const renewing = before.standing === 'renewal_due' || before.standing === 'in_grace';
  const tree = renewing ? (rules.renewalRequirement ?? rules.requirement) : rules.requirement;
  const result = evaluateRequirement(tree, evidence, on);
  if (!result.satisfied)
    refusals.push(refuse['requirements-missing']({ count: result.missing.length }, { missing: result.missing }));
  const completedOn = result.completedOn ?? on;
  if (result.satisfied) {
    const usedBefore = evidenceUsed(input);
    // Otherwise the first course would renew itself for ever.
    if (renewing && result.usedEvidenceIds.every((id) => usedBefore.has(id)))
      refusals.push(refuse['evidence-already-used']());
    const previousExpiry = renewing ? before.expiresOn : null;
    const expiresOn = expiryFor(rules, { grantedOn: completedOn, previousExpiry });
    if (expiresOn !== null && expiresOn < on) refusals.push(refuse['would-be-expired']({ expiresOn }));
  }
  if (refusals.length > 0) return { ok: false, refusals };
  return {
    ok: true,
    draft: {
      type: renewing ? 'renewed' : 'granted',
      effectiveOn: on,
      completedOn,
      schemeVersionId,
      evidenceIds: result.usedEvidenceIds,
      signatures: signaturesOf(input),
    },
  };
}

export type Change =
  | { readonly type: 'suspended' | 'reinstated' | 'surrendered' }
  | { readonly type: 'revoked'; readonly barredUntil?: CivilDate | null }
  | { readonly type: 'extended'; readonly until: CivilDate }
  | { readonly type: 'corrected'; readonly supersedes: string; readonly replacement: Decision | null };

const VALID: readonly CertificationStatus[] = ['current', 'renewal_due', 'in_grace'];

/** From which standing each decision may be taken. */
export const LEGAL_FROM: Readonly<Record<Exclude<Change['type'], 'corrected'>, readonly CertificationStatus[]>> = {
  suspended: VALID,
  reinstated: ['suspended'],
  extended: VALID,
  revoked: [...VALID, 'suspended', 'lapsed'],
  surrendered: [...VALID, 'suspended', 'lapsed'],
};

/** Every decision but a grant or renewal; effective on `on`. A reason is required. */
export function decideChange(
  input: DecisionContext & WithEvidence & { readonly change: Change; readonly reason: string },
): Verdict<EventDraft> {
  const { change, events, rulesOf, on, now, schemeVersionId, reason } = input;
  const refusals = whoMayDecide(input);
  if (reason.trim() === '') refusals.push(refuse['reason-required']());
  if (change.type === 'corrected') {
    const { decisions } = decisionsInPlace(events, rulesOf, now);
    if (!decisions.some(({ sourceId }) => sourceId === change.supersedes)) refusals.push(refuse['correction-target']());
    refusals.push(...replacementFaults(change.replacement, input));
  } else {
    const { standing, expiresOn } = statusAt(events, rulesOf, on, now);
    const from = LEGAL_FROM[change.type];
    if (!from.includes(standing))
      refusals.push(refuse['illegal-transition']({ status: standing, decision: change.type, from: from.join(', ') }));
    else if (change.type === 'extended' && (expiresOn === null || change.until <= expiresOn))
      refusals.push(refuse['extension-too-short']({ expiresOn }, { expiresOn }));
  }
  if (refusals.length > 0) return { ok: false, refusals };
  const common = { schemeVersionId, reason, signatures: signaturesOf(input) };
  return {
    ok: true,
    draft: change.type === 'corrected' ? { ...change, ...common } : { ...change, effectiveOn: on, ...common },
  };
}

/** What stands in the way of putting the decision in the place of another. Its type is free: a wrong one may be what is corrected. */
function replacementFaults(
  replacement: Decision | null,
  { on, evidence }: Pick<DecisionContext, 'on'> & WithEvidence,
): AppError[] {
  if (!replacement) return [];
  const { effectiveOn } = replacement;
  const faults: AppError[] = [];
  const ordered = isGrant(replacement)
    ? (replacement.completedOn ?? effectiveOn) <= effectiveOn
    : replacement.type !== 'extended' || replacement.until > effectiveOn;
  if (!ordered || effectiveOn > on) faults.push(refuse['correction-dates']());
  if (isGrant(replacement)) {
    const onRecord = new Set(evidence.map(({ id }) => id));
    const { evidenceIds } = replacement;
    if (evidenceIds.length === 0 || !evidenceIds.every((id) => onRecord.has(id)))
      faults.push(refuse['correction-evidence']());
  }
  return faults;
}

/** The second (or only missing) signature under a decision that waits for it. */
export function decideSignature(
  input: DecisionContext & WithEvidence & { readonly event: CertificationEvent },
): Verdict<{ eventId: string; party: Party; personId: string }> {
  const { event, actorParty, actorPersonId } = input;
  const refusals = whoMayDecide(input);
  if (event.signatures.some(({ party, personId }) => party === actorParty || personId === actorPersonId))
    refusals.push(refuse['already-signed']());
  const { decisions, fates } = decisionsInPlace(input.events, input.rulesOf, input.now);
  const waits = fates.get(event.id) === 'pending' || decisions.some((d) => d.sourceId === event.id && !d.inForce);
  if (!waits) refusals.push(refuse['not-pending']());
  const onRecord = new Set(input.evidence.map(({ id }) => id));
  const decision = isCorrection(event) ? event.replacement : event;
  // What one authority signed on a result that was corrected since, the other does not complete unawares.
  if (waits && decision && isGrant(decision) && !decision.evidenceIds.every((id) => onRecord.has(id)))
    refusals.push(certificateErrors['evidence-withdrawn']());
  if (actorParty === null || actorPersonId === null) return { ok: false, refusals: [...refusals, wrongParty(input)] };
  if (refusals.length > 0) return { ok: false, refusals };
  return { ok: true, draft: { eventId: event.id, party: actorParty, personId: actorPersonId } };
}

function whoMayDecide(input: DecisionContext): AppError[] {
  const refusals: AppError[] = [];
  if (input.actorPersonId === input.person.id) refusals.push(refuse['actor-is-subject']());
  if (input.actorParty !== null && !input.rules.authorities.includes(input.actorParty))
    refusals.push(wrongParty(input));
  // Only the rule of the scheme decides without a party; a person always signs for one.
  if (input.actorParty === null && input.actorPersonId !== null) refusals.push(wrongParty(input));
  return refusals;
}

function wrongParty({ rules }: DecisionContext): AppError {
  return refuse['wrong-party']({ parties: rules.authorities.join(', ') }, { authorities: rules.authorities });
}

function signaturesOf({ actorParty, actorPersonId, rules }: DecisionContext): EventDraft['signatures'] {
  if (actorParty !== null) return [{ party: actorParty, personId: actorPersonId }];
  // The rule signs for a single authority; where two are needed, both people must sign.
  return rules.authorities.length === 1 ? [{ party: rules.authorities[0], personId: null }] : [];
}

function evidenceUsed({ events, rulesOf, now }: DecisionContext): ReadonlySet<string> {
  const { decisions } = decisionsInPlace(events, rulesOf, now);
  return new Set(decisions.flatMap(({ decision }) => ('evidenceIds' in decision ? decision.evidenceIds : [])));
}

/** Whether the event is in force at `now`: every signature it needs is there and no correction has replaced it. */
export function isInForce(
  event: CertificationEvent,
  input: Pick<DecisionContext, 'events' | 'rulesOf' | 'now'>,
): boolean {
  const { decisions } = decisionsInPlace(input.events, input.rulesOf, input.now);
  if (isCorrection(event) && event.replacement === null)
    return missingSignatures(event, input.rulesOf, input.now).length === 0;
  return decisions.some(({ sourceId, inForce }) => sourceId === event.id && inForce);
}
