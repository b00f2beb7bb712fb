import { Controller, Get, Param, ParseUUIDPipe, Query, StreamableFile } from '@nestjs/common';
import { ApiBearerAuth, ApiProduces, ApiTags } from '@nestjs/swagger';
import { CurrentActor, InScope, ListQuery, Requires, SignedIn, type Actor, type Scope } from '@jssu/platform';
import { DownloadCertificate } from '../application/download-certificate.js';
import { CertificateView } from '../persistence/certificate.view.js';
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
  async own(@CurrentActor() { personId }: Actor, @Query() query: ListQuery) {
    if (!personId) return { items: [], nextCursor: null };
    return this.view.ofPerson(personId, query.limit, query.cursor);
  }

  /** The paper: PDF/A-3 with the credential attached. Taking one that is not one's own is recorded. */
  @Get('certificates/:id/pdf')
  @Requires(certificationPermissions.read)
  @ApiProduces('application/pdf')
  async pdf(@CurrentActor() actor: Actor, @InScope() scope: Scope, @Param('id', ParseUUIDPipe) id: string) {
    const { content, number } = await this.download.pdf(actor, scope, id);
    const disposition = `inline; filename="${number}.pdf"`;
    return new StreamableFile(content, { type: 'application/pdf', disposition, length: content.length });
  }

  /** The Open Badges 3.0 credential as a compact JWT (VC-JWT, RS256). Taking one that is not one's own is recorded. */
  @Get('certificates/:id/credential')
  @Requires(certificationPermissions.read)
  @ApiProduces('application/vc+jwt')
  async credential(@CurrentActor() actor: Actor, @InScope() scope: Scope, @Param('id', ParseUUIDPipe) id: string) {
    const { content, number } = await this.download.credential(actor, scope, id);
    const disposition = `inline; filename="${number}.jwt"`;
    return new StreamableFile(Buffer.from(content), { type: 'application/vc+jwt', disposition });
  }
}
