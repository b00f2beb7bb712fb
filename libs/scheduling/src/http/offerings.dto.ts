import { Transform } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, IsUUID, Length, Matches, Max, Min, ValidateIf } from 'class-validator';
import { LOCALES, ZONES, type CivilDate, type Locale, type Zone } from '@jssu/kernel';
import { IsCivilDate, ListQuery } from '@jssu/platform';
import { OFFERING_STATES, type OfferingState } from '../domain/offering-state.js';
import { OFFERING_STEPS, type OfferingStep } from '../domain/offering-steps.js';

export class OfferingQuery extends ListQuery {
  @IsOptional()
  @IsIn(OFFERING_STATES)
  state?: OfferingState;

  @IsOptional()
  @IsUUID()
  courseId?: string;

  /** Run by that unit. */
  @IsOptional()
  @IsUUID()
  unitId?: string;

  /**
   * Those that end on that day or later.
   * @example 2026-12-01
   */
  @IsOptional()
  @IsCivilDate()
  from?: CivilDate;

  /**
   * Those that begin on that day or earlier.
   * @example 2026-12-31
   */
  @IsOptional()
  @IsCivilDate()
  to?: CivilDate;
}

export class CreateOfferingDto {
  /** An approved version of a course. */
  @IsUUID()
  courseVersionId: string;

  /** @example GUARD-101-26-03 */
  @Matches(/^[A-Z0-9][A-Z0-9-]{0,47}$/)
  code: string;

  /** The unit that runs it. */
  @IsUUID()
  unitId: string;

  /** Whose people, with those of the units below, may be nominated; the unit itself when left out. */
  @IsOptional()
  @IsUUID()
  openToUnitId?: string;

  /**
   * In which it is taught.
   * @example ur
   */
  @IsIn(LOCALES)
  language: Locale;

  /** In which its civil dates are read; the unit's when left out. */
  @IsOptional()
  @IsIn(ZONES)
  zone?: Zone;

  /**
   * With fewer it is not confirmed.
   * @example 8
   */
  @IsInt()
  @Min(0)
  @Max(2000)
  seatsMin: number;

  /** @example 24 */
  @IsInt()
  @Min(1)
  @Max(2000)
  seatsMax: number;

  /** @example 2026-12-07 */
  @IsCivilDate()
  startsOn: CivilDate;

  /**
   * Last day, inclusive.
   * @example 2026-12-11
   */
  @IsCivilDate()
  endsOn: CivilDate;

  /** Last day, inclusive; left out: until they are closed by hand. */
  @IsOptional()
  @IsCivilDate()
  nominationsCloseOn?: CivilDate;
}

const given = (_: object, value: unknown) => value !== undefined;

export class ChangeOfferingDto {
  @ValidateIf(given)
  @IsUUID()
  openToUnitId?: string;

  @ValidateIf(given)
  @IsIn(LOCALES)
  language?: Locale;

  /** @example 8 */
  @ValidateIf(given)
  @IsInt()
  @Min(0)
  @Max(2000)
  seatsMin?: number;

  /**
   * Not below the seats that are held.
   * @example 24
   */
  @ValidateIf(given)
  @IsInt()
  @Min(1)
  @Max(2000)
  seatsMax?: number;

  /** No session may be left outside the dates. */
  @ValidateIf(given)
  @IsCivilDate()
  startsOn?: CivilDate;

  @ValidateIf(given)
  @IsCivilDate()
  endsOn?: CivilDate;

  /** Null: until they are closed by hand. */
  @IsOptional()
  @IsCivilDate()
  nominationsCloseOn?: CivilDate | null;
}

export class StepDto {
  /** @example publish */
  @IsIn(OFFERING_STEPS)
  step: OfferingStep;

  /**
   * For `postpone`, `cancel` and `abort`; kept in the audit trail.
   * @example "Flood warning for the district"
   */
  @IsOptional()
  @IsString()
  @Transform(({ value }) => (typeof value === 'string' ? value.trim() : value))
  @Length(5, 500)
  reason?: string;
}
