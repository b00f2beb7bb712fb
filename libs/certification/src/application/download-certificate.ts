import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@jssu/audit';
import { UnitOfWork, type Actor, type Scope } from '@jssu/platform';
import { CertificateView, type CertificateFile } from '../persistence/certificate.view.js';

/** Hands out a certificate's paper or credential. Whoever takes one that is not his own leaves a trace. */
@Injectable()
export class DownloadCertificate {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly view: CertificateView,
    private readonly audit: AuditTrail,
  ) {}

  pdf(actor: Actor, scope: Scope, id: string): Promise<CertificateFile<Buffer>> {
    return this.traced(actor, id, 'pdf', () => this.view.pdf(scope, id));
  }

  credential(actor: Actor, scope: Scope, id: string): Promise<CertificateFile<string>> {
    return this.traced(actor, id, 'credential', () => this.view.credential(scope, id));
  }

  private async traced<T>(
    actor: Actor,
    certificateId: string,
    what: string,
    read: () => Promise<CertificateFile<T>>,
  ): Promise<CertificateFile<T>> {
    const file = await read();
    const { personId, unitId, certificationId, number } = file;
    if (personId !== actor.personId)
      await this.uow.run(() =>
        this.audit.record({
          action: 'certification.certificate-downloaded',
          entity: 'certification',
          entityId: certificationId,
          personId,
          unitId,
          after: { certificateId, number, what },
        }),
      );
    return file;
  }
}
