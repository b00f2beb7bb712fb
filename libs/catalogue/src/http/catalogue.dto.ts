import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { ZONES, type CivilDate, type Zone } from '@jssu/kernel';
import { IsCivilDate, ListQuery, LocalizedTextDto } from '@jssu/platform';
import { INSTRUCTOR_ROLES, type InstructorRole } from '../domain/course-content.js';
import { CONTENT_EXAMPLE } from './content-example.js';

const CODE = /^[A-Z0-9][A-Z0-9-]{0,31}$/;
const KIND = /^[a-z][a-z0-9-]{0,31}$/;

export class ContentDto {
  /** Blocks, assessments, pass rule, minimum attendance in percent, prerequisites. */
  @ApiProperty({ type: 'object', additionalProperties: true, example: CONTENT_EXAMPLE })
  @IsObject()
  content: Record<string, unknown>;
}

export class CreateCourseDto extends ContentDto {
  /** @example GUARD-101 */
  @Matches(CODE)
  code: string;

  @ValidateNested()
  @Type(() => LocalizedTextDto)
  title: LocalizedTextDto;
}

export class RetireVersionDto {
  /**
   * Kept in the audit trail.
   * @example "Replaced by the syllabus of 2027"
   */
  @IsString()
  @Length(5, 500)
  reason: string;
}

export class CreateVenueDto {
  /** @example GWD-RANGE-1 */
  @Matches(CODE)
  code: string;

  @ValidateNested()
  @Type(() => LocalizedTextDto)
  name: LocalizedTextDto;

  /**
   * What blocks ask for.
   * @example range
   */
  @Matches(KIND)
  kind: string;

  @IsUUID()
  siteId: string;

  /**
   * Trainees at a time.
   * @example 24
   */
  @IsInt()
  @Min(1)
  @Max(10_000)
  capacity: number;

  /** Asia/Karachi when left out. */
  @IsOptional()
  @IsIn(ZONES)
  zone?: Zone;
}

export class CreateEquipmentDto {
  /** @example RADIO-SET-A */
  @Matches(CODE)
  code: string;

  @ValidateNested()
  @Type(() => LocalizedTextDto)
  name: LocalizedTextDto;

  /**
   * What blocks ask for.
   * @example radio
   */
  @Matches(KIND)
  kind: string;

  @IsOptional()
  @IsUUID()
  siteId?: string;

  /**
   * One thing that one session uses at a time; else a pool shared by quantity.
   * @example false
   */
  @IsBoolean()
  exclusive: boolean;

  /**
   * Pieces in the pool; 1 when exclusive.
   * @example 24
   */
  @IsInt()
  @Min(1)
  @Max(100_000)
  quantity: number;
}

export class AuthoriseDto {
  @IsUUID()
  personId: string;

  @IsUUID()
  courseId: string;

  @IsIn(INSTRUCTOR_ROLES)
  role: InstructorRole;

  @IsCivilDate()
  validFrom: CivilDate;

  /** Last day, inclusive; left out: without end. */
  @IsOptional()
  @IsCivilDate()
  validUntil?: CivilDate;
}

export class WithdrawDto {
  /**
   * Kept in the audit trail.
   * @example "Posted away from the training wing"
   */
  @IsString()
  @Length(5, 500)
  reason: string;
}

export class ResourceQuery extends ListQuery {
  @IsOptional()
  @IsUUID()
  siteId?: string;

  @IsOptional()
  @Matches(KIND)
  kind?: string;
}

export class AuthorisationQuery extends ListQuery {
  @IsOptional()
  @IsUUID()
  personId?: string;

  @IsOptional()
  @IsUUID()
  courseId?: string;

  /** Those valid on that day. */
  @IsOptional()
  @IsCivilDate()
  on?: CivilDate;
}
