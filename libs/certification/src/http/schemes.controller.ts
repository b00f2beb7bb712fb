import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Put, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import {
  Answers,
  AnswersNothing,
  AnswersPage,
  Idempotent,
  IfMatch,
  ListQuery,
  Refuses,
  Requires,
  VersionDto,
  type Page,
} from '@jssu/platform';
import { ChangeSchemeDraft } from '../application/change-scheme-draft.js';
import { CreateScheme } from '../application/create-scheme.js';
import { DraftSchemeVersion } from '../application/draft-scheme-version.js';
import { PublishSchemeVersion } from '../application/publish-scheme-version.js';
import { RetireSchemeVersion } from '../application/retire-scheme-version.js';
import { schemeErrors } from '../domain/scheme-errors.js';
import { SchemeView } from '../persistence/scheme.view.js';
import { certificationPermissions } from './permissions.js';
import { SchemeCreatedDto, SchemeDto, SchemeVersionDraftedDto } from './scheme-answers.dto.js';
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

  /** Schemes by code, each with its versions and their rules. */
  @Get()
  @Requires(certificationPermissions['read-schemes'])
  @AnswersPage(SchemeDto)
  list(@Query() query: ListQuery): Promise<Page<SchemeDto>> {
    return this.view.list(query.limit, query.cursor);
  }

  /** A scheme with version 1 as a draft. */
  @Post()
  @Requires(certificationPermissions['manage-schemes'])
  @Idempotent()
  @Answers(SchemeCreatedDto)
  @Refuses(schemeErrors['bad-rules'], schemeErrors['scheme-code-taken'])
  create(@Body() body: CreateSchemeDto): Promise<SchemeCreatedDto> {
    return this.createScheme.execute(body);
  }

  /** A new version as a draft; the published one stays in force until the draft is published. One draft at a time. */
  @Post(':id/versions')
  @Requires(certificationPermissions['manage-schemes'])
  @Idempotent()
  @Answers(SchemeVersionDraftedDto)
  @Refuses(schemeErrors['bad-rules'], schemeErrors['draft-exists'])
  draft(@Param('id', ParseUUIDPipe) id: string, @Body() { rules }: SchemeRulesDto): Promise<SchemeVersionDraftedDto> {
    return this.draftVersion.execute(id, rules);
  }

  /** Other rules for a draft. */
  @Put(':id/versions/:versionId')
  @Requires(certificationPermissions['manage-schemes'])
  @Answers(VersionDto)
  @Refuses(schemeErrors['bad-rules'], schemeErrors['not-a-draft'])
  change(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('versionId', ParseUUIDPipe) versionId: string,
    @IfMatch() version: number,
    @Body() { rules }: SchemeRulesDto,
  ): Promise<VersionDto> {
    return this.changeDraft.execute(id, versionId, version, rules);
  }

  /** Publishes a draft; from then on it never changes. */
  @Post(':id/versions/:versionId/publish')
  @HttpCode(204)
  @Requires(certificationPermissions['manage-schemes'])
  @AnswersNothing()
  @Refuses(schemeErrors['not-a-draft'])
  publish(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('versionId', ParseUUIDPipe) versionId: string,
    @Body() body: PublishDto,
  ): Promise<void> {
    return this.publishVersion.execute(id, versionId, body.effectiveFrom);
  }

  /** No new decision follows a retired version; the next older published one is in force again, if there is one. */
  @Post(':id/versions/:versionId/retire')
  @HttpCode(204)
  @Requires(certificationPermissions['manage-schemes'])
  @AnswersNothing()
  @Refuses(schemeErrors['not-published'])
  retire(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('versionId', ParseUUIDPipe) versionId: string,
    @Body() { reason }: RetireDto,
  ): Promise<void> {
    return this.retireVersion.execute(id, versionId, reason);
  }
}
