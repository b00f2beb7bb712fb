import { Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { CurrentActor, InScope, ListQuery, RequestContext, Requires, type Actor, type Scope } from '@jssu/platform';
import { RetryTask } from '../application/retry-task.js';
import { BatchView } from '../persistence/batch.view.js';
import { TASK_STATES, type TaskState } from '../persistence/task.store.js';
import { certificationPermissions } from './permissions.js';

export class TasksQuery extends ListQuery {
  @IsOptional()
  @IsIn(TASK_STATES)
  state?: TaskState;
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
  list(@InScope() scope: Scope, @Query() query: ListQuery) {
    return this.view.list(scope, query.limit, query.cursor);
  }

  /** Progress, and the tasks that need somebody (refused, failed, to be reviewed), with reason and remedy. */
  @Get('certification-batches/:id')
  @Requires(certificationPermissions['read-batches'])
  one(@InScope() scope: Scope, @Param('id', ParseUUIDPipe) id: string) {
    return this.view.one(scope, id, this.context.current().locale);
  }

  /** The tasks about people of one's units. */
  @Get('certification-batches/:id/tasks')
  @Requires(certificationPermissions['read-batches'])
  tasks(@InScope() scope: Scope, @Param('id', ParseUUIDPipe) id: string, @Query() query: TasksQuery) {
    return this.view.tasks(scope, id, query.state, this.context.current().locale, query.limit, query.cursor);
  }

  /** Runs a refused or failed task once more. */
  @Post('certification-tasks/:id/retry')
  @HttpCode(202)
  @Requires(certificationPermissions['retry-tasks'])
  async again(@CurrentActor() actor: Actor, @InScope() scope: Scope, @Param('id', ParseUUIDPipe) id: string) {
    await this.retry.execute(actor, scope, id);
    return { id, state: 'queued' };
  }
}
