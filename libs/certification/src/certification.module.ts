import { Module } from '@nestjs/common';
import { PeopleModule } from '@jssu/people';
import './persistence/index.js';
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

@Module({ imports: [PeopleModule], providers, exports: providers })
export class CertificationModule {}
