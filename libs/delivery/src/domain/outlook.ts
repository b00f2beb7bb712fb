import { reachableOf, attendedOf, withoutLongest } from './attendance.js';
import { attemptsLeft, standingsOf, withFullMarks, type Standing } from './assessment-standing.js';
import { shortfallsOf, type Finding, type ShortfallCode, type TraineeRecord } from './judge.js';
import { requiredMinutes, type Syllabus } from './syllabus.js';

export type WarningCode =
  | 'attendance-out-of-reach'
  | 'attempts-used-up'
  | 'too-few-can-be-passed'
  | 'average-out-of-reach'
  | 'one-more-absence'
  | 'last-attempt';
export type Warning = Finding<WarningCode>;

/** Worst first. */
export const CHANCES = ['impossible', 'at-risk', 'possible'] as const;
export type Chance = (typeof CHANCES)[number];

export interface Outlook {
  /** `at-risk`: one more absence or one more failed attempt would make a pass impossible. */
  readonly passing: Chance;
  /** Minutes that may still be missed with the minimum attendance reached; 0 when it is out of reach. */
  readonly mayMissMinutes: number;
  readonly warnings: readonly Warning[];
}

const OUT_OF_REACH: Readonly<Partial<Record<ShortfallCode, WarningCode>>> = {
  'attendance-below-minimum': 'attendance-out-of-reach',
  'assessment-not-taken': 'attempts-used-up',
  'assessment-not-passed': 'attempts-used-up',
  'too-few-passed': 'too-few-can-be-passed',
  'average-too-low': 'average-out-of-reach',
};

/**
 * Whether a trainee can still pass: the rule of the result, applied to the best that can become of his record. The plan
 * counts as it stands, with the part of the syllabus that has no session yet as still to be planned; a session repeated
 * for those who missed it makes new minutes reachable the moment it is planned.
 */
export function outlookOf(syllabus: Syllabus, { tallies, attempts }: TraineeRecord): Outlook {
  const reachable = reachableOf(syllabus, tallies);
  const required = requiredMinutes(syllabus);
  const standings = standingsOf(syllabus, attempts);
  const best = standings.map(bestPossible);
  const mayMissMinutes = Math.max(0, reachable - required);
  const missing = shortfallsOf(syllabus, reachable, best);
  if (missing.length > 0) {
    const warnings = missing.flatMap(({ code, figures }): Warning[] => {
      const warning = OUT_OF_REACH[code];
      return warning ? [{ code: warning, figures }] : [];
    });
    return { passing: 'impossible', mayMissMinutes, warnings };
  }
  const warnings: Warning[] = [];
  const missed = tallies.some(({ past, attended }) => past > attended);
  const oneMore = tallies.some((tally) => {
    const others = tallies.filter((other) => other !== tally);
    return tally.longestOpen > 0 && reachableOf(syllabus, [...others, withoutLongest(tally)]) < required;
  });
  if (missed && oneMore) {
    const figures = { mayMissMinutes, attended: attendedOf(syllabus, tallies), required };
    warnings.push({ code: 'one-more-absence', figures });
  }
  standings.forEach((standing, i) => {
    if (standing.attempts === 0 || attemptsLeft(standing) !== 1) return;
    const failing = best.map((other, j) => (i === j ? standing : other));
    if (shortfallsOf(syllabus, reachable, failing).length === 0) return;
    const { code, passScore } = standing.rule;
    warnings.push({ code: 'last-attempt', figures: { assessment: code, passScore, best: standing.best ?? 0 } });
  });
  return { passing: warnings.length > 0 ? 'at-risk' : 'possible', mayMissMinutes, warnings };
}

/** Full marks at the next attempt, where there is one. */
function bestPossible(standing: Standing): Standing {
  return attemptsLeft(standing) > 0 ? withFullMarks(standing) : standing;
}
