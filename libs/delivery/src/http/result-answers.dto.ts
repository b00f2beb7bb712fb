import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsUUID } from 'class-validator';
import type { Assessment, PassRule } from '@jssu/catalogue';
import type { CivilDate, ErrorParams } from '@jssu/kernel';
import { IsCivilDate, LocalizedTextDto } from '@jssu/platform';
import type { OfferingState } from '@jssu/scheduling';
import { PersonNamesDto } from '@jssu/people';
import type { ResultAnswer } from '../application/enter-results.js';
import type { ResultGrid } from '../application/result-grid.js';
import type { RecordedScore } from '../domain/admit-attempt.js';
import type { TraineeRow } from '../persistence/trainee-record.store.js';

export class GridAssessmentDto implements Assessment {
  /** @example "FINAL" */
  code: string;

  /** @example { "en": "Final test", "ur": "آخری امتحان", "zh": "结业考试" } */
  title: LocalizedTextDto;

  @IsIn(['written', 'practical', 'oral'])
  kind: Assessment['kind'];

  /** @example 100 */
  maxScore: number;

  /**
   * The lowest score that passes.
   * @example 60
   */
  passScore: number;

  /** @example 2 */
  maxAttempts: number;
}

export class GridPassRuleDto implements PassRule {
  /**
   * Codes of assessments that must be passed.
   * @example ["FINAL"]
   */
  @ApiProperty({ type: [String] })
  mustPass: readonly string[];

  /**
   * How many of all must be passed.
   * @example 1
   */
  atLeast: number;

  /**
   * Percent of the maximum scores; absent: no average is asked for.
   * @example 60
   */
  minimumAverage?: number;
}

export class ScoreDto implements RecordedScore {
  @IsUUID()
  id: string;

  /**
   * Of the assessment.
   * @example "FINAL"
   */
  code: string;

  /**
   * 1 for the first.
   * @example 1
   */
  attempt: number;

  /** @example 72.5 */
  score: number;

  @IsCivilDate()
  takenOn: CivilDate;

  /** The person who examined. */
  @IsUUID()
  examinerId: string;
}

/** A trainee of an offering, as results and their ratification name him. */
export class NamedTraineeDto extends PersonNamesDto implements Omit<TraineeRow, 'tallies' | 'attempts'> {
  @IsUUID()
  enrolmentId: string;

  @IsUUID()
  personId: string;

  /** @example "BLC-2021-00417" */
  serviceNumber: string;

  /** The person’s unit. */
  @IsUUID()
  unitId: string;

  /** @example "attending" */
  @IsIn(['confirmed', 'attending', 'completed', 'incomplete'])
  state: TraineeRow['state'];
}

export class TraineeScoresDto extends NamedTraineeDto {
  /** The scores that stand, by assessment and attempt. */
  results: ScoreDto[];
}

type Grid = Awaited<ReturnType<ResultGrid['execute']>>;

export class ResultGridDto implements Grid {
  @IsUUID()
  offeringId: string;

  /** @example "GUARD-101-26-03" */
  offeringCode: string;

  /** @example "in_progress" */
  state: OfferingState;

  @ApiProperty({ type: [GridAssessmentDto] })
  assessments: readonly GridAssessmentDto[];

  passRule: GridPassRuleDto;

  /** By name. */
  people: TraineeScoresDto[];
}

/** One reason, in the reader’s language, as a problem document tells it. */
export class ScoreRefusalDto {
  /** @example "delivery.no-attempts-left" */
  code: string;

  /** @example "No attempt is left" */
  title: string;

  /** @example "The syllabus allows 2." */
  detail: string;

  /** @example "The trainee repeats the course in a later offering." */
  remedy: string;

  /** What fills the texts. */
  @ApiProperty({ type: 'object', additionalProperties: true, example: { allowed: 2 } })
  params: ErrorParams;

  /** With `delivery.already-recorded`: the score that stands. */
  @IsUUID()
  resultId?: string;
}

export class ResultAnswerDto implements Omit<ResultAnswer, 'refusals'> {
  @IsUUID()
  enrolmentId: string;

  /** @example "FINAL" */
  assessmentCode: string;

  /** @example 1 */
  attempt: number;

  /** @example "recorded" */
  @IsIn(['recorded', 'unchanged', 'refused'])
  status: ResultAnswer['status'];

  /** Of the score that stands; null when refused. */
  @IsUUID()
  resultId: string | null;

  /** Every reason; empty unless refused. */
  refusals: ScoreRefusalDto[];
}

export class ResultWithdrawnDto {
  /**
   * After ratification: course results that came out otherwise, 0 or 1.
   * @example 0
   */
  resultsCorrected: number;
}

export class ResultCorrectedDto extends ResultWithdrawnDto {
  /** Of the score that stands now. */
  @IsUUID()
  id: string;
}
