import { IsUUID } from 'class-validator';
import type { EnrolmentState, IncompleteReason } from '@jssu/enrolment';
import type { CivilDate, Locale, Zone } from '@jssu/kernel';
import { IsCivilDate, LocalizedTextDto } from '@jssu/platform';
import type { OfferingState } from '@jssu/scheduling';
import { PersonNamesDto } from '@jssu/people';
import { AssessmentStandingDto, CourseResultDto, OutlookDto, ProgressDto } from './progress-answers.dto.js';

export class TrainingCourseDto {
  /** @example "GUARD-101" */
  code: string;

  /** @example { "en": "Site guard, basic course", "ur": "سائٹ گارڈ، بنیادی کورس", "zh": "驻地警卫基础课程" } */
  title: LocalizedTextDto;
}

export class TrainingOfferingDto {
  @IsUUID()
  id: string;

  /** @example "GUARD-101-26-03" */
  code: string;

  /** @example "in_progress" */
  state: OfferingState;

  /**
   * In which it is taught.
   * @example "ur"
   */
  language: Locale;

  zone: Zone;

  @IsCivilDate()
  startsOn: CivilDate;

  /**
   * Last day, inclusive.
   * @example "2026-03-06"
   */
  @IsCivilDate()
  endsOn: CivilDate;

  course: TrainingCourseDto;
}

export class NextVenueDto {
  /** @example "GWD-RANGE-1" */
  code: string;

  /** @example { "en": "Training ground, Gwadar", "ur": "تربیتی میدان، گوادر", "zh": "瓜达尔训练场" } */
  name: LocalizedTextDto;

  site: LocalizedTextDto;
}

export class NextSessionDto {
  @IsUUID()
  id: string;

  /** @example "SEARCH" */
  blockCode: string;

  start: Date;

  end: Date;

  venue: NextVenueDto | null;
}

/** One enrolment of a person with its offering. */
export class TrainingDto {
  @IsUUID()
  enrolmentId: string;

  /** @example "attending" */
  state: EnrolmentState;

  /** @example "medical" */
  incompleteReason: IncompleteReason | null;

  /**
   * Place on the waiting list, 1 for the next; null for one who does not wait.
   * @example 2
   */
  waitlistRank: number | null;

  offering: TrainingOfferingDto;

  /** Null before and after delivery. */
  progress: ProgressDto | null;

  /** Null before and after delivery. */
  outlook: OutlookDto | null;

  nextSession: NextSessionDto | null;

  /** Those of the syllabus, once the seat is confirmed. */
  assessments: AssessmentStandingDto[];

  /** Null until ratified. */
  result: CourseResultDto | null;
}

/** One trainee of an offering. */
export class TraineeProgressDto extends PersonNamesDto {
  @IsUUID()
  enrolmentId: string;

  @IsUUID()
  personId: string;

  /** @example "BLC-2021-00417" */
  serviceNumber: string;

  /** @example "Head Constable" */
  rank: string;

  /** The person’s unit. */
  @IsUUID()
  unitId: string;

  /** @example "attending" */
  state: EnrolmentState;

  /** Null before and after delivery. */
  progress: ProgressDto | null;

  /** Null before and after delivery. */
  outlook: OutlookDto | null;

  assessments: AssessmentStandingDto[];

  /** Null until ratified. */
  result: CourseResultDto | null;
}
