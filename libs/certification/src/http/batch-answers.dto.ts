import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsUUID } from 'class-validator';
import type { ErrorParams } from '@jssu/kernel';
import { LocalizedTextDto } from '@jssu/platform';
import { PersonNamesDto } from '@jssu/people';
import type { ToldFailure } from '../domain/task-failure.js';
import type { BatchDetail, BatchRow, TaskRow } from '../persistence/batch.view.js';
import type { TaskState } from '../persistence/task.store.js';

export class TaskCountsDto implements Record<TaskState, number> {
  /** @example 2 */
  queued: number;

  /** @example 18 */
  issued: number;

  /** @example 0 */
  pending_signature: number;

  /** @example 1 */
  refused: number;

  /** @example 0 */
  failed: number;

  /**
   * To be looked at by somebody.
   * @example 0
   */
  review: number;
}

export class BatchDto implements BatchRow {
  @IsUUID()
  id: string;

  /**
   * What asked for it.
   * @example "offering:0193a1f2-6c1e-7b3a-9d2c-5f6e7a8b9c0d"
   */
  cause: string;

  @IsUUID()
  offeringId: string | null;

  /** @example "GUARD-101-26-03" */
  offeringCode: string | null;

  /** @example { "en": "Site guard, basic course", "ur": "سائٹ گارڈ، بنیادی کورس", "zh": "驻地警卫基础课程" } */
  courseTitle: LocalizedTextDto | null;

  /** That ran the offering. */
  @IsUUID()
  unitId: string | null;

  createdAt: Date;

  /** Tasks by state, whoever they are about. */
  counts: TaskCountsDto;

  /** @example 21 */
  total: number;

  /**
   * Of the tasks that are no longer queued, 0 to 100, rounded down.
   * @example 90
   */
  percent: number;

  oldestQueuedAt: Date | null;
}

/** Why a task was refused or failed, in the reader’s language. */
export class TaskFailureDto implements ToldFailure {
  /** @example "certification.requirements-missing" */
  code: string;

  /** What fills the texts. */
  @ApiProperty({ type: 'object', additionalProperties: true, example: { count: 1 } })
  params: ErrorParams;

  /** Members of the refusal for programs, such as `missing`. */
  @ApiPropertyOptional({ type: 'object', additionalProperties: true, example: {} })
  extra?: Readonly<Record<string, unknown>>;

  /** What else stood in the way. */
  @ApiPropertyOptional({ type: () => [TaskFailureDto], example: [] })
  also?: readonly TaskFailureDto[];

  /** @example "Requirements are not met." */
  title: string;

  /** @example "1 requirement(s) are not met; see the list." */
  detail: string;

  /** @example "Add the missing evidence, or record a waiver for it." */
  remedy: string;
}

export class TaskDto extends PersonNamesDto implements TaskRow {
  @IsUUID()
  id: string;

  @IsUUID()
  personId: string;

  /** @example "BLC-2021-00417" */
  serviceNumber: string;

  @IsUUID()
  schemeId: string;

  /** @example "SITE-GUARD-1" */
  schemeCode: string;

  /** @example "refused" */
  state: TaskState;

  failure: TaskFailureDto | null;

  @IsUUID()
  certificationId: string | null;

  /** The decision, once there is one. */
  @IsUUID()
  eventId: string | null;

  /** @example 1 */
  attempts: number;

  /** The job that it was put into last. */
  @IsUUID()
  jobId: string | null;

  updatedAt: Date;
}

export class BatchDetailDto extends BatchDto implements BatchDetail {
  /** Tasks about people in scope that were refused, have failed or are to be reviewed; at most 200. */
  attention: TaskDto[];
}

export class TaskQueuedDto {
  @IsUUID()
  id: string;

  @IsIn(['queued'])
  state: string;
}
