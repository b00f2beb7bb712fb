import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { AppError } from '@jssu/kernel';
import {
  Answers,
  AnswersPage,
  CurrentActor,
  Idempotent,
  InScope,
  ListQuery,
  Refuses,
  RequestContext,
  Requires,
  type Actor,
  type Page,
  type Scope,
} from '@jssu/platform';
import { EndorseNominations } from '../application/endorse-nominations.js';
import { NominatePeople } from '../application/nominate-people.js';
import { AwaitingView } from '../persistence/awaiting.view.js';
import { EnrolmentView } from '../persistence/enrolment.view.js';
import { EnrolmentDto } from './enrolment-answers.dto.js';
import { EndorseDto, NominateDto, NominationQuery } from './enrolment.dto.js';
import { AwaitingNominationDto, EndorsementResultsDto, NominationResultsDto } from './nomination-answers.dto.js';
import { enrolmentPermissions, readReach } from './permissions.js';

@ApiTags('nominations')
@ApiBearerAuth()
@Controller('api/v1/nominations')
export class NominationsController {
  constructor(
    private readonly view: EnrolmentView,
    private readonly awaitingView: AwaitingView,
    private readonly nominatePeople: NominatePeople,
    private readonly endorseNominations: EndorseNominations,
    private readonly context: RequestContext,
  ) {}

  /** Nominations that wait for a decision or were rejected; once endorsed they are enrolments. */
  @Get()
  @Requires(enrolmentPermissions.read)
  @AnswersPage(EnrolmentDto)
  list(
    @CurrentActor() actor: Actor,
    @InScope() scope: Scope,
    @Query() query: NominationQuery,
  ): Promise<Page<EnrolmentDto>> {
    const { state, limit, cursor, ...filter } = query;
    const states = state ? [state] : (['nominated', 'rejected'] as const);
    return this.view.list(readReach(actor, scope), { ...filter, states }, limit, cursor);
  }

  /**
   * The nominations that the reader may decide on now, over all offerings that still give seats: the offering whose
   * nominations close first comes first, and within it the order of merit. One’s own is among them; others decide on it.
   */
  @Get('awaiting')
  @Requires(enrolmentPermissions.endorse)
  @AnswersPage(AwaitingNominationDto)
  awaiting(@InScope() scope: Scope, @Query() { limit, cursor }: ListQuery): Promise<Page<AwaitingNominationDto>> {
    return this.awaitingView.list(scope, limit, cursor);
  }

  /**
   * Puts people forward for a published offering. Each is answered by himself under `results`, in the order given: with
   * the id of his nomination, or with every reason why there is none under `refusals`.
   */
  @Post()
  @HttpCode(200)
  @Requires(enrolmentPermissions.nominate)
  @Idempotent()
  @Answers(NominationResultsDto)
  @Refuses()
  async nominate(
    @CurrentActor() actor: Actor,
    @InScope() scope: Scope,
    @Body() body: NominateDto,
  ): Promise<NominationResultsDto> {
    const answers = await this.nominatePeople.execute(actor, scope, body);
    return { results: answers.map((answer) => ('refusals' in answer ? this.tell(answer) : answer)) };
  }

  /**
   * Endorses nominations. Each is answered by itself under `results`, in the order given: with its state, seat or
   * reason to wait, or with every reason why it is not endorsed under `refusals`.
   */
  @Post('endorse')
  @HttpCode(200)
  @Requires(enrolmentPermissions.endorse)
  @Idempotent()
  @Answers(EndorsementResultsDto)
  @Refuses()
  async endorse(
    @CurrentActor() actor: Actor,
    @InScope() scope: Scope,
    @Body() { ids }: EndorseDto,
  ): Promise<EndorsementResultsDto> {
    const answers = await this.endorseNominations.execute(actor, scope, ids);
    return { results: answers.map((answer) => ('refusals' in answer ? this.tell(answer) : answer)) };
  }

  private tell<T extends { readonly refusals: readonly AppError[] }>(answer: T) {
    const { locale } = this.context.current();
    return { ...answer, refusals: answer.refusals.map((refusal) => refusal.inAnswer(locale)) };
  }
}
