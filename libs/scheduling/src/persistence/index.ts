import { registerPersistence } from '@jssu/platform';
import { Scheduling1700000060000 } from './migrations/1700000060000-scheduling.js';

registerPersistence({ lib: 'scheduling', entities: [], migrations: [Scheduling1700000060000] });
