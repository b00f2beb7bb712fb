import { Controller, Get, Param, ParseUUIDPipe, Query, StreamableFile } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import {
  AnswersFile,
  AnswersPage,
  CurrentActor,
  InScope,
  ListQuery,
  Requires,
  SignedIn,
  type Actor,
  type Page,
  type Scope,
} from '@jssu/platform';
import { DownloadCertificate } from '../application/download-certificate.js';
import { CertificateView } from '../persistence/certificate.view.js';
import { CertificateDto } from './certification-answers.dto.js';
import { certificationPermissions } from './permissions.js';

@ApiTags('certificates')
@ApiBearerAuth()
@Controller('api/v1')
export class CertificatesController {
  constructor(
    private readonly view: CertificateView,
    private readonly download: DownloadCertificate,
  ) {}

  /** One's own certificates, the newest first. */
  @Get('me/certificates')
  @SignedIn()
  @AnswersPage(CertificateDto)
  async own(@CurrentActor() { personId }: Actor, @Query() query: ListQuery): Promise<Page<CertificateDto>> {
    if (!personId) return { items: [], nextCursor: null };
    return this.view.ofPerson(personId, query.limit, query.cursor);
  }

  /** The paper: PDF/A-3 with the credential attached. Taking one that is not one's own is recorded. */
  @Get('certificates/:id/pdf')
  @Requires(certificationPermissions.read)
  @AnswersFile('application/pdf', 'The certificate, one page')
  async pdf(@CurrentActor() actor: Actor, @InScope() scope: Scope, @Param('id', ParseUUIDPipe) id: string) {
    const { content, number } = await this.download.pdf(actor, scope, id);
    const disposition = `inline; filename="${number}.pdf"`;
    return new StreamableFile(content, { type: 'application/pdf', disposition, length: content.length });
  }

  /** The Open Badges 3.0 credential as a compact JWT (VC-JWT, RS256). Taking one that is not one's own is recorded. */
  @Get('certificates/:id/credential')
  @Requires(certificationPermissions.read)
  @AnswersFile(
    'application/vc+jwt',
    'The credential',
    'eyJhbGciOiJSUzI1NiJ9.eyJpZCI6InVybjp1dWlkOjAxOTMifQ.c2lnbmF0dXJl',
  )
  async credential(@CurrentActor() actor: Actor, @InScope() scope: Scope, @Param('id', ParseUUIDPipe) id: string) {
    const { content, number } = await this.download.credential(actor, scope, id);
    const disposition = `inline; filename="${number}.jwt"`;
    return new StreamableFile(Buffer.from(content), { type: 'application/vc+jwt', disposition });
  }
}
