import { registerPersistence } from '@jssu/platform';
import { Audit1700000010000 } from './migrations/1700000010000-audit.js';

registerPersistence({ lib: 'audit', entities: [], migrations: [Audit1700000010000] });
