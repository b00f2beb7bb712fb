import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import {
  Answers,
  AnswersPage,
  CreatedDto,
  Idempotent,
  IfMatch,
  InScope,
  inScope,
  Refuses,
  Requires,
  VersionDto,
  type Page,
  type Scope,
} from '@jssu/platform';
import { ChangeOffering } from '../application/change-offering.js';
import { CheckFeasibility } from '../application/check-feasibility.js';
import { CreateOffering } from '../application/create-offering.js';
import { StepOffering } from '../application/step-offering.js';
import { stepsFrom } from '../domain/offering-steps.js';
import { schedulingErrors } from '../domain/scheduling-errors.js';
import { OfferingStore } from '../persistence/offering.store.js';
import { OfferingView } from '../persistence/offering.view.js';
import { SessionView } from '../persistence/session.view.js';
import { FeasibilityDto, OfferingDetailDto, OfferingDto, OfferingSteppedDto } from './offering-answers.dto.js';
import { ChangeOfferingDto, CreateOfferingDto, OfferingQuery, StepDto } from './offerings.dto.js';
import { schedulingPermissions } from './permissions.js';

@ApiTags('offerings')
@ApiBearerAuth()
@Controller('api/v1/offerings')
export class OfferingsController {
  constructor(
    private readonly view: OfferingView,
    private readonly sessions: SessionView,
    private readonly store: OfferingStore,
    private readonly createOffering: CreateOffering,
    private readonly changeOffering: ChangeOffering,
    private readonly stepOffering: StepOffering,
    private readonly checkFeasibility: CheckFeasibility,
  ) {}

  /** Offerings by their first day: those of your units, and those that are open to people of your units or to you. */
  @Get()
  @Requires(schedulingPermissions.read)
  @AnswersPage(OfferingDto)
  list(@InScope() scope: Scope, @Query() query: OfferingQuery): Promise<Page<OfferingDto>> {
    return this.view.list(scope, query, query.limit, query.cursor);
  }

  /** A run of an approved course version, as a draft. */
  @Post()
  @Requires(schedulingPermissions.plan)
  @Idempotent()
  @Answers(CreatedDto)
  @Refuses(schedulingErrors['course-not-approved'], schedulingErrors['bad-offering'], schedulingErrors['code-taken'])
  async create(@InScope() scope: Scope, @Body() body: CreateOfferingDto): Promise<CreatedDto> {
    return { id: await this.createOffering.execute(scope, body) };
  }

  /**
   * One offering with its sessions and the steps that its state allows. Who reaches the unit that runs it also sees what
   * stands in the way of publishing it; for others `feasibility` is null.
   */
  @Get(':id')
  @Requires(schedulingPermissions.read)
  @Answers(OfferingDetailDto, { etag: true })
  async one(
    @InScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OfferingDetailDto> {
    const offering = await this.view.one(scope, id);
    const sessions = await this.sessions.ofOffering(id);
    const feasibility = inScope(scope, offering) ? await this.checkFeasibility.execute(offering) : null;
    void reply.header('etag', `"${offering.version}"`);
    return { ...offering, steps: stepsFrom(offering.state), sessions, feasibility };
  }

  /** Dates, seats, language, who may be nominated; until it begins. Needs `If-Match` with the version that was read. */
  @Patch(':id')
  @Requires(schedulingPermissions.plan)
  @Answers(VersionDto)
  @Refuses(
    schedulingErrors.frozen,
    schedulingErrors['bad-offering'],
    schedulingErrors['seats-held'],
    schedulingErrors['sessions-outside-dates'],
    schedulingErrors['not-feasible'],
  )
  async change(
    @InScope() scope: Scope,
    @IfMatch() version: number,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ChangeOfferingDto,
  ): Promise<VersionDto> {
    return { version: await this.changeOffering.execute(scope, id, version, body) };
  }

  /**
   * Takes it one step on: `plan`, `back-to-draft` (while nobody else has seen it), `publish` (refused with every problem while it is not feasible), `close-nominations`,
   * `reopen`, `postpone` (bookings are given back; sessions need a new time), `cancel`, `start` (once confirmed),
   * `deliver` (once every session is held or cancelled), `abort`.
   */
  @Post(':id/steps')
  @HttpCode(200)
  @Requires(schedulingPermissions.plan)
  @Idempotent()
  @Answers(OfferingSteppedDto)
  @Refuses(
    schedulingErrors['wrong-state'],
    schedulingErrors['reason-required'],
    schedulingErrors['not-feasible'],
    schedulingErrors['sessions-open'],
  )
  step(
    @InScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: StepDto,
  ): Promise<OfferingSteppedDto> {
    return this.stepOffering.execute(scope, id, body);
  }

  /** What stands in the way of carrying it out as planned, each with its rule, session and remedy in three languages. */
  @Get(':id/feasibility')
  @Requires(schedulingPermissions['read-plans'])
  @Answers(FeasibilityDto)
  async feasibility(@InScope() scope: Scope, @Param('id', ParseUUIDPipe) id: string): Promise<FeasibilityDto> {
    const problems = await this.checkFeasibility.execute(await this.store.one(scope, id));
    return { feasible: problems.length === 0, problems };
  }
}
