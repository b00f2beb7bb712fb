import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Put, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { Idempotent, IfMatch, ListQuery, Requires } from '@jssu/platform';
import { ChangeSchemeDraft } from '../application/change-scheme-draft.js';
import { CreateScheme } from '../application/create-scheme.js';
import { DraftSchemeVersion } from '../application/draft-scheme-version.js';
import { PublishSchemeVersion } from '../application/publish-scheme-version.js';
import { RetireSchemeVersion } from '../application/retire-scheme-version.js';
import { SchemeView } from '../persistence/scheme.view.js';
import { certificationPermissions } from './permissions.js';
import { CreateSchemeDto, PublishDto, RetireDto, SchemeRulesDto } from './schemes.dto.js';

@ApiTags('certification')
@ApiBearerAuth()
@Controller('api/v1/schemes')
export class SchemesController {
  constructor(
    private readonly view: SchemeView,
    private readonly createScheme: CreateScheme,
    private readonly draftVersion: DraftSchemeVersion,
    private readonly changeDraft: ChangeSchemeDraft,
    private readonly publishVersion: PublishSchemeVersion,
    private readonly retireVersion: RetireSchemeVersion,
  ) {}

  @Get()
  @Requires(certificationPermissions['read-schemes'])
  list(@Query() query: ListQuery) {
    return this.view.list(query.limit, query.cursor);
  }

  /** A scheme with version 1 as a draft. */
  @Post()
  @Requires(certificationPermissions['manage-schemes'])
  @Idempotent()
  create(@Body() body: CreateSchemeDto) {
    return this.createScheme.execute(body);
  }

  /** A new version as a draft; the published one stays in force until the draft is published. One draft at a time. */
  @Post(':id/versions')
  @Requires(certificationPermissions['manage-schemes'])
  @Idempotent()
  draft(@Param('id', ParseUUIDPipe) id: string, @Body() { rules }: SchemeRulesDto) {
    return this.draftVersion.execute(id, rules);
  }

  /** Other rules for a draft. */
  @Put(':id/versions/:versionId')
  @Requires(certificationPermissions['manage-schemes'])
  change(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('versionId', ParseUUIDPipe) versionId: string,
    @IfMatch() version: number,
    @Body() { rules }: SchemeRulesDto,
  ) {
    return this.changeDraft.execute(id, versionId, version, rules);
  }

  /** Publishes a draft; from then on it never changes. */
  @Post(':id/versions/:versionId/publish')
  @HttpCode(204)
  @Requires(certificationPermissions['manage-schemes'])
  publish(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('versionId', ParseUUIDPipe) versionId: string,
    @Body() body: PublishDto,
  ) {
    return this.publishVersion.execute(id, versionId, body.effectiveFrom);
  }

  /** No new decision follows a retired version; the next older published one is in force again, if there is one. */
  @Post(':id/versions/:versionId/retire')
  @HttpCode(204)
  @Requires(certificationPermissions['manage-schemes'])
  retire(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('versionId', ParseUUIDPipe) versionId: string,
    @Body() { reason }: RetireDto,
  ) {
    return this.retireVersion.execute(id, versionId, reason);
  }
}
