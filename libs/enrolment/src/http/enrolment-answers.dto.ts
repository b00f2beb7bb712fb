import { IsUUID } from 'class-validator';
import { LocalizedTextDto } from '@jssu/platform';
import type { OfferingState } from '@jssu/scheduling';
import { PersonNamesDto } from '@jssu/people';
import type { Substituted } from '../application/substitute-person.js';
import type { WaitingReason } from '../domain/allocate-seats.js';
import type { EnrolmentState, IncompleteReason } from '../domain/enrolment-state.js';
import type { EnrolmentRow } from '../persistence/enrolment.view.js';

export class EnrolmentDto extends PersonNamesDto implements EnrolmentRow {
  @IsUUID()
  id: string;

  @IsUUID()
  offeringId: string;

  /** @example "GUARD-101-26-03" */
  offeringCode: string;

  /**
   * An enrolment stands as it was when its offering is postponed or cancelled.
   * @example "published"
   */
  offeringState: OfferingState;

  /** @example { "en": "Site guard, basic course", "ur": "سائٹ گارڈ، بنیادی کورس", "zh": "驻地警卫基础课程" } */
  courseTitle: LocalizedTextDto;

  @IsUUID()
  personId: string;

  /** @example "BLC-2021-00417" */
  serviceNumber: string;

  /** The person’s unit when nominated. */
  @IsUUID()
  unitId: string;

  /** @example "SPU-BALOCHISTAN" */
  unitCode: string;

  /**
   * 1 (highest) to 9.
   * @example 3
   */
  priority: number;

  nominatedAt: Date;

  /** By a person of the unit; null until then. */
  endorsedAt: Date | null;

  /** @example "reserved" */
  state: EnrolmentState;

  /**
   * From 1; null without a seat.
   * @example 7
   */
  seatNumber: number | null;

  /**
   * Place on the waiting list, 1 for the next; null for one who does not wait.
   * @example 2
   */
  waitlistRank: number | null;

  /**
   * Why one who waits has no seat: none is left, the unit has used its quota, or the person is booked elsewhere.
   * @example "full"
   */
  waitingReason: WaitingReason | null;

  /**
   * Why it ended, in words.
   * @example "Needed on duty at the site"
   */
  stateReason: string | null;

  /** @example "medical" */
  incompleteReason: IncompleteReason | null;

  /** The offering to which the person moved. */
  @IsUUID()
  transferredTo: string | null;

  /** The enrolment whose place this one took. */
  @IsUUID()
  substituteFor: string | null;

  /**
   * Let in at the door on the first day.
   * @example false
   */
  walkOn: boolean;

  /** @example 3 */
  version: number;
}

export class SubstitutedDto implements Substituted {
  /** The enrolment of the substitute. */
  @IsUUID()
  id: string;

  /** @example "reserved" */
  state: EnrolmentState;

  /**
   * The seat that passed on; null where none was held and none was free.
   * @example 7
   */
  seatNumber: number | null;
}
