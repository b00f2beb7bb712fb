import { Global, Module } from '@nestjs/common';
import { Holdings } from '@jssu/enrolment';
import { PeopleModule } from '@jssu/people';
import './persistence/index.js';
import { CertificationHoldings } from './application/certification-holdings.js';
import { DecideCertification } from './application/decide-certification.js';
import { CreateScheme, PublishSchemeVersion } from './application/manage-schemes.js';
import { RecordEvidence } from './application/record-evidence.js';
import { CertificationStore } from './persistence/certification.store.js';
import { CertificationView } from './persistence/certification.view.js';

const providers = [
  CertificationStore,
  CertificationView,
  CreateScheme,
  PublishSchemeVersion,
  RecordEvidence,
  DecideCertification,
];

/** Global: it gives enrolment what people hold. */
@Global()
@Module({
  imports: [PeopleModule],
  providers: [...providers, { provide: Holdings, useClass: CertificationHoldings }],
  exports: [...providers, Holdings],
})
export class CertificationModule {}
