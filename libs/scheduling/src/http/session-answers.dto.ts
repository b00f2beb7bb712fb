import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsUUID } from 'class-validator';
import { INSTRUCTOR_ROLES } from '@jssu/catalogue';
import type { Zone } from '@jssu/kernel';
import { LocalizedTextDto } from '@jssu/platform';
import type { OfferingState } from '../domain/offering-state.js';
import type { BookingRow } from '../persistence/booking.view.js';
import type { SessionState } from '../persistence/session.store.js';
import type { OwnSessionRow, SessionRow } from '../persistence/session.view.js';

/** An instant with the offset of a zone. */
const LocalInstant = (example: string) => ApiProperty({ type: String, format: 'date-time', example });

export class SessionInstructorDto {
  @IsUUID()
  personId: string;

  /**
   * In English letters where the script is missing.
   * @example { "en": "Naveed Akhtar", "ur": "نوید اختر", "zh": "纳维德·阿赫塔尔" }
   */
  name: LocalizedTextDto;

  /** @example "lead" */
  @IsIn(INSTRUCTOR_ROLES)
  role: string;
}

export class SessionVenueDto {
  @IsUUID()
  id: string;

  /** @example "GWD-RANGE-1" */
  code: string;

  /** @example { "en": "Training ground, Gwadar", "ur": "تربیتی میدان، گوادر", "zh": "瓜达尔训练场" } */
  name: LocalizedTextDto;
}

export class SessionEquipmentDto {
  @IsUUID()
  id: string;

  /** @example "RADIO-SET-A" */
  code: string;

  /** @example { "en": "Radio set", "ur": "ریڈیو سیٹ", "zh": "对讲机" } */
  name: LocalizedTextDto;

  /**
   * Pieces booked.
   * @example 12
   */
  quantity: number;
}

/** A session of an offering; times with the offset of the offering’s zone. */
export class CourseSessionDto implements SessionRow {
  @IsUUID()
  id: string;

  /**
   * Within the offering, from 1.
   * @example 2
   */
  number: number;

  @IsUUID()
  offeringId: string;

  /** @example "GUARD-101-26-03" */
  offeringCode: string;

  /** @example "published" */
  offeringState: OfferingState;

  /** @example "SEARCH" */
  blockCode: string;

  @LocalInstant('2026-03-02T09:00:00+05:00')
  start: string;

  @LocalInstant('2026-03-02T11:00:00+05:00')
  end: string;

  zone: Zone;

  /** @example "scheduled" */
  state: SessionState;

  /**
   * Why it was cancelled.
   * @example "The range is closed"
   */
  stateReason: string | null;

  /** False after a postponement, until it has a new time: its present time claims nobody. */
  booked: boolean;

  instructors: SessionInstructorDto[];

  venue: SessionVenueDto | null;

  equipment: SessionEquipmentDto[];

  /**
   * How many are booked.
   * @example 24
   */
  trainees: number;

  /**
   * For `If-Match`.
   * @example 3
   */
  version: number;
}

export class OwnSessionDto extends CourseSessionDto implements OwnSessionRow {
  /**
   * An instructor’s role, or `trainee`.
   * @example "trainee"
   */
  @IsIn([...INSTRUCTOR_ROLES, 'trainee'])
  as: string;
}

export class SessionAddedDto {
  @IsUUID()
  id: string;

  /**
   * Within the offering, from 1.
   * @example 2
   */
  number: number;
}

export class BookedForDto {
  @IsUUID()
  offeringId: string;

  /** @example "GUARD-101-26-03" */
  offeringCode: string;

  @IsUUID()
  sessionId: string;

  /** @example 2 */
  sessionNumber: number;

  /** @example "SEARCH" */
  blockCode: string;

  /** @example "instructor" */
  @IsIn(['instructor', 'venue', 'equipment', 'trainee'])
  kind: string;

  /**
   * Of an instructor.
   * @example "lead"
   */
  @IsIn([...INSTRUCTOR_ROLES, null])
  role: string | null;
}

export class BookingDto implements BookingRow {
  @IsUUID()
  id: string;

  /** Which of those asked for is taken. */
  @IsUUID()
  resourceId: string;

  @LocalInstant('2026-03-02T09:00:00+05:00')
  start: string;

  @LocalInstant('2026-03-02T11:00:00+05:00')
  end: string;

  /**
   * Pieces, of pooled equipment; 1 of anything else.
   * @example 1
   */
  quantity: number;

  /** Whether nothing else can be booked on it meanwhile. */
  exclusive: boolean;

  /** Null where the offering may not be seen: it is busy, and that is all. */
  for: BookedForDto | null;
}
