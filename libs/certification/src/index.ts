export { CertificationModule } from './certification.module.js';
export { CreateScheme, type NewScheme } from './application/create-scheme.js';
export { DraftSchemeVersion } from './application/draft-scheme-version.js';
export { PublishSchemeVersion } from './application/publish-scheme-version.js';
export { RetireSchemeVersion } from './application/retire-scheme-version.js';
export { RecordEvidence, type NewEvidence } from './application/record-evidence.js';
export { DecideCertification, type DecisionRequest } from './application/decide-certification.js';
export { OpenBatch } from './application/open-batch.js';
export { RebuildStandings } from './application/rebuild-standings.js';
