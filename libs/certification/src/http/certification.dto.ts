import { Type } from 'class-transformer';
import {
  IsDateString,
  IsIn,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { PARTIES, type CivilDate, type Party } from '@jssu/kernel';
import { IsCivilDate, ListQuery, LocalizedTextDto } from '@jssu/platform';
import type { DecisionRequest } from '../application/decide-certification.js';
import { EVIDENCE_KINDS, type EvidenceKind } from '../domain/requirement.js';

export class CreateSchemeDto {
  /** @example SITE-GUARD-1 */
  @Matches(/^[A-Z0-9][A-Z0-9-]{0,31}$/)
  code: string;

  @ValidateNested()
  @Type(() => LocalizedTextDto)
  title: LocalizedTextDto;

  /**
   * Requirement tree, validity, renewal window, grace, anchor, authorities.
   * @example { "requirement": { "op": "evidence", "key": "course", "kind": "course-result", "subject": "GUARD-101" }, "validity": { "years": 2 }, "renewalWindow": { "months": 3 }, "grace": { "days": 30 }, "anchor": { "kind": "completion" }, "authorities": ["pk"] }
   */
  @IsObject()
  rules: Record<string, unknown>;
}

export class PublishDto {
  /** First day on which decisions follow the version. */
  @IsCivilDate()
  effectiveFrom: CivilDate;
}

export class RecordEvidenceDto {
  @IsUUID()
  personId: string;

  @IsIn(EVIDENCE_KINDS.filter((kind) => kind !== 'course-result'))
  kind: EvidenceKind;

  /** What it shows: a course code, a certificate, or, for a waiver, the key of the requirement. */
  @IsOptional()
  @IsString()
  @Length(1, 100)
  subject?: string;

  @IsCivilDate()
  achievedOn: CivilDate;

  /** Last day on which it counts. */
  @IsOptional()
  @IsCivilDate()
  validUntil?: CivilDate;

  /** Where it comes from and who checked it. */
  @IsString()
  @Length(5, 500)
  reason: string;
}

export class DecideDto {
  @IsUUID()
  personId: string;

  @IsUUID()
  schemeId: string;

  /** The authority that you sign for. */
  @IsIn(PARTIES)
  party: Party;

  @IsIn(['grant', 'sign', 'suspended', 'reinstated', 'surrendered', 'revoked', 'extended'])
  decision: 'grant' | 'sign' | 'suspended' | 'reinstated' | 'surrendered' | 'revoked' | 'extended';

  /** For `sign`: the decision that waits for the signature. */
  @ValidateIf((dto: DecideDto) => dto.decision === 'sign')
  @IsUUID()
  eventId?: string;

  /** For all but `grant` and `sign`. */
  @ValidateIf((dto: DecideDto) => !['grant', 'sign'].includes(dto.decision))
  @IsString()
  @Length(5, 500)
  reason?: string;

  /** For `extended`: the new last valid day. */
  @ValidateIf((dto: DecideDto) => dto.decision === 'extended')
  @IsCivilDate()
  until?: CivilDate;

  /** For `revoked`: last day of the bar; left out for a bar without end. */
  @IsOptional()
  @IsCivilDate()
  barredUntil?: CivilDate;
}

/** The body's members that its kind of decision uses; validation has seen to it that they are there. */
export function toDecision(body: DecideDto): DecisionRequest['decision'] {
  const { decision: type, eventId = '', reason = '', until, barredUntil = null } = body;
  switch (type) {
    case 'grant':
      return { type };
    case 'sign':
      return { type, eventId };
    case 'revoked':
      return { type, reason, barredUntil };
    case 'extended':
      return { type, reason, until: until as CivilDate };
    default:
      return { type, reason };
  }
}

export class AsOfQuery {
  /** The day asked about; today when left out. */
  @IsOptional()
  @IsCivilDate()
  validAt?: CivilDate;

  /** As far as was known at this instant; now when left out. */
  @IsOptional()
  @IsDateString()
  knownAt?: string;
}

export class CertificationQuery extends ListQuery {
  @IsOptional()
  @IsUUID()
  personId?: string;

  @IsOptional()
  @IsUUID()
  schemeId?: string;

  /** The day asked about; today when left out. */
  @IsOptional()
  @IsCivilDate()
  validAt?: CivilDate;

  /** As far as was known at this instant; now when left out. */
  @IsOptional()
  @IsDateString()
  knownAt?: string;
}
