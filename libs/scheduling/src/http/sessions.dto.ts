import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsDateString,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { INSTRUCTOR_ROLES, type InstructorRole } from '@jssu/catalogue';
import { ZONES, type CivilDate, type TimeRange, type Zone } from '@jssu/kernel';
import { IsCivilDate, ListQuery, platformErrors } from '@jssu/platform';
import type { SessionChange } from '../application/change-session.js';
import { rangeOfDays } from '../domain/local-time.js';
import type { SessionPlan } from '../domain/session-plan.js';

/** An instant with its offset. */
const IsInstant = () =>
  applyDecorators(
    ApiProperty({ type: String, format: 'date-time' }),
    IsDateString({ strict: true }),
    Matches(/T\d{2}:\d{2}.*(Z|[+-]\d{2}:\d{2})$/, {
      message: '$property must be a time with its offset, such as 2026-12-07T09:00:00+05:00',
    }),
  ) as PropertyDecorator;

/** Ids are compared with those of the database, which writes them small. */
const IsResourceId = () =>
  applyDecorators(
    ApiProperty({ type: String, format: 'uuid' }),
    IsUUID(),
    Transform(({ value }) => (typeof value === 'string' ? value.toLowerCase() : value)),
  ) as PropertyDecorator;

const given = (_: object, value: unknown) => value !== undefined;

export class InstructorDto {
  @IsResourceId()
  personId: string;

  @IsIn(INSTRUCTOR_ROLES)
  role: InstructorRole;
}

export class EquipmentDto {
  @IsResourceId()
  equipmentId: string;

  /**
   * Pieces; 1 of exclusive equipment.
   * @example 12
   */
  @IsInt()
  @Min(1)
  @Max(100_000)
  quantity: number;
}

export class AddSessionDto {
  /**
   * A block of the syllabus.
   * @example SEARCH
   */
  @Matches(/^[A-Z0-9][A-Z0-9-]{0,31}$/)
  blockCode: string;

  /** @example 2026-12-07T09:00:00+05:00 */
  @IsInstant()
  start: string;

  /** @example 2026-12-07T11:00:00+05:00 */
  @IsInstant()
  end: string;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => InstructorDto)
  instructors?: InstructorDto[];

  @IsOptional()
  @IsResourceId()
  venueId?: string;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => EquipmentDto)
  equipment?: EquipmentDto[];
}

/** What is left out stays as it is. */
export class ChangeSessionDto {
  /**
   * Alone it moves the session and keeps its length.
   * @example 2026-12-07T14:00:00+05:00
   */
  @ValidateIf(given)
  @IsInstant()
  start?: string;

  /** @example 2026-12-07T16:00:00+05:00 */
  @ValidateIf(given)
  @IsInstant()
  end?: string;

  /** All of them, in place of those before. */
  @ValidateIf(given)
  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => InstructorDto)
  instructors?: InstructorDto[];

  /** Null: none. */
  @IsOptional()
  @IsResourceId()
  venueId?: string | null;

  /** All of it, in place of what was before. */
  @ValidateIf(given)
  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => EquipmentDto)
  equipment?: EquipmentDto[];
}

export class SessionReasonDto {
  /**
   * Kept in the audit trail.
   * @example "The range is closed"
   */
  @IsString()
  @Length(5, 500)
  reason: string;
}

/** Days, first and last inclusive. */
export class DaysQuery extends ListQuery {
  /** @example 2026-12-07 */
  @IsCivilDate()
  from: CivilDate;

  /** @example 2026-12-13 */
  @IsCivilDate()
  to: CivilDate;

  /** In which the days are read; Asia/Karachi when left out. */
  @IsOptional()
  @IsIn(ZONES)
  zone: Zone = 'Asia/Karachi';
}

export class SessionQuery extends DaysQuery {
  @IsOptional()
  @IsUUID()
  offeringId?: string;

  @IsOptional()
  @IsUUID()
  venueId?: string;

  /** Booked for it: instructors, and trainees whom you may see. */
  @IsOptional()
  @IsUUID()
  personId?: string;
}

export class BookingQuery extends DaysQuery {
  /** Venues, equipment or people: one id, or up to 100 with commas between them. */
  @Transform(({ value }) => (typeof value === 'string' ? value.toLowerCase().split(',') : value))
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @IsUUID(undefined, { each: true })
  resourceId: string[];
}

export function planOf(body: AddSessionDto): SessionPlan {
  const { blockCode, start, end, instructors = [], venueId = null, equipment = [] } = body;
  return { blockCode, start: new Date(start), end: new Date(end), instructors, venueId, equipment };
}

export function changeOf({ start, end, ...resources }: ChangeSessionDto): SessionChange {
  return { ...resources, start: start ? new Date(start) : undefined, end: end ? new Date(end) : undefined };
}

/** From the first moment of the first day to the last of the last. @throws `platform.invalid-input` the wrong way round */
export function rangeOf({ from, to, zone }: DaysQuery): TimeRange {
  if (to < from)
    throw platformErrors['invalid-input']({}, { fields: [{ field: 'to', problems: ['to must not be before from'] }] });
  return rangeOfDays(from, to, zone);
}
