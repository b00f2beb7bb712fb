import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsUUID } from 'class-validator';
import { ZONES, type Zone } from '@jssu/kernel';
import { IsCivilDate, LocalizedTextDto } from '@jssu/platform';
import { INSTRUCTOR_ROLES, type CourseContent, type InstructorRole } from '../domain/course-content.js';
import { CONTENT_EXAMPLE } from './content-example.js';

const STATES = ['draft', 'approved', 'retired'] as const;
type State = (typeof STATES)[number];

export class CourseVersionSummaryDto {
  @IsUUID()
  id: string;

  /** @example 2 */
  number: number;

  @IsIn(STATES)
  state: State;

  /** @example "2026-03-02T04:30:00.000Z" */
  @ApiProperty({ format: 'date-time' })
  approvedAt: string | null;

  /**
   * For `If-Match`.
   * @example 1
   */
  version: number;
}

export class CourseDto {
  @IsUUID()
  id: string;

  /** @example "GUARD-101" */
  code: string;

  title: LocalizedTextDto;

  /** @example 1 */
  version: number;

  /** From the first on. */
  versions: CourseVersionSummaryDto[];
}

export class CourseCreatedDto {
  @IsUUID()
  id: string;

  /** Its first version, a draft. */
  @IsUUID()
  versionId: string;
}

export class CourseVersionDto {
  @IsUUID()
  id: string;

  @IsUUID()
  courseId: string;

  /** @example "GUARD-101" */
  courseCode: string;

  courseTitle: LocalizedTextDto;

  /** @example 2 */
  number: number;

  @IsIn(STATES)
  state: State;

  approvedAt: Date | null;

  /**
   * For `If-Match`.
   * @example 1
   */
  version: number;

  /** The syllabus. */
  @ApiProperty({ type: 'object', additionalProperties: true, example: CONTENT_EXAMPLE })
  content: CourseContent;
}

export class VenueDto {
  @IsUUID()
  id: string;

  /** @example "GWD-RANGE-1" */
  code: string;

  name: LocalizedTextDto;

  /** @example "range" */
  kind: string;

  @IsUUID()
  siteId: string;

  /**
   * Trainees at a time.
   * @example 24
   */
  capacity: number;

  @IsIn(ZONES)
  zone: Zone;

  /** @example 1 */
  version: number;
}

export class EquipmentDto {
  @IsUUID()
  id: string;

  /** @example "RADIO-SET-A" */
  code: string;

  name: LocalizedTextDto;

  /** @example "radio" */
  kind: string;

  @IsUUID()
  siteId: string | null;

  /**
   * One thing that one session uses at a time; else a pool shared by quantity.
   * @example false
   */
  exclusive: boolean;

  /** @example 40 */
  quantity: number;

  /** @example 1 */
  version: number;
}

export class AuthorisationDto {
  @IsUUID()
  id: string;

  @IsUUID()
  personId: string;

  /** @example "Zainab Mirza" */
  personName: string;

  @IsUUID()
  courseId: string;

  /** @example "GUARD-101" */
  courseCode: string;

  @IsIn(INSTRUCTOR_ROLES)
  role: InstructorRole;

  @IsCivilDate()
  validFrom: string;

  /** Last day, inclusive; null: without end. */
  @IsCivilDate()
  validUntil: string | null;
}
