import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsUUID } from 'class-validator';
import type { EnrolmentState } from '@jssu/enrolment';
import type { Zone } from '@jssu/kernel';
import { PersonNamesDto } from '@jssu/people';
import type { AttendanceStatus } from '../domain/mark.js';
import type { RegisterState } from '../domain/register-state.js';
import type { MarkRow, RegisterDocument, RegisterLine } from '../persistence/register.view.js';

export class StandingMarkDto {
  @IsUUID()
  id: string;

  /** @example "late" */
  status: AttendanceStatus;

  /**
   * Attended: all for `present`, none for `absent` and `excused`.
   * @example 90
   */
  minutes: number;

  /** @example "on leave, letter shown" */
  note: string | null;

  /**
   * Where it was marked.
   * @example "tablet 3"
   */
  device: string | null;

  @ApiProperty({ type: String, format: 'date-time' })
  markedAt: string;

  /** The person; null for an account without one. */
  @IsUUID()
  markedBy: string | null;

  /**
   * Why it differs from a former one, where it was corrected.
   * @example "two trainees were mistaken for each other"
   */
  reason: string | null;
}

export class RegisterLineDto extends PersonNamesDto implements RegisterLine {
  @IsUUID()
  enrolmentId: string;

  @IsUUID()
  personId: string;

  /** @example "BLC-2021-00417" */
  serviceNumber: string;

  /** @example "Head Constable" */
  rank: string;

  /**
   * Null for one who left the course.
   * @example 7
   */
  seatNumber: number | null;

  /** @example "attending" */
  enrolmentState: EnrolmentState;

  /** The mark that stands; null where nobody marked the trainee yet. */
  mark: StandingMarkDto | null;
}

export class RegisterDto implements RegisterDocument {
  @IsUUID()
  sessionId: string;

  @IsUUID()
  offeringId: string;

  /** @example "GUARD-101-26-03" */
  offeringCode: string;

  /**
   * Of the session within the offering.
   * @example 2
   */
  number: number;

  /** @example "SEARCH" */
  blockCode: string;

  start: Date;

  end: Date;

  /** Of the offering: in which its times are read. */
  zone: Zone;

  /**
   * Length of the session.
   * @example 120
   */
  minutes: number;

  /** @example "scheduled" */
  @IsIn(['scheduled', 'held', 'cancelled'])
  sessionState: 'scheduled' | 'held' | 'cancelled';

  /** @example "submitted" */
  state: RegisterState;

  /** The person. */
  @IsUUID()
  submittedBy: string | null;

  submittedAt: Date | null;

  /** Another person than the one who submitted it. */
  @IsUUID()
  countersignedBy: string | null;

  countersignedAt: Date | null;

  /**
   * For `If-Match` when it is submitted or countersigned.
   * @example 3
   */
  version: number;

  /** By seat. */
  people: RegisterLineDto[];
}

/** A mark that stands or stood. */
export class PastMarkDto implements MarkRow {
  @IsUUID()
  id: string;

  /** @example "late" */
  status: AttendanceStatus;

  /**
   * Attended: all for `present`, none for `absent` and `excused`.
   * @example 90
   */
  minutes: number;

  /** @example "on leave, letter shown" */
  note: string | null;

  markedAt: Date;

  /** Later than `markedAt` where it was marked without a line. */
  recordedAt: Date;

  /** Null for an account without a person. */
  markedBy: PersonNamesDto | null;

  /**
   * Why it differs from the former one, where it was corrected.
   * @example "two trainees were mistaken for each other"
   */
  reason: string | null;
}

export class MarksWrittenDto {
  /** @example 4 */
  version: number;

  /**
   * Marks that are new or differ from those that stood.
   * @example 22
   */
  written: number;

  /**
   * Entries that said what stood already.
   * @example 2
   */
  unchanged: number;
}

export class RegisterMovedDto {
  /** @example "submitted" */
  state: RegisterState;

  /** @example 4 */
  version: number;
}

export class MarksCorrectedDto {
  /**
   * Marks that took the place of others.
   * @example 2
   */
  written: number;

  /**
   * After ratification: course results that came out otherwise.
   * @example 1
   */
  resultsCorrected: number;
}
