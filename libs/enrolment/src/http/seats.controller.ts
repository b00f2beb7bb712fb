import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import {
  Answers,
  CurrentActor,
  Idempotent,
  IfMatch,
  InScope,
  Refuses,
  Requires,
  type Actor,
  type Scope,
} from '@jssu/platform';
import { AdmitWalkOn } from '../application/admit-walk-on.js';
import { ConfirmOffering } from '../application/confirm-offering.js';
import { SetQuotas } from '../application/set-quotas.js';
import { enrolmentErrors } from '../domain/errors.js';
import { SeatsView } from '../persistence/seats.view.js';
import { QuotasDto, WalkOnDto } from './enrolment.dto.js';
import { enrolmentPermissions, readReach } from './permissions.js';
import { OfferingQuotasDto, SeatsConfirmedDto, SeatsDto, WalkOnAdmittedDto } from './seat-answers.dto.js';

@ApiTags('seats')
@ApiBearerAuth()
@Controller('api/v1/offerings/:id')
export class SeatsController {
  constructor(
    private readonly view: SeatsView,
    private readonly setQuotas: SetQuotas,
    private readonly admitWalkOn: AdmitWalkOn,
    private readonly confirmOffering: ConfirmOffering,
  ) {}

  /** Capacity, seats held and free, quotas, and the waiting list: everybody counts, only those one may see are named. */
  @Get('seats')
  @Requires(enrolmentPermissions.read)
  @Answers(SeatsDto)
  seats(
    @CurrentActor() actor: Actor,
    @InScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<SeatsDto> {
    return this.view.of(scope, readReach(actor, scope), id);
  }

  /** Seats set aside for units: all of them for those who run the offering, for others those that their people draw on. */
  @Get('quotas')
  @Requires(enrolmentPermissions.read)
  @Answers(OfferingQuotasDto)
  quotas(
    @CurrentActor() actor: Actor,
    @InScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<OfferingQuotasDto> {
    return this.view.quotasOf(scope, readReach(actor, scope), id);
  }

  /**
   * Replaces the whole list. Seats that become free by it go to the waiting list at once. Needs `If-Match` with the
   * offering’s version that was read.
   */
  @Put('quotas')
  @Requires(enrolmentPermissions['manage-seats'])
  @Answers(OfferingQuotasDto)
  @Refuses(enrolmentErrors.closed, enrolmentErrors['bad-quotas'])
  async replaceQuotas(
    @CurrentActor() actor: Actor,
    @InScope() scope: Scope,
    @IfMatch() version: number,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: QuotasDto,
  ): Promise<OfferingQuotasDto> {
    await this.setQuotas.execute(scope, id, version, body.quotas);
    return this.view.quotasOf(scope, readReach(actor, scope), id);
  }

  /** On the first day: lets in a person who stands at the door, onto a seat that nobody holds. Not oneself. */
  @Post('walk-ons')
  @Requires(enrolmentPermissions['manage-seats'])
  @Idempotent()
  @Answers(WalkOnAdmittedDto)
  @Refuses(
    enrolmentErrors.closed,
    enrolmentErrors.full,
    enrolmentErrors['quota-exhausted'],
    enrolmentErrors['actor-without-person'],
    enrolmentErrors['self-endorsement'],
    enrolmentErrors['person-left'],
    enrolmentErrors['unit-not-open'],
    enrolmentErrors['already-enrolled'],
    enrolmentErrors['prerequisite-missing'],
    enrolmentErrors['overlapping-session'],
  )
  walkOn(
    @CurrentActor() actor: Actor,
    @InScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { personId }: WalkOnDto,
  ): Promise<WalkOnAdmittedDto> {
    return this.admitWalkOn.execute(actor, scope, id, personId);
  }

  /** Confirms the offering and every reserved seat, once nominations are closed and the minimum is reached. */
  @Post('confirm')
  @HttpCode(200)
  @Requires(enrolmentPermissions['manage-seats'])
  @Idempotent()
  @Answers(SeatsConfirmedDto)
  @Refuses(enrolmentErrors['nominations-not-closed'], enrolmentErrors['below-minimum'])
  async confirm(@InScope() scope: Scope, @Param('id', ParseUUIDPipe) id: string): Promise<SeatsConfirmedDto> {
    return { confirmedSeats: await this.confirmOffering.execute(scope, id) };
  }
}
