import type { CivilDate, TimeRange } from '@jssu/kernel';

/** What a course asks for before its first day. `key` names it, such as `course:<id>` or `scheme:<id>`. */
export interface Prerequisite {
  readonly key: string;
}

/** Something the person has, a course passed, a certification or a waiver, in place from one day to another. */
export interface Holding {
  readonly key: string;
  readonly validFrom: CivilDate;
  /** Last valid day, inclusive; null without end. */
  readonly validUntil: CivilDate | null;
}

export interface MissingPrerequisite {
  readonly key: string;
  readonly reason: 'absent' | 'not-yet-valid' | 'expired';
  /** For `expired`: the last valid day of what the person has. */
  readonly validUntil: CivilDate | null;
}

/** Prerequisites that do not hold on the first day of the offering; what counts is that day, not today. */
export function missingPrerequisites(
  required: readonly Prerequisite[],
  holdings: readonly Holding[],
  startsOn: CivilDate,
): readonly MissingPrerequisite[] {
  return required.flatMap(({ key }): MissingPrerequisite[] => {
    const fitting = holdings.filter((holding) => holding.key === key);
    const begun = fitting.filter(({ validFrom }) => validFrom <= startsOn);
    if (begun.some(({ validUntil }) => validUntil === null || validUntil >= startsOn)) return [];
    const ends = begun.flatMap(({ validUntil }) => (validUntil === null ? [] : [validUntil])).sort();
    if (ends.length > 0) return [{ key, reason: 'expired', validUntil: ends[ends.length - 1] }];
    return [{ key, reason: fitting.length > 0 ? 'not-yet-valid' : 'absent', validUntil: null }];
  });
}

export interface Commitment {
  readonly sessionId: string;
  readonly offeringId: string;
  readonly during: TimeRange;
}

/** A session of the offering during which the person is booked for another. */
export interface SessionClash {
  readonly sessionId: string;
  readonly with: Commitment;
}
