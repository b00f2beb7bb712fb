import { registerPersistence } from '@jssu/platform';
import { Enrolment1700000070000 } from './migrations/1700000070000-enrolment.js';

registerPersistence({ lib: 'enrolment', entities: [], migrations: [Enrolment1700000070000] });
