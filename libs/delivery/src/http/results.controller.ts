import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { AppError, Locale } from '@jssu/kernel';
import {
  Answers,
  AnswersList,
  CurrentActor,
  Idempotent,
  InScope,
  Refuses,
  RequestContext,
  Requires,
  scopeFor,
  type Actor,
  type Scope,
} from '@jssu/platform';
import { CorrectResult } from '../application/correct-result.js';
import { EnterResults } from '../application/enter-results.js';
import { ResultGrid } from '../application/result-grid.js';
import { WithdrawResult } from '../application/withdraw-result.js';
import { registerErrors } from '../domain/register-errors.js';
import { resultErrors } from '../domain/result-errors.js';
import { CorrectResultDto, ReasonDto, ResultsDto } from './delivery.dto.js';
import { deliveryPermissions } from './permissions.js';
import {
  ResultAnswerDto,
  ResultCorrectedDto,
  ResultGridDto,
  ResultWithdrawnDto,
  type ScoreRefusalDto,
} from './result-answers.dto.js';

@ApiTags('results')
@ApiBearerAuth()
@Controller('api/v1')
export class ResultsController {
  constructor(
    private readonly grid: ResultGrid,
    private readonly enterResults: EnterResults,
    private readonly correctResult: CorrectResult,
    private readonly withdrawResult: WithdrawResult,
    private readonly context: RequestContext,
  ) {}

  /** The assessments of an offering's syllabus and every trainee's scores in them. */
  @Get('offerings/:id/results')
  @Requires(deliveryPermissions['read-offerings'])
  @Answers(ResultGridDto)
  list(@InScope() scope: Scope, @Param('id', ParseUUIDPipe) id: string): Promise<ResultGridDto> {
    return this.grid.execute(scope, id);
  }

  /**
   * Enters scores of many trainees at once. Each is answered by itself, in the order given: `recorded`, `unchanged` (it
   * stands already) or `refused` with every reason; a refused one does not keep the others out. May be repeated.
   */
  @Put('offerings/:id/results')
  @Requires(deliveryPermissions['enter-results'])
  @AnswersList(ResultAnswerDto)
  @Refuses(registerErrors['not-in-delivery'])
  async enter(
    @CurrentActor() actor: Actor,
    @InScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ResultsDto,
  ): Promise<{ items: ResultAnswerDto[] }> {
    const answers = await this.enterResults.execute(actor, scope, id, body.results);
    const { locale } = this.context.current();
    return {
      items: answers.map(({ refusals, ...answer }) => ({
        ...answer,
        refusals: refusals.map((refusal) => tell(refusal, locale)),
      })),
    };
  }

  /**
   * Corrects a score with a reason; the former one stays on record. After ratification by an administrator alone, and the
   * course result is worked out again.
   */
  @Post('assessment-results/:id/corrections')
  @HttpCode(200)
  @Requires(deliveryPermissions['enter-results'])
  @Idempotent()
  @Answers(ResultCorrectedDto)
  @Refuses(
    registerErrors['ratified-needs-administrator'],
    registerErrors['not-in-delivery'],
    registerErrors['nothing-changes'],
    resultErrors.superseded,
    resultErrors['unknown-assessment'],
    resultErrors['score-too-high'],
    resultErrors['examiner-is-examinee'],
    resultErrors['unknown-examiner'],
    resultErrors['taken-on-out-of-range'],
  )
  correct(
    @CurrentActor() actor: Actor,
    @InScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: CorrectResultDto,
  ): Promise<ResultCorrectedDto> {
    return this.correctResult.execute(
      actor,
      { scope, ratified: scopeFor(actor, deliveryPermissions.correct) },
      id,
      body,
    );
  }

  /**
   * Takes back a score that was entered for the wrong person, assessment or attempt, with a reason; it stays on record and
   * the attempt is free again. After ratification by an administrator alone, and the course result is worked out again.
   */
  @Post('assessment-results/:id/withdrawal')
  @HttpCode(200)
  @Requires(deliveryPermissions['enter-results'])
  @Idempotent()
  @Answers(ResultWithdrawnDto)
  @Refuses(
    registerErrors['ratified-needs-administrator'],
    registerErrors['not-in-delivery'],
    resultErrors.superseded,
    resultErrors['later-attempt-stands'],
    resultErrors['examiner-is-examinee'],
  )
  withdraw(
    @CurrentActor() actor: Actor,
    @InScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { reason }: ReasonDto,
  ): Promise<ResultWithdrawnDto> {
    const rights = { scope, ratified: scopeFor(actor, deliveryPermissions.correct) };
    return this.withdrawResult.execute(actor, rights, id, reason);
  }
}

function tell(refusal: AppError, locale: Locale): ScoreRefusalDto {
  const { code, params, extra } = refusal;
  return { code, ...refusal.describe(locale), params, ...extra };
}
