import { ApiProperty } from '@nestjs/swagger';
import { IsUUID } from 'class-validator';
import type { CivilDate } from '@jssu/kernel';
import { IsCivilDate, LocalizedTextDto } from '@jssu/platform';
import type { Outcome, ShortfallCode } from '../domain/judge.js';
import type { Chance, WarningCode } from '../domain/outlook.js';
import type { ResultRow } from '../persistence/training.view.js';

const Figures = (example: Readonly<Record<string, string | number>>) =>
  ApiProperty({
    type: 'object',
    description: 'Minutes, scores, counts and percents; `assessment` is a code of the syllabus.',
    additionalProperties: { oneOf: [{ type: 'string' }, { type: 'number' }] },
    example,
  });

export class ShortfallDto {
  /** @example "attendance-below-minimum" */
  code: ShortfallCode;

  @Figures({ attended: 1080, required: 1152, total: 1440 })
  figures: Readonly<Record<string, string | number>>;

  /**
   * In the reader’s language.
   * @example "Attended 1080 of 1440 minutes; 1152 are required."
   */
  message: string;
}

export class ProgressWarningDto {
  /** @example "last-attempt" */
  code: WarningCode;

  @Figures({ assessment: 'FINAL', passScore: 60, best: 48 })
  figures: Readonly<Record<string, string | number>>;

  /**
   * In the reader’s language.
   * @example "At risk: the next attempt at “Final test” is the last; 60 points are required."
   */
  message: string;
}

export class ProgressMinutesDto {
  /** @example 600 */
  attended: number;

  /**
   * Of sessions that are over.
   * @example 720
   */
  past: number;

  /**
   * Of the syllabus.
   * @example 1440
   */
  total: number;
}

/** To a tenth, never rounded up. */
export class ProgressPercentDto {
  /**
   * Attended of the sessions that are over; null before the first.
   * @example 83.3
   */
  ofPast: number | null;

  /**
   * Attended of the whole.
   * @example 41.6
   */
  ofTotal: number;
}

export class ProgressBlocksDto {
  /**
   * Of which nothing is to come and of which the minimum attendance was reached.
   * @example 2
   */
  done: number;

  /** @example 5 */
  total: number;
}

export class ProgressDto {
  minutes: ProgressMinutesDto;

  percent: ProgressPercentDto;

  blocks: ProgressBlocksDto;
}

export class OutlookDto {
  /**
   * `at-risk`: one more absence or one more failed attempt would make a pass impossible.
   * @example "at-risk"
   */
  passing: Chance;

  /**
   * Minutes that may still be missed with the minimum attendance reached.
   * @example 168
   */
  mayMissMinutes: number;

  warnings: ProgressWarningDto[];
}

export class AttemptDto {
  @IsUUID()
  resultId: string;

  /** @example 1 */
  attempt: number;

  /** @example 48 */
  score: number;

  @IsCivilDate()
  takenOn: CivilDate;
}

/** How a trainee stands in one assessment. */
export class AssessmentStandingDto {
  /** @example "FINAL" */
  code: string;

  /** @example { "en": "Final test", "ur": "آخری امتحان", "zh": "结业考试" } */
  title: LocalizedTextDto;

  /** @example 100 */
  maxScore: number;

  /** @example 60 */
  passScore: number;

  /**
   * The best score; null while not taken.
   * @example 48
   */
  best: number | null;

  /** @example false */
  passed: boolean;

  /**
   * None after a pass.
   * @example 1
   */
  attemptsLeft: number;

  attempts: AttemptDto[];
}

/** Ratified. */
export class CourseResultDto implements ResultRow {
  @IsUUID()
  id: string;

  /** @example "passed" */
  outcome: Outcome;

  shortfalls: ShortfallDto[];

  /**
   * Of the best attempts, in percent to a hundredth; null without assessments.
   * @example 72.5
   */
  average: number | null;

  /** @example 1320 */
  minutesAttended: number;

  /** @example 1440 */
  minutesTotal: number;

  @IsCivilDate()
  completedOn: CivilDate;
}
