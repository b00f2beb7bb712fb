import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { Idempotent, InScope, ListQuery, Requires, type Scope } from '@jssu/platform';
import { CreatePost } from '../application/create-post.js';
import { CreateSite } from '../application/create-site.js';
import { CreateUnit } from '../application/create-unit.js';
import { OrganisationReader } from '../persistence/organisation.reader.js';
import { CreatePostDto, CreateSiteDto, CreateUnitDto } from './organisation.dto.js';
import { organisationPermissions } from './permissions.js';

@ApiTags('organisation')
@ApiBearerAuth()
@Controller('api/v1')
export class OrganisationController {
  constructor(
    private readonly reader: OrganisationReader,
    private readonly createUnit: CreateUnit,
    private readonly createSite: CreateSite,
    private readonly createPost: CreatePost,
  ) {}

  @Get('units')
  @Requires(organisationPermissions.read)
  units(@InScope() scope: Scope, @Query() query: ListQuery) {
    return this.reader.units(scope, query.limit, query.cursor);
  }

  @Post('units')
  @Requires(organisationPermissions.manage)
  @Idempotent()
  async addUnit(@InScope() scope: Scope, @Body() body: CreateUnitDto) {
    return { id: await this.createUnit.execute(scope, { ...body, parentId: body.parentId ?? null }) };
  }

  /** Sites at which a unit of the reader's has a post. */
  @Get('sites')
  @Requires(organisationPermissions.read)
  sites(@InScope() scope: Scope, @Query() query: ListQuery) {
    return this.reader.sites(scope, query.limit, query.cursor);
  }

  @Post('sites')
  @Requires(organisationPermissions['manage-sites'])
  @Idempotent()
  async addSite(@Body() body: CreateSiteDto) {
    return { id: await this.createSite.execute(body) };
  }

  @Get('posts')
  @Requires(organisationPermissions.read)
  posts(@InScope() scope: Scope, @Query() query: ListQuery) {
    return this.reader.posts(scope, query.limit, query.cursor);
  }

  @Post('posts')
  @Requires(organisationPermissions.manage)
  @Idempotent()
  async addPost(@InScope() scope: Scope, @Body() body: CreatePostDto) {
    return { id: await this.createPost.execute(scope, body) };
  }
}
