import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import {
  Answers,
  CurrentActor,
  Idempotent,
  InScope,
  Refuses,
  RequestContext,
  Requires,
  type Actor,
  type Scope,
} from '@jssu/platform';
import { OfferingStore } from '@jssu/scheduling';
import { ApprovedSyllabuses } from '../application/approved-syllabuses.js';
import { CorrectCourseResult } from '../application/correct-course-result.js';
import { RatifyOffering } from '../application/ratify-offering.js';
import { ReviewRatification } from '../application/review-ratification.js';
import { tellObstacle } from '../domain/finding-texts.js';
import { registerErrors } from '../domain/register-errors.js';
import { resultErrors } from '../domain/result-errors.js';
import { CorrectCourseResultDto, RatifyDto } from './delivery.dto.js';
import { deliveryPermissions } from './permissions.js';
import { presentFindings } from './present-progress.js';
import { CourseResultCorrectedDto, RatificationDto, RatifiedDto } from './ratification-answers.dto.js';

@ApiTags('ratification')
@ApiBearerAuth()
@Controller('api/v1')
export class RatificationController {
  constructor(
    private readonly offerings: OfferingStore,
    private readonly syllabuses: ApprovedSyllabuses,
    private readonly review: ReviewRatification,
    private readonly ratifyOffering: RatifyOffering,
    private readonly correctCourseResult: CorrectCourseResult,
    private readonly context: RequestContext,
  ) {}

  /** What ratification would write now for each trainee, with every shortfall, what still stands in its way, and who ratified when. */
  @Get('offerings/:id/ratification')
  @Requires(deliveryPermissions['read-offerings'])
  @Answers(RatificationDto)
  async preview(@InScope() scope: Scope, @Param('id', ParseUUIDPipe) id: string): Promise<RatificationDto> {
    const offering = await this.offerings.one(scope, id);
    const content = await this.syllabuses.of(offering.courseVersionId);
    const { trainees, obstacles, completedOn, ratified } = await this.review.execute(offering);
    const { locale } = this.context.current();
    return {
      offeringId: offering.id,
      state: offering.state,
      completedOn,
      ratified,
      obstacles: obstacles.map((obstacle) => ({ ...obstacle, message: tellObstacle(obstacle, locale) })),
      people: trainees.map(({ tallies: _summed, attempts: _judged, judgement, ...trainee }) => ({
        ...trainee,
        ...judgement,
        shortfalls: presentFindings(judgement.shortfalls, locale, content),
      })),
    };
  }

  /**
   * Makes the results count and locks the registers and scores. Everyone who attended gets a course result; an offering
   * that is still in progress is delivered by the same step when all registers are countersigned.
   */
  @Post('offerings/:id/ratify')
  @HttpCode(200)
  @Requires(deliveryPermissions.ratify)
  @Idempotent()
  @Answers(RatifiedDto)
  @Refuses(
    registerErrors['not-in-delivery'],
    registerErrors['actor-without-person'],
    registerErrors['actor-is-trainee'],
    resultErrors['not-ready'],
  )
  ratify(
    @CurrentActor() actor: Actor,
    @InScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: RatifyDto,
  ): Promise<RatifiedDto> {
    return this.ratifyOffering.execute(actor, scope, id, body);
  }

  /** Supersedes a ratified result: worked out again by the rules, or with an outcome set by decision. */
  @Post('course-results/:id/corrections')
  @HttpCode(200)
  @Requires(deliveryPermissions.correct)
  @Idempotent()
  @Answers(CourseResultCorrectedDto)
  @Refuses(registerErrors['actor-is-trainee'], resultErrors.superseded, registerErrors['nothing-changes'])
  correct(
    @CurrentActor() actor: Actor,
    @InScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: CorrectCourseResultDto,
  ): Promise<CourseResultCorrectedDto> {
    return this.correctCourseResult.execute(actor, scope, id, body);
  }
}
