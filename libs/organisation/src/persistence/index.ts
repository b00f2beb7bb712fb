import { registerPersistence } from '@jssu/platform';
import { Organisation1700000030000 } from './migrations/1700000030000-organisation.js';

registerPersistence({ lib: 'organisation', entities: [], migrations: [Organisation1700000030000] });
