export { CertificationModule } from './certification.module.js';
export { CreateScheme, PublishSchemeVersion, type NewScheme } from './application/manage-schemes.js';
export { RecordEvidence, type NewEvidence } from './application/record-evidence.js';
export { DecideCertification, type DecisionRequest } from './application/decide-certification.js';
