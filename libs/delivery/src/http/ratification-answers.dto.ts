import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsUUID } from 'class-validator';
import type { CivilDate } from '@jssu/kernel';
import { IsCivilDate } from '@jssu/platform';
import { PersonNamesDto } from '@jssu/people';
import type { OfferingState } from '@jssu/scheduling';
import type { Judgement, Outcome } from '../domain/judge.js';
import type { Obstacle, SessionRegister } from '../domain/obstacles.js';
import type { RegisterState } from '../domain/register-state.js';
import type { RatificationRecord } from '../persistence/course-result.store.js';
import { ShortfallDto } from './progress-answers.dto.js';
import { NamedTraineeDto } from './result-answers.dto.js';

export class OpenRegisterDto implements SessionRegister {
  @IsUUID()
  sessionId: string;

  /** @example 2 */
  number: number;

  start: Date;

  end?: Date;

  /** @example "submitted" */
  state: RegisterState;
}

/** What stands in the way of ratification. `results-missing` alone may be accepted. */
export class ObstacleDto {
  /** @example "register-not-countersigned" */
  @IsIn(['register-not-countersigned', 'results-missing', 'never-attended', 'nothing-delivered'])
  code: Obstacle['code'];

  /** With `register-not-countersigned`. */
  @ApiPropertyOptional({ type: [OpenRegisterDto] })
  sessions?: readonly OpenRegisterDto[];

  /** With `results-missing` and `never-attended`. */
  @ApiPropertyOptional({ type: [String], format: 'uuid', example: [] })
  enrolmentIds?: readonly string[];

  /**
   * In the reader’s language.
   * @example "Registers are not countersigned: 1."
   */
  message: string;
}

export class JudgedTraineeDto extends NamedTraineeDto implements Judgement {
  /** @example "passed" */
  outcome: Outcome;

  /** What is against a pass; empty for `passed`. */
  shortfalls: ShortfallDto[];

  /**
   * Of the best attempts, in percent to a hundredth; null without assessments.
   * @example 72.5
   */
  average: number | null;

  /**
   * Of the syllabus.
   * @example 1320
   */
  minutesAttended: number;

  /** @example 1440 */
  minutesTotal: number;
}

export class RatificationRecordDto implements RatificationRecord {
  at: Date;

  /** Null for an account without a person. */
  by: PersonNamesDto | null;
}

export class RatificationDto {
  @IsUUID()
  offeringId: string;

  /** @example "in_progress" */
  state: OfferingState;

  /** The day of the last session; null without sessions. */
  @IsCivilDate()
  completedOn: CivilDate | null;

  /** Null until it is ratified. */
  ratified: RatificationRecordDto | null;

  obstacles: ObstacleDto[];

  /** What would be written now, by name. */
  people: JudgedTraineeDto[];
}

/** How many have each outcome. */
export class RatifiedDto implements Record<Outcome, number> {
  /** @example 21 */
  passed: number;

  /** @example 2 */
  failed: number;

  /** @example 1 */
  incomplete: number;
}

export class CourseResultCorrectedDto {
  /** Of the result that stands now. */
  @IsUUID()
  id: string;

  /** @example "passed" */
  outcome: Outcome;
}
