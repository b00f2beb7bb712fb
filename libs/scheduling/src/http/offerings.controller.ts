import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Idempotent, IfMatch, InScope, inScope, Requires, type Scope } from '@jssu/platform';
import { ChangeOffering } from '../application/change-offering.js';
import { CheckFeasibility } from '../application/check-feasibility.js';
import { CreateOffering } from '../application/create-offering.js';
import { StepOffering } from '../application/step-offering.js';
import { stepsFrom } from '../domain/offering-steps.js';
import { OfferingStore } from '../persistence/offering.store.js';
import { OfferingView } from '../persistence/offering.view.js';
import { SessionView } from '../persistence/session.view.js';
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
  list(@InScope() scope: Scope, @Query() query: OfferingQuery) {
    return this.view.list(scope, query, query.limit, query.cursor);
  }

  /** A run of an approved course version, as a draft. */
  @Post()
  @Requires(schedulingPermissions.plan)
  @Idempotent()
  async create(@InScope() scope: Scope, @Body() body: CreateOfferingDto) {
    return { id: await this.createOffering.execute(scope, body) };
  }

  /**
   * One offering with its sessions and the steps that its state allows. Who reaches the unit that runs it also sees what
   * stands in the way of publishing it; for others `feasibility` is null.
   */
  @Get(':id')
  @Requires(schedulingPermissions.read)
  async one(
    @InScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const offering = await this.view.one(scope, id);
    const sessions = await this.sessions.ofOffering(id);
    const feasibility = inScope(scope, offering) ? await this.checkFeasibility.execute(offering) : null;
    void reply.header('etag', `"${offering.version}"`);
    return { ...offering, steps: stepsFrom(offering.state), sessions, feasibility };
  }

  /** Dates, seats, language, who may be nominated; until it begins. Needs `If-Match` with the version that was read. */
  @Patch(':id')
  @Requires(schedulingPermissions.plan)
  async change(
    @InScope() scope: Scope,
    @IfMatch() version: number,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ChangeOfferingDto,
  ) {
    return { version: await this.changeOffering.execute(scope, id, version, body) };
  }

  /**
   * Takes it one step on: `plan`, `publish` (refused with every problem while it is not feasible), `close-nominations`,
   * `reopen`, `postpone` (bookings are given back; sessions need a new time), `cancel`, `start` (once confirmed),
   * `deliver` (once every session is held or cancelled), `abort`.
   */
  @Post(':id/steps')
  @HttpCode(200)
  @Requires(schedulingPermissions.plan)
  @Idempotent()
  step(@InScope() scope: Scope, @Param('id', ParseUUIDPipe) id: string, @Body() body: StepDto) {
    return this.stepOffering.execute(scope, id, body);
  }

  /** What stands in the way of carrying it out as planned, each with its rule, session and remedy in three languages. */
  @Get(':id/feasibility')
  @Requires(schedulingPermissions['read-plans'])
  async feasibility(@InScope() scope: Scope, @Param('id', ParseUUIDPipe) id: string) {
    const problems = await this.checkFeasibility.execute(await this.store.one(scope, id));
    return { feasible: problems.length === 0, problems };
  }
}
