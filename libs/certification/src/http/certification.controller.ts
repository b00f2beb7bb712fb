import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import {
  Answers,
  AnswersPage,
  Clock,
  CreatedDto,
  CurrentActor,
  Idempotent,
  InScope,
  Refuses,
  RequestContext,
  Requires,
  type Actor,
  type Page,
  type Scope,
} from '@jssu/platform';
import { DecideCertification } from '../application/decide-certification.js';
import { RecordEvidence } from '../application/record-evidence.js';
import { certificateErrors } from '../domain/certificate-errors.js';
import { certificationErrors } from '../domain/errors.js';
import { schemeErrors } from '../domain/scheme-errors.js';
import { CertificationRegister } from '../persistence/certification-register.js';
import { CertificationView } from '../persistence/certification.view.js';
import { CertificationDetailDto, CertificationDto, DecidedDto } from './certification-answers.dto.js';
import { AsOfQuery, CertificationQuery, DecideDto, RecordEvidenceDto, toDecision } from './certification.dto.js';
import { certificationPermissions } from './permissions.js';

@ApiTags('certification')
@ApiBearerAuth()
@Controller('api/v1')
export class CertificationController {
  constructor(
    private readonly register: CertificationRegister,
    private readonly view: CertificationView,
    private readonly recordEvidence: RecordEvidence,
    private readonly decideCertification: DecideCertification,
    private readonly context: RequestContext,
    private readonly clock: Clock,
  ) {}

  /**
   * Evidence from outside: certificates, task books, fitness, experience; and, under the name of whoever approves them,
   * waivers and equivalences. A waiver has a reason and a last day.
   */
  @Post('evidence')
  @Requires(certificationPermissions['record-evidence'])
  @Idempotent()
  @Answers(CreatedDto)
  @Refuses(
    certificationErrors['actor-is-subject'],
    certificationErrors['actor-without-person'],
    certificationErrors['waiver-incomplete'],
  )
  async evidence(
    @CurrentActor() actor: Actor,
    @InScope() scope: Scope,
    @Body() body: RecordEvidenceDto,
  ): Promise<CreatedDto> {
    const evidence = { ...body, subject: body.subject ?? null, validUntil: body.validUntil ?? null };
    return { id: await this.recordEvidence.execute(actor, scope, evidence) };
  }

  /**
   * Grants or renews, signs, suspends, reinstates, extends, revokes, records a surrender, corrects. A decision that needs
   * both authorities waits for the signature of the other; the certificate of one in force is issued by a job.
   */
  @Post('certifications/decisions')
  @HttpCode(200)
  @Requires(certificationPermissions.decide)
  @Idempotent()
  @Answers(DecidedDto)
  @Refuses(
    certificationErrors['actor-without-person'],
    certificationErrors['actor-is-subject'],
    certificationErrors['wrong-party'],
    certificationErrors['reason-required'],
    certificationErrors['requirements-missing'],
    certificationErrors['evidence-already-used'],
    certificationErrors['would-be-expired'],
    certificationErrors['renewal-not-open'],
    certificationErrors.suspended,
    certificationErrors.revoked,
    certificationErrors['second-signature-pending'],
    certificationErrors['already-signed'],
    certificationErrors['not-pending'],
    certificationErrors['illegal-transition'],
    certificationErrors['extension-too-short'],
    certificationErrors['correction-target'],
    certificationErrors['correction-dates'],
    certificationErrors['correction-evidence'],
    certificateErrors['evidence-withdrawn'],
    schemeErrors['no-published-version'],
  )
  decide(@CurrentActor() actor: Actor, @InScope() scope: Scope, @Body() body: DecideDto): Promise<DecidedDto> {
    const { personId, schemeId, party } = body;
    return this.decideCertification.execute(actor, scope, { personId, schemeId, party, decision: toDecision(body) });
  }

  /**
   * The register: certifications with their status on any day, as far as was known at any instant. With `knownAt` a page
   * may hold fewer rows than asked for while `nextCursor` is there.
   */
  @Get('certifications')
  @Requires(certificationPermissions.read)
  @AnswersPage(CertificationDto)
  list(@InScope() scope: Scope, @Query() query: CertificationQuery): Promise<Page<CertificationDto>> {
    const knownAt = query.knownAt ? new Date(query.knownAt) : null;
    return this.register.list(scope, query, query.validAt ?? this.clock.today(), knownAt, query.limit, query.cursor);
  }

  /** One certification: its status on a day, every event behind it, its certificates, and what is still open. */
  @Get('certifications/:id')
  @Requires(certificationPermissions.read)
  @Answers(CertificationDetailDto)
  one(
    @InScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { validAt, knownAt }: AsOfQuery,
  ): Promise<CertificationDetailDto> {
    const [on, known] = [validAt ?? this.clock.today(), knownAt ? new Date(knownAt) : this.clock.now()];
    return this.view.one(scope, id, on, known, this.context.current().locale);
  }
}
