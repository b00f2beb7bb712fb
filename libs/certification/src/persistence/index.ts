import { registerPersistence } from '@jssu/platform';
import { Certification1700000090000 } from './migrations/1700000090000-certification.js';

registerPersistence({ lib: 'certification', entities: [], migrations: [Certification1700000090000] });
