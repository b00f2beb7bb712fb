import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsUUID } from 'class-validator';
import type { CivilDate, Locale, Zone } from '@jssu/kernel';
import { IsCivilDate, LocalizedTextDto } from '@jssu/platform';
import type { FeasibilityProblem, FeasibilityRule } from '../domain/feasibility-problems.js';
import type { OfferingState } from '../domain/offering-state.js';
import { OFFERING_STEPS, type OfferingStep } from '../domain/offering-steps.js';
import type { TextParams } from '../domain/tell.js';
import type { OfferingRow } from '../persistence/offering.view.js';
import { CourseSessionDto } from './session-answers.dto.js';

export class OfferingDto implements OfferingRow {
  @IsUUID()
  id: string;

  /** @example "GUARD-101-26-03" */
  code: string;

  @IsUUID()
  courseVersionId: string;

  @IsUUID()
  courseId: string;

  /** @example "GUARD-101" */
  courseCode: string;

  /** @example { "en": "Site guard, basic course", "ur": "سائٹ گارڈ، بنیادی کورس", "zh": "驻地警卫基础课程" } */
  courseTitle: LocalizedTextDto;

  /** @example 2 */
  courseVersionNumber: number;

  /** The unit that runs it. */
  @IsUUID()
  unitId: string;

  /** @example "SSD-SOUTH" */
  unitCode: string;

  /** Whose people, with those of the units below, may be nominated. */
  @IsUUID()
  openToUnitId: string;

  /** @example "SSD" */
  openToUnitCode: string;

  /**
   * In which it is taught.
   * @example "ur"
   */
  language: Locale;

  /** In which its civil dates are read. */
  zone: Zone;

  /**
   * With fewer it is not confirmed.
   * @example 8
   */
  seatsMin: number;

  /** @example 24 */
  seatsMax: number;

  @IsCivilDate()
  startsOn: CivilDate;

  /**
   * Last day, inclusive.
   * @example "2026-03-06"
   */
  @IsCivilDate()
  endsOn: CivilDate;

  /**
   * Last day, inclusive; null: until they are closed by hand.
   * @example "2026-02-20"
   */
  @IsCivilDate()
  nominationsCloseOn: CivilDate | null;

  /** @example "published" */
  state: OfferingState;

  /**
   * Why it was postponed, cancelled or aborted.
   * @example "Flood warning for the district"
   */
  stateReason: string | null;

  /**
   * For `If-Match`.
   * @example 3
   */
  version: number;
}

export class SessionNumberDto {
  @IsUUID()
  id: string;

  /** @example 2 */
  number: number;
}

export class FeasibilityProblemDto implements FeasibilityProblem {
  /** @example "role-missing" */
  rule: FeasibilityRule;

  /**
   * The block of the syllabus.
   * @example "SEARCH"
   */
  block: string;

  /** Null where the block as a whole is concerned. */
  session: SessionNumberDto | null;

  /** The numbers, codes and names of the message. */
  @ApiProperty({ type: 'object', additionalProperties: true, example: { needed: 2, booked: 1 } })
  params: TextParams;

  /** @example { "en": "Session 2 (SEARCH) needs 2 × lead instructor; 1 booked.", "ur": "نشست 2 (SEARCH) کے لیے 2 × مرکزی انسٹرکٹر درکار ہیں؛ 1 بُک ہیں۔", "zh": "第 2 课时（SEARCH）需要主讲教员 2 名，已安排 1 名。" } */
  message: LocalizedTextDto;

  /** @example { "en": "Book an authorised instructor in that role.", "ur": "اس کردار میں کسی مجاز انسٹرکٹر کو بُک کریں۔", "zh": "请安排获授权担任该职务的教员。" } */
  remedy: LocalizedTextDto;
}

export class FeasibilityDto {
  /** @example false */
  feasible: boolean;

  /** Everything that stands in the way of carrying it out as planned. */
  problems: FeasibilityProblemDto[];
}

export class OfferingDetailDto extends OfferingDto {
  /**
   * What its state allows next.
   * @example ["close-nominations", "postpone", "cancel"]
   */
  @IsIn(OFFERING_STEPS, { each: true })
  steps: OfferingStep[];

  /** By number, with those that were cancelled. */
  sessions: CourseSessionDto[];

  /** Null for readers who do not reach the unit that runs it. */
  @ApiProperty({ type: [FeasibilityProblemDto], nullable: true })
  feasibility: FeasibilityProblemDto[] | null;
}

export class OfferingSteppedDto {
  /** @example "published" */
  state: OfferingState;

  /** @example 4 */
  version: number;
}
