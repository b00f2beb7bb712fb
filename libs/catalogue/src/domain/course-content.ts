import type { LocalizedText } from '@jssu/kernel';

export const BLOCK_KINDS = ['theory', 'practical', 'exercise', 'assessment'] as const;
export type BlockKind = (typeof BLOCK_KINDS)[number];

export const INSTRUCTOR_ROLES = ['lead', 'assistant', 'safety', 'assessor'] as const;
export type InstructorRole = (typeof INSTRUCTOR_ROLES)[number];

export const ASSESSMENT_KINDS = ['written', 'practical', 'oral'] as const;
export type AssessmentKind = (typeof ASSESSMENT_KINDS)[number];

/** A part of the syllabus, taught in one or more sessions. */
export interface Block {
  readonly code: string;
  readonly title: LocalizedText;
  readonly kind: BlockKind;
  /** Teaching time in minutes, 5 to 60,000. */
  readonly minutes: number;
  /** At most so many trainees for each lead or assistant instructor, 1 to 500; absent: no limit. */
  readonly traineesPerInstructor?: number;
  /** Roles that every session of the block must fill, with how many; a lead alone when absent. */
  readonly roles?: readonly { readonly role: InstructorRole; readonly count: number }[];
  /** Kind of venue that every session needs, such as `range`; absent: any venue, or none. */
  readonly venueKind?: string;
  /** Equipment that every session needs, by kind. */
  readonly equipment?: readonly { readonly kind: string; readonly quantity: number }[];
}

export interface Assessment {
  readonly code: string;
  readonly title: LocalizedText;
  readonly kind: AssessmentKind;
  /** Highest score, 1 to 1,000. */
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
  /** Percent of the maximum scores, 0 to 100; absent: no average is asked for. */
  readonly minimumAverage?: number;
}

/** What a trainee must hold on the first day: a course passed, or a certification by its scheme's code. */
export interface Prerequisite {
  readonly kind: 'course' | 'scheme';
  readonly code: string;
}

/** The syllabus of one course version; plain JSON. */
export interface CourseContent {
  readonly blocks: readonly Block[];
  readonly assessments: readonly Assessment[];
  readonly passRule: PassRule;
  /** Percent of the minutes of all blocks, 0 to 100. */
  readonly minimumAttendance: number;
  readonly prerequisites: readonly Prerequisite[];
}

/** Minutes of the whole syllabus. */
export function totalMinutes({ blocks }: Pick<CourseContent, 'blocks'>): number {
  return blocks.reduce((sum, { minutes }) => sum + minutes, 0);
}

/** The roles that a session of the block must fill. */
export function rolesOf(block: Block): readonly { readonly role: InstructorRole; readonly count: number }[] {
  return block.roles ?? [{ role: 'lead', count: 1 }];
}
