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
  Refuses,
  Requires,
  type Actor,
  type Page,
  type Scope,
} from '@jssu/platform';
import { AuthoriseInstructor } from '../application/authorise-instructor.js';
import { CreateEquipment } from '../application/create-equipment.js';
import { CreateVenue } from '../application/create-venue.js';
import { WithdrawAuthorisation } from '../application/withdraw-authorisation.js';
import { catalogueErrors } from '../domain/catalogue-errors.js';
import { CatalogueView } from '../persistence/catalogue.view.js';
import {
  AuthorisationQuery,
  AuthoriseDto,
  CreateEquipmentDto,
  CreateVenueDto,
  ResourceQuery,
  WithdrawDto,
} from './catalogue.dto.js';
import { cataloguePermissions } from './permissions.js';
import { EquipmentItemDto, InstructorAuthorisationDto, VenueDto } from './resource-answers.dto.js';

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
  @Refuses(catalogueErrors['code-taken'])
  async addVenue(@Body() body: CreateVenueDto): Promise<CreatedDto> {
    return { id: await this.createVenue.execute(body) };
  }

  /** Equipment by code: single things, and pools shared by quantity. */
  @Get('equipment')
  @Requires(cataloguePermissions['read-resources'])
  @AnswersPage(EquipmentItemDto)
  equipment(@Query() query: ResourceQuery): Promise<Page<EquipmentItemDto>> {
    return this.view.equipment(query, query.limit, query.cursor);
  }

  /** A single thing, or a pool of them. Its code must be free. */
  @Post('equipment')
  @Requires(cataloguePermissions['manage-resources'])
  @Idempotent()
  @Answers(CreatedDto)
  @Refuses(catalogueErrors['code-taken'])
  async addEquipment(@Body() body: CreateEquipmentDto): Promise<CreatedDto> {
    return { id: await this.createEquipment.execute(body) };
  }

  /** Who may teach what, in which role and when. */
  @Get('instructor-authorisations')
  @Requires(cataloguePermissions['read-authorisations'])
  @AnswersPage(InstructorAuthorisationDto)
  authorisations(
    @InScope() scope: Scope,
    @Query() query: AuthorisationQuery,
  ): Promise<Page<InstructorAuthorisationDto>> {
    return this.view.authorisations(scope, query, query.limit, query.cursor);
  }

  /** The right to teach a course in a role, from one day to another. Not for oneself. */
  @Post('instructor-authorisations')
  @Requires(cataloguePermissions['authorise-instructors'])
  @Idempotent()
  @Answers(CreatedDto)
  @Refuses(catalogueErrors['actor-is-subject'], catalogueErrors['bad-validity'], catalogueErrors['already-authorised'])
  async authorise(
    @CurrentActor() actor: Actor,
    @InScope() scope: Scope,
    @Body() body: AuthoriseDto,
  ): Promise<CreatedDto> {
    const authorisation = { ...body, validUntil: body.validUntil ?? null };
    return { id: await this.authoriseInstructor.execute(actor, scope, authorisation) };
  }

  /** Takes an authorisation away at once. Sessions that the person was to teach stay; publishing refuses them. */
  @Post('instructor-authorisations/:id/withdraw')
  @HttpCode(204)
  @Requires(cataloguePermissions['authorise-instructors'])
  @AnswersNothing()
  @Refuses(catalogueErrors['actor-is-subject'])
  withdraw(
    @CurrentActor() actor: Actor,
    @InScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: WithdrawDto,
  ): Promise<void> {
    return this.withdrawAuthorisation.execute(actor, scope, id, body.reason);
  }
}
