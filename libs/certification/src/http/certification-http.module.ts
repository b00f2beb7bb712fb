import { Module } from '@nestjs/common';
import { DownloadCertificate } from '../application/download-certificate.js';
import { VerifyCredential } from '../application/verify-credential.js';
import { CertificationModule } from '../certification.module.js';
import { BatchesController } from './batches.controller.js';
import { CertificatesController } from './certificates.controller.js';
import { CertificationController } from './certification.controller.js';
import { IssuerController } from './issuer.controller.js';
import { SchemesController } from './schemes.controller.js';
import { VerificationController } from './verification.controller.js';

@Module({
  imports: [CertificationModule],
  controllers: [
    SchemesController,
    CertificationController,
    BatchesController,
    CertificatesController,
    VerificationController,
    IssuerController,
  ],
  providers: [DownloadCertificate, VerifyCredential],
})
export class CertificationHttpModule {}
