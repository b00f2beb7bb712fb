import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import {
  Answers,
  AnswersPage,
  CreatedDto,
  Idempotent,
  InScope,
  ListQuery,
  platformErrors,
  Refuses,
  Requires,
  type Page,
  type Scope,
} from '@jssu/platform';
import { CreatePost } from '../application/create-post.js';
import { CreateSite } from '../application/create-site.js';
import { CreateUnit } from '../application/create-unit.js';
import { OrganisationReader } from '../persistence/organisation.reader.js';
import { PostDto, SiteDto, UnitDto } from './organisation-answers.dto.js';
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

  /** Units of the scope by code. */
  @Get('units')
  @Requires(organisationPermissions.read)
  @AnswersPage(UnitDto)
  units(@InScope() scope: Scope, @Query() query: ListQuery): Promise<Page<UnitDto>> {
    return this.reader.units(scope, query.limit, query.cursor);
  }

  /** A unit below one of the scope. Its code must be free. */
  @Post('units')
  @Requires(organisationPermissions.manage)
  @Idempotent()
  @Answers(CreatedDto)
  @Refuses(platformErrors['in-use'])
  async addUnit(@InScope() scope: Scope, @Body() body: CreateUnitDto) {
    return { id: await this.createUnit.execute(scope, { ...body, parentId: body.parentId ?? null }) };
  }

  /** Sites at which a unit of the reader's has a post. */
  @Get('sites')
  @Requires(organisationPermissions.read)
  @AnswersPage(SiteDto)
  sites(@InScope() scope: Scope, @Query() query: ListQuery): Promise<Page<SiteDto>> {
    return this.reader.sites(scope, query.limit, query.cursor);
  }

  /** A site: a place that people guard. Its code must be free. */
  @Post('sites')
  @Requires(organisationPermissions['manage-sites'])
  @Idempotent()
  @Answers(CreatedDto)
  @Refuses(platformErrors['in-use'])
  async addSite(@Body() body: CreateSiteDto) {
    return { id: await this.createSite.execute(body) };
  }

  /** Posts of the units in scope by code. */
  @Get('posts')
  @Requires(organisationPermissions.read)
  @AnswersPage(PostDto)
  posts(@InScope() scope: Scope, @Query() query: ListQuery): Promise<Page<PostDto>> {
    return this.reader.posts(scope, query.limit, query.cursor);
  }

  /** A post of a unit at a site, with the strength that it needs. Its code must be free. */
  @Post('posts')
  @Requires(organisationPermissions.manage)
  @Idempotent()
  @Answers(CreatedDto)
  @Refuses(platformErrors['in-use'])
  async addPost(@InScope() scope: Scope, @Body() body: CreatePostDto) {
    return { id: await this.createPost.execute(scope, body) };
  }
}
