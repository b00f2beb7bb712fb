import { registerPersistence } from '@jssu/platform';
import { Organisation1700000030000 } from './migrations/1700000030000-organisation.js';
import { UnitZone1700000031000 } from './migrations/1700000031000-unit-zone.js';

registerPersistence({
  lib: 'organisation',
  entities: [],
  migrations: [Organisation1700000030000, UnitZone1700000031000],
});
