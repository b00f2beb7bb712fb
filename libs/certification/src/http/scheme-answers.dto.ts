import { ApiExtraModels, ApiProperty, ApiPropertyOptional, getSchemaPath } from '@nestjs/swagger';
import { IsIn, IsUUID } from 'class-validator';
import { PARTIES, type Party, type Period } from '@jssu/kernel';
import { IsCivilDate, LocalizedTextDto } from '@jssu/platform';
import type { EvidenceKind, EvidenceLeaf, Requirement } from '../domain/requirement.js';
import type { Anchor, SchemeVersionRules } from '../domain/scheme-version.js';
import type { SchemeRow } from '../persistence/scheme.view.js';

type GroupOf<Op extends Requirement['op']> = Extract<Requirement, { readonly op: Op }>;

/** By the calendar, clamped at the month’s end. */
export class PeriodDto implements Period {
  /** @example 2 */
  years?: number;

  /** @example 6 */
  months?: number;

  /** @example 30 */
  days?: number;
}

/** One thing that must be shown. */
export class EvidenceLeafDto implements EvidenceLeaf {
  @IsIn(['evidence'])
  op: 'evidence';

  /**
   * Names it within its tree: waivers and equivalences point at it.
   * @example "course"
   */
  key: string;

  /** @example "course-result" */
  kind: EvidenceKind;

  /**
   * Narrows the kind, such as the code of a course; absent: any.
   * @example "GUARD-101"
   */
  subject?: string;

  /** Counted from the day of achievement. */
  @ApiPropertyOptional({ type: PeriodDto, example: { years: 3 } })
  maxAge?: PeriodDto;

  /** Whether a waiver may release from it; true when absent. */
  waivable?: boolean;
}

const REQUIREMENT = {
  oneOf: ['EvidenceLeafDto', 'RequirementGroupDto', 'RequirementChoiceDto'].map((name) => ({
    $ref: getSchemaPath(name),
  })),
};

/** All, or any, of the parts. */
export class RequirementGroupDto implements GroupOf<'all' | 'any'> {
  op: 'all' | 'any';

  @ApiProperty({ type: 'array', items: REQUIREMENT })
  of: readonly RequirementDto[];
}

/** At least `n` of the parts. */
export class RequirementChoiceDto implements GroupOf<'n-of'> {
  @IsIn(['n-of'])
  op: 'n-of';

  /** @example 2 */
  n: number;

  @ApiProperty({ type: 'array', items: REQUIREMENT })
  of: readonly RequirementDto[];
}

export type RequirementDto = EvidenceLeafDto | RequirementGroupDto | RequirementChoiceDto;

/** Counted from completion, or from the old expiry when renewed inside the window. */
export class AnchorDto {
  kind: Exclude<Anchor['kind'], 'fixed-date'>;
}

/** Everybody expires on one day of the year, but never with less than `minimumActive`. */
export class FixedDateAnchorDto implements Extract<Anchor, { readonly kind: 'fixed-date' }> {
  @IsIn(['fixed-date'])
  kind: 'fixed-date';

  /** @example 6 */
  month: number;

  /** @example 30 */
  day: number;

  @ApiProperty({ type: PeriodDto, example: { months: 6 } })
  minimumActive: PeriodDto;
}

@ApiExtraModels(EvidenceLeafDto, RequirementGroupDto, RequirementChoiceDto, AnchorDto, FixedDateAnchorDto)
export class SchemeVersionRulesDto implements SchemeVersionRules {
  @ApiProperty(REQUIREMENT)
  requirement: RequirementDto;

  /** What a renewal asks for; the full requirement when absent. */
  @ApiPropertyOptional(REQUIREMENT)
  renewalRequirement?: RequirementDto;

  /** Null: never expires. */
  @ApiProperty({ type: PeriodDto, example: { years: 2 } })
  validity: PeriodDto | null;

  /** Before expiry; a period without length: there is no window. */
  @ApiProperty({ type: PeriodDto, example: { months: 3 } })
  renewalWindow: PeriodDto;

  /** After expiry. */
  @ApiProperty({ type: PeriodDto, example: { days: 30 } })
  grace: PeriodDto;

  @ApiProperty({ oneOf: [{ $ref: getSchemaPath(AnchorDto) }, { $ref: getSchemaPath(FixedDateAnchorDto) }] })
  anchor: AnchorDto | FixedDateAnchorDto;

  /**
   * Each must sign a decision before it is in force.
   * @example ["pk"]
   */
  @ApiProperty({ type: [String], enum: PARTIES })
  authorities: readonly Party[];
}

export class SchemeVersionDto {
  @IsUUID()
  id: string;

  /** @example 1 */
  number: number;

  /** @example "published" */
  @IsIn(['draft', 'published', 'retired'])
  state: string;

  rules: SchemeVersionRulesDto;

  /** First day on which decisions follow it; null for a draft. */
  @IsCivilDate()
  effectiveFrom: string | null;

  /**
   * For `If-Match` when the draft is changed.
   * @example 3
   */
  version: number;
}

export class SchemeDto implements SchemeRow {
  @IsUUID()
  id: string;

  /** @example "SITE-GUARD-1" */
  code: string;

  /** @example { "en": "Site guard, level 1", "ur": "سائٹ گارڈ، درجہ اول", "zh": "驻地警卫一级" } */
  title: LocalizedTextDto;

  /** The oldest first. */
  versions: SchemeVersionDto[];
}

export class SchemeCreatedDto {
  @IsUUID()
  id: string;

  /** Of version 1, a draft. */
  @IsUUID()
  versionId: string;
}

export class SchemeVersionDraftedDto {
  @IsUUID()
  versionId: string;

  /** @example 2 */
  number: number;
}
