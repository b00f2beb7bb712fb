import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { CurrentActor, Idempotent, InScope, Requires, type Actor, type Scope } from '@jssu/platform';
import { AuthoriseInstructor } from '../application/authorise-instructor.js';
import { CreateEquipment } from '../application/create-equipment.js';
import { CreateVenue } from '../application/create-venue.js';
import { WithdrawAuthorisation } from '../application/withdraw-authorisation.js';
import { CatalogueView } from '../persistence/catalogue.view.js';
import {
  AuthorisationQuery,
  AuthoriseDto,
  CreateEquipmentDto,
  CreateVenueDto,
  ReasonDto,
  ResourceQuery,
} from './catalogue.dto.js';
import { cataloguePermissions } from './permissions.js';

@ApiTags('resources')
@ApiBearerAuth()
@Controller('api/v1')
export class ResourcesController {
  constructor(
    private readonly view: CatalogueView,
    private readonly createVenue: CreateVenue,
    private readonly createEquipment: CreateEquipment,
    private readonly authoriseInstructor: AuthoriseInstructor,
    private readonly withdrawAuthorisation: WithdrawAuthorisation,
  ) {}

  @Get('venues')
  @Requires(cataloguePermissions['read-resources'])
  venues(@Query() query: ResourceQuery) {
    return this.view.venues(query, query.limit, query.cursor);
  }

  @Post('venues')
  @Requires(cataloguePermissions['manage-resources'])
  @Idempotent()
  async addVenue(@Body() body: CreateVenueDto) {
    return { id: await this.createVenue.execute(body) };
  }

  @Get('equipment')
  @Requires(cataloguePermissions['read-resources'])
  equipment(@Query() query: ResourceQuery) {
    return this.view.equipment(query, query.limit, query.cursor);
  }

  @Post('equipment')
  @Requires(cataloguePermissions['manage-resources'])
  @Idempotent()
  async addEquipment(@Body() body: CreateEquipmentDto) {
    return { id: await this.createEquipment.execute(body) };
  }

  /** Who may teach what, in which role and when. */
  @Get('instructor-authorisations')
  @Requires(cataloguePermissions['read-authorisations'])
  authorisations(@InScope() scope: Scope, @Query() query: AuthorisationQuery) {
    return this.view.authorisations(scope, query, query.limit, query.cursor);
  }

  @Post('instructor-authorisations')
  @Requires(cataloguePermissions['authorise-instructors'])
  @Idempotent()
  async authorise(@CurrentActor() actor: Actor, @InScope() scope: Scope, @Body() body: AuthoriseDto) {
    const authorisation = { ...body, validUntil: body.validUntil ?? null };
    return { id: await this.authoriseInstructor.execute(actor, scope, authorisation) };
  }

  @Post('instructor-authorisations/:id/withdraw')
  @HttpCode(204)
  @Requires(cataloguePermissions['authorise-instructors'])
  withdraw(
    @CurrentActor() actor: Actor,
    @InScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ReasonDto,
  ) {
    return this.withdrawAuthorisation.execute(actor, scope, id, body.reason);
  }
}
