import { addDays, type CivilDate } from '@jssu/kernel';
import type { CertificationEvent, GrantDecision } from './certification-event.js';
import { decisionsInPlace, type PlacedDecision } from './decisions-in-place.js';
import { expiryFor, graceEndsOn, renewalOpensOn, type RulesLookup, type SchemeVersionRules } from './scheme-version.js';

export type StandingKind = 'none' | 'held' | 'suspended' | 'revoked' | 'surrendered' | 'unknown';

/** What the decisions up to a day amount to. A held certification moves on by its own dates, until the next decision. */
export interface Standing {
  readonly kind: StandingKind;
  /** Last valid day, inclusive; null when nothing is held or it never expires. */
  readonly expiresOn: CivilDate | null;
  readonly renewalOpensOn: CivilDate | null;
  /** Last day of grace, inclusive. */
  readonly graceEndsOn: CivilDate | null;
  /** Set while revoked: last day, inclusive, of the bar; null without end. */
  readonly barredUntil: CivilDate | null;
  /** The decision still waiting for a signature. */
  readonly pendingEventId: string | null;
}

export interface StandingPeriod extends Standing {
  readonly from: CivilDate;
  /** Inclusive; null: no later decision is known. */
  readonly until: CivilDate | null;
}

interface Held {
  readonly rules: SchemeVersionRules | undefined;
  readonly expiresOn: CivilDate | null;
}

export interface Progress {
  held: Held | null;
  ended: 'revoked' | 'surrendered' | null;
  barredUntil: CivilDate | null;
  suspended: boolean;
  pendingEventId: string | null;
}

export const noProgress = (): Progress => ({
  held: null,
  ended: null,
  barredUntil: null,
  suspended: false,
  pendingEventId: null,
});

/** @returns whether the decision had an effect in its place */
export function apply(progress: Progress, placed: PlacedDecision, rulesOf: RulesLookup): 'pending' | boolean {
  if (!placed.inForce) {
    progress.pendingEventId = placed.sourceId;
    return 'pending';
  }
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
      if (!holding || !held?.expiresOn || decision.until <= held.expiresOn) return false;
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

export function standingOf(progress: Progress): Standing {
  const held = progress.ended ? null : progress.held;
  const rules = held?.rules;
  return {
    kind: kindOf(progress),
    expiresOn: held?.expiresOn ?? null,
    renewalOpensOn: rules ? renewalOpensOn(rules, held.expiresOn) : null,
    graceEndsOn: rules ? graceEndsOn(rules, held.expiresOn) : null,
    barredUntil: progress.barredUntil,
    pendingEventId: progress.pendingEventId,
  };
}

function kindOf({ held, ended, suspended }: Progress): StandingKind {
  if (ended) return ended;
  if (suspended) return 'suspended';
  if (!held) return 'none';
  // A scheme version that cannot be found leaves the expiry open; missing data never counts as qualified.
  return held.rules ? 'held' : 'unknown';
}

/**
 * All that the events say, as periods without gaps from the first decision on: what `statusAt` answers for a day is
 * `statusIn` of the period that holds the day. Stored as a read model, so that lists need no events.
 */
export function standingPeriods(
  events: readonly CertificationEvent[],
  rulesOf: RulesLookup,
  knownAt: Date,
): readonly StandingPeriod[] {
  const { decisions } = decisionsInPlace(events, rulesOf, knownAt);
  const progress = noProgress();
  const periods: StandingPeriod[] = [];
  for (const placed of decisions) {
    const from = placed.decision.effectiveOn;
    apply(progress, placed, rulesOf);
    const last = periods.at(-1);
    if (last?.from === from) periods.pop();
    else if (last) periods[periods.length - 1] = { ...last, until: addDays(from, -1) };
    periods.push({ from, until: null, ...standingOf(progress) });
  }
  return periods;
}

function hold(decision: GrantDecision, rules: SchemeVersionRules | undefined, previousExpiry: CivilDate | null): Held {
  const grantedOn = decision.completedOn ?? decision.effectiveOn;
  return { rules, expiresOn: rules ? expiryFor(rules, { grantedOn, previousExpiry }) : null };
}
