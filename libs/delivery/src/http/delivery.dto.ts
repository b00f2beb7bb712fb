import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsDateString,
  IsIn,
  IsInt,
  IsNumber,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import type { CivilDate } from '@jssu/kernel';
import { IsCivilDate } from '@jssu/platform';
import { OUTCOMES, type Outcome } from '../domain/judge.js';
import { ATTENDANCE_STATUSES, type AttendanceStatus, type MarkEntry } from '../domain/mark.js';

/** The seats of the largest offering. */
const MOST_PEOPLE = 2000;

export class MarkDto {
  @IsUUID()
  enrolmentId: string;

  /** @example present */
  @IsIn(ATTENDANCE_STATUSES)
  status: AttendanceStatus;

  /**
   * Minutes attended, for `late` alone: more than 0 and less than the session’s length.
   * @example 90
   */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(1440)
  minutes?: number;

  /** @example "on leave, letter shown" */
  @IsOptional()
  @IsString()
  @MaxLength(300)
  note?: string;

  /**
   * Where it was marked.
   * @example "tablet 3"
   */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  device?: string;

  /**
   * When it was marked, ISO 8601; now when left out.
   * @example 2026-03-02T04:05:00Z
   */
  @IsOptional()
  @IsDateString()
  markedAt?: string;

  /**
   * The mark that the marker saw when he marked, null for none: another one that stands is then not written over, unless
   * the marker set it himself on the same device. Without it the mark is written whatever stands.
   */
  @IsOptional()
  @IsUUID()
  seen?: string | null;
}

export class MarksDto {
  /** One entry for each trainee to be marked, in any order. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_PEOPLE)
  @ValidateNested({ each: true })
  @Type(() => MarkDto)
  marks: MarkDto[];
}

export class MarksQuery {
  /** Whose marks. */
  @IsUUID()
  enrolmentId: string;
}

export class ReasonDto {
  /**
   * Kept in the audit trail.
   * @example "two trainees were mistaken for each other"
   */
  @IsString()
  @Length(5, 500)
  reason: string;
}

export class CorrectMarksDto extends MarksDto {
  /**
   * Kept with the marks and in the audit trail.
   * @example "two trainees were mistaken for each other"
   */
  @IsString()
  @Length(5, 500)
  reason: string;
}

export function toMarks(marks: readonly MarkDto[]): MarkEntry[] {
  return marks.map(({ markedAt, ...mark }) => ({ ...mark, markedAt: markedAt ? new Date(markedAt) : null }));
}

export class ResultDto {
  @IsUUID()
  enrolmentId: string;

  /**
   * An assessment of the syllabus.
   * @example FINAL
   */
  @Matches(/^[A-Z0-9][A-Z0-9-]{0,31}$/)
  assessmentCode: string;

  /**
   * 1 for the first.
   * @example 1
   */
  @IsInt()
  @Min(1)
  @Max(10)
  attempt: number;

  /**
   * 0 to the highest of the assessment, at most two decimals.
   * @example 72.5
   */
  @IsNumber({ maxDecimalPlaces: 2 })
  @Min(0)
  @Max(1000)
  score: number;

  /** @example 2026-03-06 */
  @IsCivilDate()
  takenOn: CivilDate;

  /** Who examined; the one who enters it when left out. */
  @IsOptional()
  @IsUUID()
  examinerId?: string;
}

export class ResultsDto {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_PEOPLE)
  @ValidateNested({ each: true })
  @Type(() => ResultDto)
  results: ResultDto[];
}

export class CorrectResultDto extends ReasonDto {
  /** @example 75 */
  @IsOptional()
  @IsNumber({ maxDecimalPlaces: 2 })
  @Min(0)
  @Max(1000)
  score?: number;

  @IsOptional()
  @IsCivilDate()
  takenOn?: CivilDate;

  @IsOptional()
  @IsUUID()
  examinerId?: string;
}

export class RatifyDto {
  /** Accepts that those who lack a result that they need are judged incomplete. */
  @IsOptional()
  @IsBoolean()
  withoutResults?: boolean;
}

export class CorrectCourseResultDto extends ReasonDto {
  /** Sets the outcome by decision; worked out by the rules when left out. */
  @IsOptional()
  @IsIn(OUTCOMES)
  outcome?: Outcome;
}
