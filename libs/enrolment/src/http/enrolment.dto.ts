import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import type { CivilDate } from '@jssu/kernel';
import { IsCivilDate, ListQuery } from '@jssu/platform';
import {
  ENROLMENT_STATES,
  INCOMPLETE_REASONS,
  type EnrolmentState,
  type IncompleteReason,
} from '../domain/enrolment-state.js';

export class NominatedPersonDto {
  @IsUUID()
  personId: string;

  /**
   * 1 (highest) to 9.
   * @example 3
   */
  @IsInt()
  @Min(1)
  @Max(9)
  priority: number;
}

export class NominateDto {
  @IsUUID()
  offeringId: string;

  /** 1 to 200, each person once. Among equal priorities this order is the order of merit. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  @ArrayUnique((person: NominatedPersonDto) => person.personId)
  @ValidateNested({ each: true })
  @Type(() => NominatedPersonDto)
  people: NominatedPersonDto[];
}

export class EndorseDto {
  /** Nominations, 1 to 200, each once. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  ids: string[];
}

export class EnrolmentReasonDto {
  /**
   * Kept with the enrolment and in the audit trail.
   * @example "Needed on duty at the site"
   */
  @IsString()
  @Length(3, 500)
  reason: string;
}

export class SubstituteDto {
  /** Of the same unit. */
  @IsUUID()
  personId: string;

  /** @example "On sick leave from 3 November" */
  @IsOptional()
  @IsString()
  @Length(3, 500)
  reason?: string;
}

export class IncompleteDto {
  /** @example medical */
  @IsIn(INCOMPLETE_REASONS)
  reason: IncompleteReason;

  /**
   * In words, for the record.
   * @example "Broken ankle, certificate seen"
   */
  @IsOptional()
  @IsString()
  @Length(3, 500)
  note?: string;

  /** For `transferred`, and only then: the offering to which the person moves. */
  @IsOptional()
  @IsUUID()
  transferredTo?: string;
}

export class WalkOnDto {
  @IsUUID()
  personId: string;
}

export class QuotaDto {
  /** A unit to which the offering is open; its quota is for the units below it too. */
  @IsUUID()
  unitId: string;

  /**
   * 0 or more.
   * @example 12
   */
  @IsInt()
  @Min(0)
  @Max(2000)
  seats: number;

  /**
   * On this day unused seats open to everybody; the first day of the offering at the latest.
   * @example 2026-11-20
   */
  @IsCivilDate()
  releaseOn: CivilDate;
}

export class QuotasDto {
  /** The whole list; it replaces the one before. */
  @IsArray()
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => QuotaDto)
  quotas: QuotaDto[];
}

export class EnrolmentQuery extends ListQuery {
  @IsOptional()
  @IsUUID()
  offeringId?: string;

  @IsOptional()
  @IsUUID()
  personId?: string;

  /** The person's unit when nominated. */
  @IsOptional()
  @IsUUID()
  unitId?: string;

  @IsOptional()
  @IsIn(ENROLMENT_STATES)
  state?: EnrolmentState;
}

export class NominationQuery extends ListQuery {
  @IsOptional()
  @IsUUID()
  offeringId?: string;

  @IsOptional()
  @IsUUID()
  personId?: string;

  /** The person's unit when nominated. */
  @IsOptional()
  @IsUUID()
  unitId?: string;

  /** Those not decided yet, or those rejected; both when left out. */
  @IsOptional()
  @IsIn(['nominated', 'rejected'])
  state?: 'nominated' | 'rejected';
}
