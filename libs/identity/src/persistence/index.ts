import { registerPersistence } from '@jssu/platform';
import { Identity1700000020000 } from './migrations/1700000020000-identity.js';

registerPersistence({ lib: 'identity', entities: [], migrations: [Identity1700000020000] });
