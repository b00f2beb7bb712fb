import type { CivilDate, Party } from '@jssu/kernel';

export const DECISION_TYPES = [
  'granted',
  'renewed',
  'extended',
  'suspended',
  'reinstated',
  'revoked',
  'surrendered',
] as const;
export type DecisionType = (typeof DECISION_TYPES)[number];

/** What was decided, apart from who recorded it and when. */
export type Decision =
  | {
      readonly type: 'granted' | 'renewed';
      readonly effectiveOn: CivilDate;
      readonly schemeVersionId: string;
      /** The day the requirements were complete: the expiry counts from it. `effectiveOn` when absent. */
      readonly completedOn?: CivilDate | null;
      readonly evidenceIds: readonly string[];
    }
  | {
      readonly type: 'extended';
      readonly effectiveOn: CivilDate;
      readonly schemeVersionId: string;
      /** The new last valid day, inclusive. */
      readonly until: CivilDate;
    }
  | {
      readonly type: 'revoked';
      readonly effectiveOn: CivilDate;
      readonly schemeVersionId: string;
      /** Last day, inclusive, on which a new application is refused; without it the bar has no end. */
      readonly barredUntil?: CivilDate | null;
    }
  | {
      readonly type: 'suspended' | 'reinstated' | 'surrendered';
      readonly effectiveOn: CivilDate;
      readonly schemeVersionId: string;
    };

export type GrantDecision = Extract<Decision, { type: 'granted' | 'renewed' }>;

export interface Signature {
  readonly party: Party;
  /** Null when the rule of a scheme with one authority decided by itself. */
  readonly personId: string | null;
  readonly signedAt: Date;
}

interface Recorded {
  readonly id: string;
  readonly recordedAt: Date;
  readonly signatures: readonly Signature[];
  readonly reason?: string;
}

/**
 * Puts `replacement` in the place of whatever the superseded event stood for; null voids it. A correction can be
 * corrected in turn: the last of the chain speaks, so undoing a correction means replacing it by the first decision.
 */
export type CorrectionEvent = Recorded & {
  readonly type: 'corrected';
  readonly supersedes: string;
  readonly replacement: Decision | null;
  readonly schemeVersionId: string;
};

export type CertificationEvent = (Recorded & Decision) | CorrectionEvent;

/** An event before it has an id and a time of recording. */
export type EventDraft = (Decision | Omit<CorrectionEvent, keyof Recorded>) & {
  readonly reason?: string;
  readonly signatures: readonly Omit<Signature, 'signedAt'>[];
};

/** The instant of a decision: never before what is recorded already, for the clocks of two machines differ. */
export function decisionTime(events: readonly CertificationEvent[], clock: Date): Date {
  return events.reduce((latest, { recordedAt }) => (recordedAt > latest ? recordedAt : latest), clock);
}

export function isGrant(decision: Decision): decision is GrantDecision {
  return decision.type === 'granted' || decision.type === 'renewed';
}

export function isCorrection(event: CertificationEvent): event is CorrectionEvent {
  return event.type === 'corrected';
}
