import { Type } from 'class-transformer';
import { IsObject, IsString, Length, Matches, ValidateNested } from 'class-validator';
import type { CivilDate } from '@jssu/kernel';
import { IsCivilDate, LocalizedTextDto } from '@jssu/platform';

export class SchemeRulesDto {
  /**
   * Requirement tree, validity, renewal window, grace, anchor, authorities.
   * @example { "requirement": { "op": "evidence", "key": "course", "kind": "course-result", "subject": "GUARD-101" }, "validity": { "years": 2 }, "renewalWindow": { "months": 3 }, "grace": { "days": 30 }, "anchor": { "kind": "completion" }, "authorities": ["pk"] }
   */
  @IsObject()
  rules: Record<string, unknown>;
}

export class CreateSchemeDto extends SchemeRulesDto {
  /** @example SITE-GUARD-1 */
  @Matches(/^[A-Z0-9][A-Z0-9-]{0,31}$/)
  code: string;

  @ValidateNested()
  @Type(() => LocalizedTextDto)
  title: LocalizedTextDto;
}

export class PublishDto {
  /** First day on which decisions follow the version. */
  @IsCivilDate()
  effectiveFrom: CivilDate;
}

export class RetireDto {
  /** @example "Replaced by the syllabus of 2027" */
  @IsString()
  @Length(5, 500)
  reason: string;
}
