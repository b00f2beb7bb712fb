import { registerPersistence } from '@jssu/platform';
import { Imports1700000100000 } from './migrations/1700000100000-imports.js';

registerPersistence({ lib: 'imports', entities: [], migrations: [Imports1700000100000] });
