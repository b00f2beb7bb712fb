import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import {
  Answers,
  AnswersNothing,
  AnswersPage,
  CreatedDto,
  CurrentActor,
  Idempotent,
  InScope,
  Requires,
  type Actor,
  type Page,
  type Scope,
} from '@jssu/platform';
import { AuthoriseInstructor } from '../application/authorise-instructor.js';
import { CreateEquipment } from '../application/create-equipment.js';
import { CreateVenue } from '../application/create-venue.js';
import { WithdrawAuthorisation } from '../application/withdraw-authorisation.js';
import { CatalogueView } from '../persistence/catalogue.view.js';
import { AuthorisationDto, EquipmentDto, VenueDto } from './catalogue-answers.dto.js';
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

  /** Venues by code. */
  @Get('venues')
  @Requires(cataloguePermissions['read-resources'])
  @AnswersPage(VenueDto)
  venues(@Query() query: ResourceQuery): Promise<Page<VenueDto>> {
    return this.view.venues(query, query.limit, query.cursor);
  }

  /** A venue at a site. Its code must be free. */
  @Post('venues')
  @Requires(cataloguePermissions['manage-resources'])
  @Idempotent()
  @Answers(CreatedDto)
  async addVenue(@Body() body: CreateVenueDto) {
    return { id: await this.createVenue.execute(body) };
  }

  /** Equipment by code. */
  @Get('equipment')
  @Requires(cataloguePermissions['read-resources'])
  @AnswersPage(EquipmentDto)
  equipment(@Query() query: ResourceQuery): Promise<Page<EquipmentDto>> {
    return this.view.equipment(query, query.limit, query.cursor);
  }

  /** One exclusive thing, or a pool. Its code must be free. */
  @Post('equipment')
  @Requires(cataloguePermissions['manage-resources'])
  @Idempotent()
  @Answers(CreatedDto)
  async addEquipment(@Body() body: CreateEquipmentDto) {
    return { id: await this.createEquipment.execute(body) };
  }

  /** Who may teach what, in which role and when. */
  @Get('instructor-authorisations')
  @Requires(cataloguePermissions['read-authorisations'])
  @AnswersPage(AuthorisationDto)
  authorisations(@InScope() scope: Scope, @Query() query: AuthorisationQuery): Promise<Page<AuthorisationDto>> {
    return this.view.authorisations(scope, query, query.limit, query.cursor);
  }

  /** Lets a person teach a course in a role, from a day on. Not for oneself. */
  @Post('instructor-authorisations')
  @Requires(cataloguePermissions['authorise-instructors'])
  @Idempotent()
  @Answers(CreatedDto)
  async authorise(@CurrentActor() actor: Actor, @InScope() scope: Scope, @Body() body: AuthoriseDto) {
    const authorisation = { ...body, validUntil: body.validUntil ?? null };
    return { id: await this.authoriseInstructor.execute(actor, scope, authorisation) };
  }

  /** Takes an authorisation back. */
  @Post('instructor-authorisations/:id/withdraw')
  @HttpCode(204)
  @Requires(cataloguePermissions['authorise-instructors'])
  @AnswersNothing()
  withdraw(
    @CurrentActor() actor: Actor,
    @InScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ReasonDto,
  ) {
    return this.withdrawAuthorisation.execute(actor, scope, id, body.reason);
  }
}
