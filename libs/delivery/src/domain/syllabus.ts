/** What the rules need of a course version; the catalogue's content has it. */
export interface Syllabus {
  readonly blocks: readonly { readonly code: string; readonly minutes: number }[];
  readonly assessments: readonly AssessmentRule[];
  readonly passRule: PassRule;
  /** Percent of the minutes of all blocks, 0 to 100. */
  readonly minimumAttendance: number;
}

export interface AssessmentRule {
  readonly code: string;
  readonly maxScore: number;
  /** Lowest score that passes, 1 to `maxScore`. */
  readonly passScore: number;
  /** 1 to 10. */
  readonly maxAttempts: number;
}

/** Passed: each of `mustPass`, at least `atLeast` of all, and the average of the best attempts in percent reached. */
export interface PassRule {
  readonly mustPass: readonly string[];
  readonly atLeast: number;
  /** Percent, 0 to 100; absent: no average is asked for. */
  readonly minimumAverage?: number;
}

/** Minutes of the whole. */
export function syllabusMinutes({ blocks }: Pick<Syllabus, 'blocks'>): number {
  return blocks.reduce((sum, { minutes }) => sum + minutes, 0);
}

/** The fewest minutes that reach the minimum attendance. */
export function requiredMinutes(syllabus: Pick<Syllabus, 'blocks' | 'minimumAttendance'>): number {
  return Math.ceil((syllabusMinutes(syllabus) * syllabus.minimumAttendance) / 100);
}
