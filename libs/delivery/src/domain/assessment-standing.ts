import type { AssessmentRule, Syllabus } from './syllabus.js';

/** One attempt at an assessment as it counts today. */
export interface Attempt {
  readonly code: string;
  /** 1, 2, 3 … */
  readonly attempt: number;
  /** 0 to the assessment's highest, at most two decimals. */
  readonly score: number;
}

/** How a trainee stands in one assessment. */
export interface Standing {
  readonly rule: AssessmentRule;
  readonly attempts: number;
  /** The best score; null while not taken. */
  readonly best: number | null;
  readonly passed: boolean;
}

export function standingsOf({ assessments }: Pick<Syllabus, 'assessments'>, attempts: readonly Attempt[]): Standing[] {
  return assessments.map((rule) => {
    const scores = attempts.filter(({ code }) => code === rule.code).map(({ score }) => score);
    const best = scores.length > 0 ? Math.max(...scores) : null;
    return { rule, attempts: scores.length, best, passed: best !== null && best >= rule.passScore };
  });
}

/** Attempts that may still be made: none after a pass. */
export function attemptsLeft({ rule, attempts, passed }: Standing): number {
  return passed ? 0 : Math.max(0, rule.maxAttempts - attempts);
}

export function withFullMarks(standing: Standing): Standing {
  return { ...standing, attempts: standing.attempts + 1, best: standing.rule.maxScore, passed: true };
}

/**
 * The average of the best attempts in percent, each assessment with the same weight, one not taken as 0; rounded to a
 * hundredth, which is what the rule is applied to. Null without assessments.
 */
export function averageOf(standings: readonly Standing[]): number | null {
  if (standings.length === 0) return null;
  const sum = standings.reduce((total, { best, rule }) => total + ((best ?? 0) * 100) / rule.maxScore, 0);
  // The least that lifts 0.5 hundredths above the error of binary fractions.
  return Math.round((sum * 100) / standings.length + 1e-7) / 100;
}
