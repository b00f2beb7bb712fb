import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { CurrentActor, Idempotent, InScope, Requires, type Actor, type Scope } from '@jssu/platform';
import { AdmitWalkOn } from '../application/admit-walk-on.js';
import { ConfirmOffering } from '../application/confirm-offering.js';
import { SetQuotas } from '../application/set-quotas.js';
import { SeatsView } from '../persistence/seats.view.js';
import { QuotasDto, WalkOnDto } from './enrolment.dto.js';
import { enrolmentPermissions, readReach } from './permissions.js';

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
  seats(@CurrentActor() actor: Actor, @InScope() scope: Scope, @Param('id', ParseUUIDPipe) id: string) {
    return this.view.of(scope, readReach(actor, scope), id);
  }

  /** Seats set aside for units. */
  @Get('quotas')
  @Requires(enrolmentPermissions.read)
  async quotas(@InScope() scope: Scope, @Param('id', ParseUUIDPipe) id: string) {
    return { quotas: await this.view.quotasOf(scope, id) };
  }

  /** Replaces the whole list. Seats that become free by it go to the waiting list at once. */
  @Put('quotas')
  @Requires(enrolmentPermissions['manage-seats'])
  async replaceQuotas(@InScope() scope: Scope, @Param('id', ParseUUIDPipe) id: string, @Body() body: QuotasDto) {
    await this.setQuotas.execute(scope, id, body.quotas);
    return { quotas: await this.view.quotasOf(scope, id) };
  }

  /** On the first day: lets in a person who stands at the door, onto a seat that nobody holds. Not oneself. */
  @Post('walk-ons')
  @Requires(enrolmentPermissions['manage-seats'])
  @Idempotent()
  walkOn(
    @CurrentActor() actor: Actor,
    @InScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { personId }: WalkOnDto,
  ) {
    return this.admitWalkOn.execute(actor, scope, id, personId);
  }

  /** Confirms the offering and every reserved seat, once nominations are closed and the minimum is reached. */
  @Post('confirm')
  @HttpCode(200)
  @Requires(enrolmentPermissions['manage-seats'])
  @Idempotent()
  async confirm(@InScope() scope: Scope, @Param('id', ParseUUIDPipe) id: string) {
    return { confirmedSeats: await this.confirmOffering.execute(scope, id) };
  }
}
