import { ApiExtraModels, ApiProperty, ApiPropertyOptional, getSchemaPath } from '@nestjs/swagger';
import { IsIn, IsUUID } from 'class-validator';
import type { CivilDate, ErrorParams, TimeRange } from '@jssu/kernel';
import { IsCivilDate } from '@jssu/platform';
import type { WaitingReason } from '../domain/allocate-seats.js';
import type { Commitment, MissingPrerequisite, SessionClash } from '../domain/eligibility.js';
import { ENROLMENT_STATES, type EnrolmentState } from '../domain/enrolment-state.js';
import type { AwaitingRow } from '../persistence/awaiting.view.js';
import { EnrolmentDto } from './enrolment-answers.dto.js';

export class AwaitingNominationDto extends EnrolmentDto implements AwaitingRow {
  /** First day of the offering. */
  @IsCivilDate()
  startsOn: CivilDate;

  /** Last day of the offering, inclusive. */
  @IsCivilDate()
  endsOn: CivilDate;

  /** Last day on which people are nominated for it, inclusive; null: until they are closed by hand. */
  @IsCivilDate()
  nominationsCloseOn: CivilDate | null;

  /**
   * How many nominations for the offering wait for the reader, this one among them.
   * @example 4
   */
  awaiting: number;
}

export class MissingPrerequisiteDto implements MissingPrerequisite {
  /**
   * `course:` or `scheme:` with a code.
   * @example "course:FIRST-AID"
   */
  key: string;

  /** @example "expired" */
  reason: 'absent' | 'not-yet-valid' | 'expired';

  /** For `expired`: the last valid day of what the person has. */
  @IsCivilDate()
  validUntil: CivilDate | null;
}

export class ClashTimeDto implements TimeRange {
  start: Date;
  end: Date;
}

export class OtherSessionDto implements Commitment {
  @IsUUID()
  sessionId: string;

  @IsUUID()
  offeringId: string;

  during: ClashTimeDto;
}

export class SessionClashDto implements SessionClash {
  /** A session of the offering. */
  @IsUUID()
  sessionId: string;

  /** What the person is booked for at that time. */
  with: OtherSessionDto;
}

/** One reason, in the reader’s language, as a problem document tells it. */
export class EnrolmentRefusalDto {
  /** @example "enrolment.person-left" */
  code: string;

  /** @example "The person no longer serves" */
  title: string;

  /** @example "The person no longer serves" */
  detail: string;

  /** @example "Name another person, or correct the person’s record." */
  remedy: string;

  /** What fills the texts. */
  @ApiProperty({ type: 'object', additionalProperties: true, example: {} })
  params: ErrorParams;

  /** With `enrolment.prerequisite-missing`. */
  @ApiPropertyOptional({ type: [MissingPrerequisiteDto] })
  missing?: readonly MissingPrerequisiteDto[];

  /** With `enrolment.overlapping-session`. */
  @ApiPropertyOptional({ type: [SessionClashDto] })
  clashes?: readonly SessionClashDto[];

  /**
   * With `enrolment.wrong-state`: what the enrolment can become.
   * @example ["cancelled"]
   */
  @ApiPropertyOptional({ type: [String], enum: ENROLMENT_STATES })
  allowed?: readonly EnrolmentState[];
}

export class NominatedDto {
  @IsUUID()
  personId: string;

  /** Of the nomination. */
  @IsUUID()
  id: string;

  @IsIn(['nominated'])
  state: 'nominated';
}

export class NominationRefusedDto {
  @IsUUID()
  personId: string;

  refusals: EnrolmentRefusalDto[];
}

@ApiExtraModels(NominatedDto, NominationRefusedDto)
export class NominationResultsDto {
  /** One for each person, in the order given. */
  @ApiProperty({
    type: 'array',
    items: { oneOf: [{ $ref: getSchemaPath(NominatedDto) }, { $ref: getSchemaPath(NominationRefusedDto) }] },
  })
  results: (NominatedDto | NominationRefusedDto)[];
}

export class EndorsedDto {
  /** Of the enrolment. */
  @IsUUID()
  id: string;

  /** @example "reserved" */
  state: EnrolmentState;

  /**
   * From 1; null for one who waits.
   * @example 7
   */
  seatNumber: number | null;

  /**
   * Why there is no seat yet: none is left, the unit has used its quota, or the person is booked elsewhere.
   * @example null
   */
  waitingReason: WaitingReason | null;
}

export class EndorsementRefusedDto {
  @IsUUID()
  id: string;

  refusals: EnrolmentRefusalDto[];
}

@ApiExtraModels(EndorsedDto, EndorsementRefusedDto)
export class EndorsementResultsDto {
  /** One for each nomination, in the order given. */
  @ApiProperty({
    type: 'array',
    items: { oneOf: [{ $ref: getSchemaPath(EndorsedDto) }, { $ref: getSchemaPath(EndorsementRefusedDto) }] },
  })
  results: (EndorsedDto | EndorsementRefusedDto)[];
}
