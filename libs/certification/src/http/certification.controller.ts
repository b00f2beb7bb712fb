import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { Clock, CurrentActor, Idempotent, InScope, ListQuery, Requires, type Actor, type Scope } from '@jssu/platform';
import { DecideCertification } from '../application/decide-certification.js';
import { CreateScheme, PublishSchemeVersion } from '../application/manage-schemes.js';
import { RecordEvidence } from '../application/record-evidence.js';
import { CertificationView } from '../persistence/certification.view.js';
import {
  AsOfQuery,
  CertificationQuery,
  CreateSchemeDto,
  DecideDto,
  PublishDto,
  RecordEvidenceDto,
  toDecision,
} from './certification.dto.js';
import { certificationPermissions } from './permissions.js';

@ApiTags('certification')
@ApiBearerAuth()
@Controller('api/v1')
export class CertificationController {
  constructor(
    private readonly view: CertificationView,
    private readonly createScheme: CreateScheme,
    private readonly publishVersion: PublishSchemeVersion,
    private readonly recordEvidence: RecordEvidence,
    private readonly decideCertification: DecideCertification,
    private readonly clock: Clock,
  ) {}

  @Get('schemes')
  @Requires(certificationPermissions['read-schemes'])
  schemes(@Query() query: ListQuery) {
    return this.view.schemes(query.limit, query.cursor);
  }

  /** A scheme with version 1 as a draft. */
  @Post('schemes')
  @Requires(certificationPermissions['manage-schemes'])
  @Idempotent()
  create(@Body() body: CreateSchemeDto) {
    return this.createScheme.execute(body);
  }

  /** Publishes a draft; from then on it never changes. */
  @Post('schemes/:id/versions/:versionId/publish')
  @HttpCode(204)
  @Requires(certificationPermissions['manage-schemes'])
  publish(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('versionId', ParseUUIDPipe) versionId: string,
    @Body() body: PublishDto,
  ) {
    return this.publishVersion.execute(id, versionId, body.effectiveFrom);
  }

  /** Evidence from outside: certificates, task books, fitness, experience, waivers, equivalences. */
  @Post('evidence')
  @Requires(certificationPermissions['record-evidence'])
  @Idempotent()
  async evidence(@CurrentActor() actor: Actor, @InScope() scope: Scope, @Body() body: RecordEvidenceDto) {
    const evidence = { ...body, subject: body.subject ?? null, validUntil: body.validUntil ?? null };
    return { id: await this.recordEvidence.execute(actor, scope, evidence) };
  }

  /** Grants or renews, signs, suspends, reinstates, extends, revokes, records a surrender. */
  @Post('certifications/decisions')
  @HttpCode(200)
  @Requires(certificationPermissions.decide)
  @Idempotent()
  decide(@CurrentActor() actor: Actor, @InScope() scope: Scope, @Body() body: DecideDto) {
    const { personId, schemeId, party } = body;
    return this.decideCertification.execute(actor, scope, { personId, schemeId, party, decision: toDecision(body) });
  }

  /** Certifications with their status on any day, as far as was known at any instant. */
  @Get('certifications')
  @Requires(certificationPermissions.read)
  list(@InScope() scope: Scope, @Query() query: CertificationQuery) {
    return this.view.list(scope, query, ...this.asOf(query), query.limit, query.cursor);
  }

  /** One certification: its status on a day, and every event behind it. */
  @Get('certifications/:id')
  @Requires(certificationPermissions.read)
  one(@InScope() scope: Scope, @Param('id', ParseUUIDPipe) id: string, @Query() query: AsOfQuery) {
    return this.view.one(scope, id, ...this.asOf(query));
  }

  private asOf({ validAt, knownAt }: AsOfQuery): [NonNullable<AsOfQuery['validAt']>, Date] {
    return [validAt ?? this.clock.today(), knownAt ? new Date(knownAt) : this.clock.now()];
  }
}
