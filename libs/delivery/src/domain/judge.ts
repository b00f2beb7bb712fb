import { attendedOf, type BlockTally } from './attendance.js';
import { averageOf, standingsOf, withFullMarks, type Attempt, type Standing } from './assessment-standing.js';
import { requiredMinutes, syllabusMinutes, type Syllabus } from './syllabus.js';

export const OUTCOMES = ['passed', 'failed', 'incomplete'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Something found against a pass, with the figures that tell how much. */
export interface Finding<Code extends string = string> {
  readonly code: Code;
  /** Minutes, scores, counts, percents; `assessment` is a code of the syllabus. */
  readonly figures: Readonly<Record<string, string | number>>;
}

export type ShortfallCode =
  | 'attendance-below-minimum'
  | 'assessment-not-taken'
  | 'assessment-not-passed'
  | 'too-few-passed'
  | 'average-too-low'
  /** Not a shortfall of the trainee: the outcome was set by decision and not by these rules. */
  | 'set-by-decision';
export type Shortfall = Finding<ShortfallCode>;

/** All that is known of one trainee in one offering. */
export interface TraineeRecord {
  readonly tallies: readonly BlockTally[];
  readonly attempts: readonly Attempt[];
}

export interface Judgement {
  readonly outcome: Outcome;
  readonly shortfalls: readonly Shortfall[];
  /** Percent to a hundredth; null without assessments. */
  readonly average: number | null;
  readonly minutesAttended: number;
  readonly minutesTotal: number;
}

/**
 * The course result. `failed`: what was assessed stands in the way, whatever else had been done. `incomplete`: all that
 * was assessed would do, but too much is missing: minutes of attendance, or assessments not taken.
 */
export function judge(syllabus: Syllabus, { tallies, attempts }: TraineeRecord): Judgement {
  const standings = standingsOf(syllabus, attempts);
  const minutesAttended = attendedOf(syllabus, tallies);
  const minutesTotal = syllabusMinutes(syllabus);
  const shortfalls = shortfallsOf(syllabus, minutesAttended, standings);
  const supposingTheRest = standings.map((standing) => (standing.attempts === 0 ? withFullMarks(standing) : standing));
  const failed = shortfallsOf(syllabus, minutesTotal, supposingTheRest).length > 0;
  const outcome = shortfalls.length === 0 ? 'passed' : failed ? 'failed' : 'incomplete';
  return { outcome, shortfalls, average: averageOf(standings), minutesAttended, minutesTotal };
}

/** Every part of the pass rule and of the minimum attendance that is not met; more minutes and marks never add one. */
export function shortfallsOf(syllabus: Syllabus, minutes: number, standings: readonly Standing[]): Shortfall[] {
  const { passRule } = syllabus;
  const shortfalls: Shortfall[] = [];
  const required = requiredMinutes(syllabus);
  if (minutes < required) {
    const figures = { attended: minutes, required, total: syllabusMinutes(syllabus) };
    shortfalls.push({ code: 'attendance-below-minimum', figures });
  }
  for (const { rule, best, passed } of standings) {
    if (passed || !passRule.mustPass.includes(rule.code)) continue;
    const figures = { assessment: rule.code, passScore: rule.passScore };
    if (best === null) shortfalls.push({ code: 'assessment-not-taken', figures });
    else shortfalls.push({ code: 'assessment-not-passed', figures: { ...figures, best } });
  }
  const passed = standings.filter((standing) => standing.passed).length;
  if (passed < passRule.atLeast)
    shortfalls.push({ code: 'too-few-passed', figures: { passed, atLeast: passRule.atLeast } });
  const average = averageOf(standings) ?? 0;
  const minimum = passRule.minimumAverage ?? 0;
  if (average < minimum) shortfalls.push({ code: 'average-too-low', figures: { average, minimum } });
  return shortfalls;
}
