import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsDateString,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  MaxLength,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { PARTIES, type CivilDate, type Party } from '@jssu/kernel';
import { IsCivilDate, ListQuery } from '@jssu/platform';
import type { DecisionRequest, Replacement } from '../application/decide-certification.js';
import type { NewEvidence } from '../application/record-evidence.js';
import { DECISION_TYPES, type DecisionType } from '../domain/certification-event.js';
import { CERTIFICATION_STATUSES, type CertificationStatus } from '../domain/certification-status.js';
import { EVIDENCE_KINDS } from '../domain/requirement.js';

export class RecordEvidenceDto {
  @IsUUID()
  personId: string;

  @IsIn(EVIDENCE_KINDS.filter((kind) => kind !== 'course-result'))
  kind: NewEvidence['kind'];

  /**
   * What it shows: a course code, a certificate; for a waiver or an equivalence, the key of the requirement.
   * @example FITNESS-A
   */
  @IsOptional()
  @IsString()
  @Length(1, 100)
  subject?: string;

  @IsCivilDate()
  achievedOn: CivilDate;

  /** Last day on which it counts; a waiver has one. */
  @IsOptional()
  @IsCivilDate()
  validUntil?: CivilDate;

  /**
   * Where it comes from and who checked it; for a waiver, why it is granted.
   * @example "Paper seen at the medical board, Quetta"
   */
  @IsString()
  @Length(5, 500)
  reason: string;
}

export class ReplacementDto {
  @IsIn(DECISION_TYPES)
  type: DecisionType;

  @IsCivilDate()
  effectiveOn: CivilDate;

  /** For `granted` and `renewed`: the day the requirements were complete; `effectiveOn` when left out. */
  @IsOptional()
  @IsCivilDate()
  completedOn?: CivilDate;

  /** For `granted` and `renewed`: the evidence it rests on. */
  @ValidateIf((dto: ReplacementDto) => ['granted', 'renewed'].includes(dto.type))
  @IsArray()
  @ArrayMaxSize(200)
  @IsUUID(undefined, { each: true })
  evidenceIds?: string[];

  /** For `extended`: the new last valid day. */
  @ValidateIf((dto: ReplacementDto) => dto.type === 'extended')
  @IsCivilDate()
  until?: CivilDate;

  /** For `revoked`: last day of the bar; left out for a bar without end. */
  @IsOptional()
  @IsCivilDate()
  barredUntil?: CivilDate;
}

const DECISIONS = [
  'grant',
  'sign',
  'suspended',
  'reinstated',
  'surrendered',
  'revoked',
  'extended',
  'corrected',
] as const;

export class DecideDto {
  @IsUUID()
  personId: string;

  @IsUUID()
  schemeId: string;

  /** The authority that you sign for. */
  @IsIn(PARTIES)
  party: Party;

  @IsIn(DECISIONS)
  decision: (typeof DECISIONS)[number];

  /** For `sign`: the decision that waits for the signature. For `corrected`: the event that was wrong. */
  @ValidateIf((dto: DecideDto) => ['sign', 'corrected'].includes(dto.decision))
  @IsUUID()
  eventId?: string;

  /**
   * For all but `grant` and `sign`.
   * @example "Fitness under review after an accident"
   */
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

  /** For `corrected`: what should have been decided; left out when nothing should have been. */
  @IsOptional()
  @ValidateNested()
  @Type(() => ReplacementDto)
  replacement?: ReplacementDto;
}

/** The body's members that its kind of decision uses; validation has seen to it that they are there. */
export function toDecision(body: DecideDto): DecisionRequest['decision'] {
  const { decision: type, eventId = '', reason = '', until, barredUntil = null, replacement } = body;
  switch (type) {
    case 'grant':
      return { type };
    case 'sign':
      return { type, eventId };
    case 'revoked':
      return { type, reason, barredUntil };
    case 'extended':
      return { type, reason, until: until as CivilDate };
    case 'corrected':
      return { type, reason, eventId, replacement: replacement ? toReplacement(replacement) : null };
    default:
      return { type, reason };
  }
}

function toReplacement({
  type,
  effectiveOn,
  completedOn,
  evidenceIds,
  until,
  barredUntil,
}: ReplacementDto): Replacement {
  switch (type) {
    case 'granted':
    case 'renewed':
      return { type, effectiveOn, completedOn: completedOn ?? null, evidenceIds: evidenceIds ?? [] };
    case 'extended':
      return { type, effectiveOn, until: until as CivilDate };
    case 'revoked':
      return { type, effectiveOn, barredUntil: barredUntil ?? null };
    default:
      return { type, effectiveOn };
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

  /** @example SITE-GUARD-1 */
  @IsOptional()
  @Matches(/^[A-Z0-9][A-Z0-9-]{0,31}$/)
  schemeCode?: string;

  /** A unit with those below it. */
  @IsOptional()
  @IsUUID()
  unitId?: string;

  /** On the day of `validAt`. */
  @IsOptional()
  @IsIn(CERTIFICATION_STATUSES)
  status?: CertificationStatus;

  /** Last valid day before this one. */
  @IsOptional()
  @IsCivilDate()
  expiresBefore?: CivilDate;

  /** Last valid day after this one. */
  @IsOptional()
  @IsCivilDate()
  expiresAfter?: CivilDate;

  /** Part of a name in any script, or of a service number. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  search?: string;

  /** The day asked about; today when left out. */
  @IsOptional()
  @IsCivilDate()
  validAt?: CivilDate;

  /** As far as was known at this instant; now when left out. */
  @IsOptional()
  @IsDateString()
  knownAt?: string;
}
