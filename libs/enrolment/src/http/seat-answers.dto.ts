import { IsUUID } from 'class-validator';
import type { CivilDate } from '@jssu/kernel';
import { IsCivilDate } from '@jssu/platform';
import { PersonNamesDto } from '@jssu/people';
import type { WaitingReason } from '../domain/allocate-seats.js';
import type { QuotaRow, Seats, WaitingRow } from '../persistence/seats.view.js';

export class QuotaUseDto implements QuotaRow {
  /** For this unit and those below it. */
  @IsUUID()
  unitId: string;

  /** @example "SPU-BALOCHISTAN" */
  unitCode: string;

  /** @example 12 */
  seats: number;

  /**
   * Of these, how many are held.
   * @example 9
   */
  used: number;

  /** The day on which unused seats open to everybody. */
  @IsCivilDate()
  releaseOn: CivilDate;

  /** Whether that day is still to come. */
  withheld: boolean;
}

export class OfferingQuotasDto {
  /** By the unit’s code. */
  quotas: QuotaUseDto[];

  /**
   * Of the offering, for `If-Match`.
   * @example 3
   */
  version: number;
}

export class WaitingDto extends PersonNamesDto implements WaitingRow {
  /**
   * Among all who wait, 1 for the next.
   * @example 2
   */
  rank: number;

  @IsUUID()
  enrolmentId: string;

  @IsUUID()
  personId: string;

  /** @example "BLC-2021-00417" */
  serviceNumber: string;

  /** The person’s unit when nominated. */
  @IsUUID()
  unitId: string;

  /**
   * 1 (highest) to 9.
   * @example 3
   */
  priority: number;

  nominatedAt: Date;

  /**
   * No seat is left, the unit has used its quota, or the person is booked elsewhere.
   * @example "full"
   */
  reason: WaitingReason;
}

export class SeatsDto implements Seats {
  /** @example 24 */
  capacity: number;

  /**
   * Fewest people for which the offering is held.
   * @example 8
   */
  minimum: number;

  /** @example 21 */
  held: number;

  /** @example 3 */
  free: number;

  /**
   * Of the free seats, those that no quota withholds.
   * @example 0
   */
  open: number;

  /** For those who run the offering; for others those that their people draw on. */
  quotas: QuotaUseDto[];

  /**
   * All who wait.
   * @example 5
   */
  waitingCount: number;

  /** Those of them whom the reader may see, the next first. */
  waiting: WaitingDto[];

  /**
   * Of the offering, for `If-Match` when its quotas are replaced.
   * @example 3
   */
  version: number;
}

export class WalkOnAdmittedDto {
  /** Of the enrolment. */
  @IsUUID()
  id: string;

  /** @example 7 */
  seatNumber: number;
}

export class SeatsConfirmedDto {
  /**
   * Reserved seats that are confirmed now.
   * @example 21
   */
  confirmedSeats: number;
}
