import { compareDates, type CivilDate } from '@jssu/kernel';
import type { CertificationEvent, Decision } from './certification-event.js';
import { decisionsInPlace, type EventFate, type PlacedDecision } from './decisions-in-place.js';
import { expiryFor, graceEndsOn, renewalOpensOn, type SchemeVersionRules } from './scheme-version.js';

export const CERTIFICATION_STATUSES = [
  'revoked',
  'surrendered',
  'suspended',
  'pending_decision',
  'lapsed',
  'in_grace',
  'renewal_due',
  'current',
  'trainee',
  'none',
  'unknown',
] as const;
export type CertificationStatus = (typeof CERTIFICATION_STATUSES)[number];

export type RulesLookup = (schemeVersionId: string) => SchemeVersionRules | undefined;

/** What lies outside the events: time spent in training for the scheme, and whether the history is known at all. */
export interface StatusContext {
  readonly training?: readonly { from: CivilDate; until: CivilDate | null; recordedAt: Date }[];
  /** False when records of the person are known to be missing: no events then means unknown, not none. */
  readonly historyComplete?: boolean;
}

export interface ExplanationEntry {
  readonly eventId: string;
  readonly type: CertificationEvent['type'];
  /** `ignored`: in force but without effect in that place, such as a renewal after a revocation. */
  readonly effect: 'applied' | 'ignored' | EventFate;
}

export interface StatusResult {
  readonly status: CertificationStatus;
  /** What the status would be without decisions that wait for a signature. */
  readonly standing: CertificationStatus;
  /** Last valid day, inclusive; null when nothing is held or it never expires. */
  readonly expiresOn: CivilDate | null;
  readonly renewalOpensOn: CivilDate | null;
  /** Last day of grace, inclusive. */
  readonly graceEndsOn: CivilDate | null;
  /** The decision still waiting for a signature. */
  readonly pendingEventId: string | null;
  /** Set while revoked: last day, inclusive, of the bar; null without end. */
  readonly barredUntil: CivilDate | null;
  readonly explanation: readonly ExplanationEntry[];
}

interface Held {
  readonly rules: SchemeVersionRules | undefined;
  readonly expiresOn: CivilDate | null;
}

interface Progress {
  held: Held | null;
  ended: 'revoked' | 'surrendered' | null;
  barredUntil: CivilDate | null;
  suspended: boolean;
  pendingEventId: string | null;
}

/**
 * The status on `validAt` as far as was known at `knownAt` (both inclusive): a pure function of events, scheme
 * versions and dates (design §4, rule 4). The order of `events` does not matter. A suspension does not stop the clock.
 */
export function statusAt(
  events: readonly CertificationEvent[],
  rulesOf: RulesLookup,
  validAt: CivilDate,
  knownAt: Date,
  context: StatusContext = {},
): StatusResult {
  const { decisions, fates } = decisionsInPlace(events, rulesOf, knownAt);
  const progress: Progress = { held: null, ended: null, barredUntil: null, suspended: false, pendingEventId: null };
  const effects = new Map<string, ExplanationEntry['effect']>(fates);
  for (const placed of decisions) {
    if (placed.decision.effectiveOn > validAt) {
      effects.set(placed.sourceId, 'not-yet-effective');
    } else if (!placed.inForce) {
      progress.pendingEventId = placed.sourceId;
      effects.set(placed.sourceId, 'pending');
    } else {
      effects.set(placed.sourceId, apply(progress, placed, rulesOf) ? 'applied' : 'ignored');
    }
  }
  const standing = standingOf(progress, validAt, knownAt, context);
  const decided = standing === 'revoked' || standing === 'surrendered' || standing === 'suspended';
  const held = progress.ended ? null : progress.held;
  const rules = held?.rules;
  return {
    status: !decided && progress.pendingEventId !== null ? 'pending_decision' : standing,
    standing,
    expiresOn: held?.expiresOn ?? null,
    renewalOpensOn: rules ? renewalOpensOn(rules, held.expiresOn) : null,
    graceEndsOn: rules ? graceEndsOn(rules, held.expiresOn) : null,
    pendingEventId: progress.pendingEventId,
    barredUntil: progress.barredUntil,
    explanation: [...events]
      .filter((event) => effects.has(event.id))
      .sort((a, b) => a.recordedAt.getTime() - b.recordedAt.getTime() || (a.id < b.id ? -1 : 1))
      .map(({ id, type }) => ({ eventId: id, type, effect: effects.get(id) ?? 'ignored' })),
  };
}

/** @returns whether the decision had an effect in its place */
function apply(progress: Progress, placed: PlacedDecision, rulesOf: RulesLookup): boolean {
  const { decision } = placed;
  const holding = progress.held !== null && progress.ended === null;
  switch (decision.type) {
    case 'granted':
      progress.held = hold(decision, rulesOf(decision.schemeVersionId), null);
      progress.ended = null;
      progress.barredUntil = null;
      progress.pendingEventId = null;
      return true;
    case 'renewed':
      if (progress.ended) return false;
      progress.held = hold(decision, rulesOf(decision.schemeVersionId), progress.held?.expiresOn ?? null);
      progress.pendingEventId = null;
      return true;
    case 'extended': {
      const held = progress.held;
      if (!holding || !held?.expiresOn || compareDates(decision.until, held.expiresOn) <= 0) return false;
      progress.held = { ...held, expiresOn: decision.until };
      return true;
    }
    case 'suspended':
      if (!holding || progress.suspended) return false;
      progress.suspended = true;
      return true;
    case 'reinstated':
      if (!progress.suspended) return false;
      progress.suspended = false;
      return true;
    case 'revoked':
    case 'surrendered':
      if (!holding) return false;
      progress.ended = decision.type;
      progress.barredUntil = decision.type === 'revoked' ? (decision.barredUntil ?? null) : null;
      progress.suspended = false;
      progress.pendingEventId = null;
      return true;
  }
}

function hold(
  decision: Extract<Decision, { type: 'granted' | 'renewed' }>,
  rules: SchemeVersionRules | undefined,
  previousExpiry: CivilDate | null,
): Held {
  const grantedOn = decision.completedOn ?? decision.effectiveOn;
  return { rules, expiresOn: rules ? expiryFor(rules, { grantedOn, previousExpiry }) : null };
}

function standingOf(
  { held, ended, suspended }: Progress,
  on: CivilDate,
  knownAt: Date,
  context: StatusContext,
): CertificationStatus {
  if (ended) return ended;
  if (suspended) return 'suspended';
  if (held) {
    const { rules, expiresOn } = held;
    // A scheme version that cannot be found leaves the expiry open; missing data never counts as qualified.
    if (!rules) return 'unknown';
    if (expiresOn === null) return 'current';
    const graceEnd = graceEndsOn(rules, expiresOn);
    if (graceEnd !== null && on > graceEnd) return 'lapsed';
    if (on > expiresOn) return 'in_grace';
    const opens = renewalOpensOn(rules, expiresOn);
    return opens !== null && on >= opens ? 'renewal_due' : 'current';
  }
  const inTraining = context.training?.some(
    ({ from, until, recordedAt }) => recordedAt <= knownAt && from <= on && (until === null || on <= until),
  );
  if (inTraining) return 'trainee';
  return context.historyComplete === false ? 'unknown' : 'none';
}
