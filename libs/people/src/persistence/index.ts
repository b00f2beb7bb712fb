import { registerPersistence } from '@jssu/platform';
import { People1700000040000 } from './migrations/1700000040000-people.js';

registerPersistence({ lib: 'people', entities: [], migrations: [People1700000040000] });
