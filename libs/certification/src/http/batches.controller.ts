import { Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { IsIn, IsOptional, IsUUID } from 'class-validator';
import {
  Answers,
  AnswersPage,
  CurrentActor,
  InScope,
  ListQuery,
  Refuses,
  RequestContext,
  Requires,
  type Actor,
  type Page,
  type Scope,
} from '@jssu/platform';
import { RetryTask } from '../application/retry-task.js';
import { certificateErrors } from '../domain/certificate-errors.js';
import { certificationErrors } from '../domain/errors.js';
import { BatchView } from '../persistence/batch.view.js';
import { TASK_STATES, type TaskState } from '../persistence/task.store.js';
import { BatchDetailDto, BatchDto, TaskDto, TaskQueuedDto } from './batch-answers.dto.js';
import { certificationPermissions } from './permissions.js';

export class TasksQuery extends ListQuery {
  @IsOptional()
  @IsIn(TASK_STATES)
  state?: TaskState;
}

export class BatchesQuery extends ListQuery {
  /** That asked for it by its ratification. */
  @IsOptional()
  @IsUUID()
  offeringId?: string;
}

/** What ratifications set going. */
@ApiTags('certification')
@ApiBearerAuth()
@Controller('api/v1')
export class BatchesController {
  constructor(
    private readonly view: BatchView,
    private readonly retry: RetryTask,
    private readonly context: RequestContext,
  ) {}

  /** Batches of the offerings that one's units ran, the newest first, with their progress. */
  @Get('certification-batches')
  @Requires(certificationPermissions['read-batches'])
  @AnswersPage(BatchDto)
  list(@InScope() scope: Scope, @Query() query: BatchesQuery): Promise<Page<BatchDto>> {
    return this.view.list(scope, query, query.limit, query.cursor);
  }

  /** Progress, and the tasks that need somebody (refused, failed, to be reviewed), with reason and remedy. */
  @Get('certification-batches/:id')
  @Requires(certificationPermissions['read-batches'])
  @Answers(BatchDetailDto)
  one(@InScope() scope: Scope, @Param('id', ParseUUIDPipe) id: string): Promise<BatchDetailDto> {
    return this.view.one(scope, id, this.context.current().locale);
  }

  /** The tasks about people of one's units. */
  @Get('certification-batches/:id/tasks')
  @Requires(certificationPermissions['read-batches'])
  @AnswersPage(TaskDto)
  tasks(
    @InScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: TasksQuery,
  ): Promise<Page<TaskDto>> {
    return this.view.tasks(scope, id, query.state, this.context.current().locale, query.limit, query.cursor);
  }

  /** Runs a refused or failed task once more. */
  @Post('certification-tasks/:id/retry')
  @HttpCode(202)
  @Requires(certificationPermissions['retry-tasks'])
  @Answers(TaskQueuedDto)
  @Refuses(certificationErrors['actor-is-subject'], certificateErrors['task-not-stopped'])
  async again(
    @CurrentActor() actor: Actor,
    @InScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<TaskQueuedDto> {
    await this.retry.execute(actor, scope, id);
    return { id, state: 'queued' };
  }
}
