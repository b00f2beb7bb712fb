import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsUUID } from 'class-validator';
import type { CivilDate, Party } from '@jssu/kernel';
import { IsCivilDate, LocalizedTextDto } from '@jssu/platform';
import { PersonNamesDto } from '@jssu/people';
import type { Decided } from '../application/decide-certification.js';
import { DECISION_TYPES, type DecisionType, type Signature } from '../domain/certification-event.js';
import type { CertificationStatus, ExplanationEntry } from '../domain/certification-status.js';
import type { CertificateRow } from '../persistence/certificate.view.js';
import type { CertificationRow } from '../persistence/certification-register.js';
import type { CertificationDetail, OpenTask } from '../persistence/certification.view.js';
import { TaskFailureDto } from './batch-answers.dto.js';

export class CertificationDto extends PersonNamesDto implements CertificationRow {
  @IsUUID()
  id: string;

  @IsUUID()
  personId: string;

  /** @example "BLC-2021-00417" */
  serviceNumber: string;

  /** The person’s unit. */
  @IsUUID()
  unitId: string;

  @IsUUID()
  schemeId: string;

  /** @example "SITE-GUARD-1" */
  schemeCode: string;

  /** @example "current" */
  status: CertificationStatus;

  /**
   * What the status would be without decisions that wait for a signature.
   * @example "current"
   */
  standing: CertificationStatus;

  /**
   * Last valid day, inclusive; null when nothing is held or it never expires.
   * @example "2028-03-02"
   */
  @IsCivilDate()
  expiresOn: CivilDate | null;

  /** @example "2027-12-02" */
  @IsCivilDate()
  renewalOpensOn: CivilDate | null;

  /**
   * Last day of grace, inclusive.
   * @example "2028-04-01"
   */
  @IsCivilDate()
  graceEndsOn: CivilDate | null;

  /** While revoked: last day of the bar, inclusive; null without end. */
  @IsCivilDate()
  barredUntil: CivilDate | null;

  /** The decision that waits for a signature. */
  @IsUUID()
  pendingEventId: string | null;
}

export class ExplanationDto implements ExplanationEntry {
  @IsUUID()
  eventId: string;

  /** @example "granted" */
  @IsIn([...DECISION_TYPES, 'corrected'])
  type: ExplanationEntry['type'];

  /**
   * What the event does to the status on that day, as known at that instant.
   * @example "applied"
   */
  effect: ExplanationEntry['effect'];
}

export class SignatureDto implements Signature {
  /** @example "pk" */
  party: Party;

  /** Null when the rule of a scheme with one authority decided by itself. */
  @IsUUID()
  personId: string | null;

  signedAt: Date;
}

/** What stands in the place of a decision that was wrong. */
export class ReplacementDecisionDto {
  /** @example "granted" */
  type: DecisionType;

  @IsCivilDate()
  effectiveOn: CivilDate;

  @IsUUID()
  schemeVersionId: string;

  /** With `granted` and `renewed`: the day the requirements were complete. */
  @IsCivilDate()
  completedOn?: CivilDate | null;

  /** With `granted` and `renewed`. */
  @ApiPropertyOptional({ type: [String], format: 'uuid' })
  evidenceIds?: readonly string[];

  /** With `extended`: the new last valid day. */
  @IsCivilDate()
  until?: CivilDate;

  /** With `revoked`: last day of the bar; null without end. */
  @IsCivilDate()
  barredUntil?: CivilDate | null;
}

/** What was decided, by whom and when. Members that its type has no use for are null. */
export class CertificationEventDto {
  @IsUUID()
  id: string;

  /** @example "granted" */
  @IsIn([...DECISION_TYPES, 'corrected'])
  type: DecisionType | 'corrected';

  /** Whose rules it follows. */
  @IsUUID()
  schemeVersionId: string;

  @IsCivilDate()
  effectiveOn?: CivilDate | null;

  /** The day the requirements were complete. */
  @IsCivilDate()
  completedOn?: CivilDate | null;

  /** Of an extension: the new last valid day. */
  @IsCivilDate()
  until?: CivilDate | null;

  /** Of a revocation: last day of the bar. */
  @IsCivilDate()
  barredUntil?: CivilDate | null;

  /** What a grant or renewal rests on. */
  @ApiPropertyOptional({ type: [String], format: 'uuid' })
  evidenceIds?: readonly string[];

  /** Of a correction: the event that was wrong. */
  @IsUUID()
  supersedes?: string | null;

  /** Of a correction: null when nothing should have been decided. */
  replacement?: ReplacementDecisionDto | null;

  /**
   * Absent where none was asked for.
   * @example "Fitness under review after an accident"
   */
  reason?: string;

  recordedAt: Date;

  @ApiProperty({ type: [SignatureDto] })
  signatures: readonly SignatureDto[];
}

export class CertificateDto implements CertificateRow {
  @IsUUID()
  id: string;

  /** @example "JSSU-2026-000417" */
  number: string;

  @IsUUID()
  certificationId: string;

  /** The decision that it states. */
  @IsUUID()
  eventId: string;

  @IsCivilDate()
  grantedOn: CivilDate;

  /**
   * As printed: the last valid day, inclusive; null without end.
   * @example "2028-03-02"
   */
  @IsCivilDate()
  expiresOn: CivilDate | null;

  /** @example { "en": "Site guard, level 1", "ur": "سائٹ گارڈ، درجہ اول", "zh": "驻地警卫一级" } */
  scheme: LocalizedTextDto;

  /**
   * For `/verify/{code}`.
   * @example "7k3m9qxd2htwc8vr4jnp6yba0zse"
   */
  verificationCode: string;

  issuedAt: Date;
}

export class OpenTaskDto implements OpenTask {
  @IsUUID()
  id: string;

  @IsUUID()
  batchId: string | null;

  /** @example "pending_signature" */
  @IsIn(['queued', 'pending_signature', 'refused', 'failed', 'review'])
  state: OpenTask['state'];

  /** The decision, once there is one. */
  @IsUUID()
  eventId: string | null;

  updatedAt: Date;

  failure: TaskFailureDto | null;
}

export class CertificationDetailDto extends CertificationDto implements Omit<CertificationDetail, 'events'> {
  @IsCivilDate()
  validAt: CivilDate;

  knownAt: Date;

  /** What each event does to the status, the oldest first. */
  @ApiProperty({ type: [ExplanationDto] })
  explanation: readonly ExplanationDto[];

  /** The oldest first. */
  @ApiProperty({ type: [CertificationEventDto] })
  events: readonly CertificationEventDto[];

  /** The oldest first. */
  certificates: CertificateDto[];

  /** What is still to be done, was refused or failed, or is to be looked at by somebody. */
  tasks: OpenTaskDto[];
}

export class DecidedDto implements Decided {
  @IsUUID()
  certificationId: string;

  /** The event that was written or signed. */
  @IsUUID()
  eventId: string;

  /** @example "current" */
  status: CertificationStatus;
}
