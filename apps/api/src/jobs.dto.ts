import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';

export const JOB_STATES = ['waiting', 'active', 'delayed', 'failed', 'completed'] as const;

export class JobsQuery {
  @IsOptional()
  @IsIn(JOB_STATES)
  state: (typeof JOB_STATES)[number] = 'failed';

  /** Rows, 1 to 200. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  limit: number = 50;
}

export class QueueCountsDto {
  /** @example "default" */
  queue: string;

  /** @example 12 */
  waiting?: number;

  /** @example 4 */
  active?: number;

  /** @example 0 */
  delayed?: number;

  /** @example 0 */
  failed?: number;

  /**
   * Those that are still kept.
   * @example 4096
   */
  completed?: number;
}

export class JobDto {
  /** @example "0193a1f2-6c1e-7b3a-9d2c-5f6e7a8b9c0d" */
  id: string;

  /** @example "default" */
  queue: string;

  /** @example "imports.import-people" */
  name: string;

  /** Ids only. */
  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    example: { batchId: '0193a1f2-6c1e-7b3a-9d2c-5f6e7a8b9c0d' },
  })
  payload: object;

  /**
   * The request that queued it.
   * @example "0193a1f2-7d2f-7c4b-8e3d-6a7f8b9c0d1e"
   */
  requestId: string | null;

  /**
   * Tries that have ended.
   * @example 1
   */
  attempts: number;

  /** @example "connect ECONNREFUSED 127.0.0.1:5432" */
  failedReason: string | null;

  queuedAt: Date;
}

export class JobDetailDto extends JobDto {
  /** @example "failed" */
  state: string;

  /** Per cent, or figures of the job's own. */
  @ApiProperty({
    oneOf: [{ type: 'number' }, { type: 'string' }, { type: 'object', additionalProperties: true }],
    example: 40,
  })
  progress: number | string | object;
}
