import { registerPersistence } from '@jssu/platform';
import { Certification1700000090000 } from './migrations/1700000090000-certification.js';
import { CertificationBatch1700000091000 } from './migrations/1700000091000-certification-batch.js';

registerPersistence({
  lib: 'certification',
  entities: [],
  migrations: [Certification1700000090000, CertificationBatch1700000091000],
});
