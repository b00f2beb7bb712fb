import { registerPersistence } from '@jssu/platform';
import { Catalogue1700000050000 } from './migrations/1700000050000-catalogue.js';

registerPersistence({ lib: 'catalogue', entities: [], migrations: [Catalogue1700000050000] });
