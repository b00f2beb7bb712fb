import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsUUID } from 'class-validator';
import { LocalizedTextDto } from '@jssu/platform';
import type {
  Assessment,
  AssessmentKind,
  Block,
  BlockKind,
  CourseContent,
  InstructorRole,
  PassRule,
  Prerequisite,
} from '../domain/course-content.js';
import type { CourseRow, CourseVersionRow } from '../persistence/catalogue.view.js';
import type { CourseVersionState } from '../persistence/course.store.js';
import { CONTENT_EXAMPLE } from './content-example.js';

/** A version of a course without its syllabus. */
export class CourseVersionInListDto {
  @IsUUID()
  id: string;

  /**
   * 1 for the first.
   * @example 2
   */
  number: number;

  /** @example "approved" */
  state: CourseVersionState;

  /** Null while it is a draft. */
  @ApiProperty({ type: String, format: 'date-time' })
  approvedAt: string | null;

  /**
   * For `If-Match` when the draft is changed.
   * @example 3
   */
  version: number;
}

export class CourseDto implements CourseRow {
  @IsUUID()
  id: string;

  /** @example "GUARD-101" */
  code: string;

  /** @example { "en": "Site guard, basic course", "ur": "سائٹ گارڈ، بنیادی کورس", "zh": "驻地警卫基础课程" } */
  title: LocalizedTextDto;

  /** @example 1 */
  version: number;

  /** The oldest first. */
  versions: CourseVersionInListDto[];
}

export class CourseCreatedDto {
  @IsUUID()
  id: string;

  /** Of version 1, a draft. */
  @IsUUID()
  versionId: string;
}

export class BlockRoleDto {
  /** @example "lead" */
  role: InstructorRole;

  /** @example 1 */
  count: number;
}

export class BlockEquipmentDto {
  /** @example "radio" */
  kind: string;

  /** @example 12 */
  quantity: number;
}

/** A part of the syllabus, taught in one or more sessions. */
export class BlockDto implements Block {
  /** @example "SEARCH" */
  code: string;

  /** @example { "en": "Vehicle search", "ur": "گاڑی کی تلاشی", "zh": "车辆检查" } */
  title: LocalizedTextDto;

  /** @example "practical" */
  kind: BlockKind;

  /**
   * Teaching time.
   * @example 240
   */
  minutes: number;

  /**
   * At most so many for each lead or assistant instructor; absent: no limit.
   * @example 12
   */
  traineesPerInstructor?: number;

  /** What every session must fill; a lead alone when absent. */
  @ApiPropertyOptional({ type: [BlockRoleDto] })
  roles?: readonly BlockRoleDto[];

  /**
   * The kind of venue that every session needs; absent: any, or none.
   * @example "range"
   */
  venueKind?: string;

  /** What every session needs. */
  @ApiPropertyOptional({ type: [BlockEquipmentDto] })
  equipment?: readonly BlockEquipmentDto[];
}

export class AssessmentDto implements Assessment {
  /** @example "FINAL" */
  code: string;

  /** @example { "en": "Final test", "ur": "آخری امتحان", "zh": "结业考试" } */
  title: LocalizedTextDto;

  /** @example "written" */
  kind: AssessmentKind;

  /** @example 100 */
  maxScore: number;

  /**
   * The lowest score that passes.
   * @example 60
   */
  passScore: number;

  /** @example 2 */
  maxAttempts: number;
}

/** Passed: each of `mustPass`, at least `atLeast` of all, and the average of the best attempts reached. */
export class PassRuleDto implements PassRule {
  /**
   * Codes of assessments.
   * @example ["FINAL"]
   */
  @ApiProperty({ type: [String] })
  mustPass: readonly string[];

  /** @example 1 */
  atLeast: number;

  /**
   * Percent of the maximum scores; absent: no average is asked for.
   * @example 60
   */
  minimumAverage?: number;
}

export class PrerequisiteDto implements Prerequisite {
  /** @example "course" */
  kind: 'course' | 'scheme';

  /** @example "FIRST-AID" */
  code: string;
}

export class CourseContentDto implements CourseContent {
  @ApiProperty({ type: [BlockDto] })
  blocks: readonly BlockDto[];

  @ApiProperty({ type: [AssessmentDto] })
  assessments: readonly AssessmentDto[];

  passRule: PassRuleDto;

  /**
   * Percent of the minutes of all blocks.
   * @example 80
   */
  minimumAttendance: number;

  /** What a trainee must hold on the first day. */
  @ApiProperty({ type: [PrerequisiteDto] })
  prerequisites: readonly PrerequisiteDto[];
}

export class CourseVersionDto implements CourseVersionRow {
  @IsUUID()
  id: string;

  @IsUUID()
  courseId: string;

  /** @example "GUARD-101" */
  courseCode: string;

  /** @example { "en": "Site guard, basic course", "ur": "سائٹ گارڈ، بنیادی کورس", "zh": "驻地警卫基础课程" } */
  courseTitle: LocalizedTextDto;

  /** @example 2 */
  number: number;

  /** @example "approved" */
  state: CourseVersionState;

  /** Null while it is a draft. */
  approvedAt: Date | null;

  /**
   * For `If-Match`.
   * @example 3
   */
  version: number;

  /** The syllabus. */
  @ApiProperty({ type: CourseContentDto, example: CONTENT_EXAMPLE })
  content: CourseContentDto;
}
