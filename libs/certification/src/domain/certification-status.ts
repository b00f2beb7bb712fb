import type { CivilDate } from '@jssu/kernel';
import type { CertificationEvent } from './certification-event.js';
import { decisionsInPlace, type EventFate } from './decisions-in-place.js';
import type { RulesLookup } from './scheme-version.js';
import { apply, noProgress, standingOf, type Standing } from './standing-period.js';

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

export interface StatusResult extends Omit<Standing, 'kind'> {
  readonly status: CertificationStatus;
  /** What the status would be without decisions that wait for a signature. */
  readonly standing: CertificationStatus;
  readonly explanation: readonly ExplanationEntry[];
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
  const progress = noProgress();
  const effects = new Map<string, ExplanationEntry['effect']>(fates);
  for (const placed of decisions) {
    if (placed.decision.effectiveOn > validAt) {
      effects.set(placed.sourceId, 'not-yet-effective');
      continue;
    }
    const effect = apply(progress, placed, rulesOf);
    effects.set(placed.sourceId, effect === 'pending' ? effect : effect ? 'applied' : 'ignored');
  }
  const { kind: _kind, ...figures } = standingOf(progress);
  let { status, standing } = statusIn(standingOf(progress), validAt);
  if (standing === 'none') {
    standing = withoutDecision(validAt, knownAt, context);
    if (status === 'none') status = standing;
  }
  return {
    status,
    standing,
    ...figures,
    explanation: [...events]
      .filter((event) => effects.has(event.id))
      .sort((a, b) => a.recordedAt.getTime() - b.recordedAt.getTime() || (a.id < b.id ? -1 : 1))
      .map(({ id, type }) => ({ eventId: id, type, effect: effects.get(id) ?? 'ignored' })),
  };
}

/** The status on a day of a standing; undefined stands for the time before the first decision. */
export function statusIn(standing: Standing | undefined, on: CivilDate): Pick<StatusResult, 'status' | 'standing'> {
  const lasting = lastingStatus(standing, on);
  const decided = lasting === 'revoked' || lasting === 'surrendered' || lasting === 'suspended';
  return { status: !decided && standing?.pendingEventId ? 'pending_decision' : lasting, standing: lasting };
}

function lastingStatus(standing: Standing | undefined, on: CivilDate): CertificationStatus {
  if (!standing) return 'none';
  const { kind, expiresOn, renewalOpensOn, graceEndsOn } = standing;
  if (kind !== 'held') return kind;
  if (graceEndsOn !== null && on > graceEndsOn) return 'lapsed';
  if (expiresOn !== null && on > expiresOn) return 'in_grace';
  return renewalOpensOn !== null && on >= renewalOpensOn ? 'renewal_due' : 'current';
}

function withoutDecision(on: CivilDate, knownAt: Date, context: StatusContext): CertificationStatus {
  const inTraining = context.training?.some(
    ({ from, until, recordedAt }) => recordedAt <= knownAt && from <= on && (until === null || on <= until),
  );
  if (inTraining) return 'trainee';
  return context.historyComplete === false ? 'unknown' : 'none';
}
