import { Platform1700000000000 } from './migrations/1700000000000-platform.js';
import { OutboxUntilDone1700000001000 } from './migrations/1700000001000-outbox-until-done.js';
import { registerPersistence } from './persistence-registry.js';

registerPersistence({
  lib: 'platform',
  entities: [],
  migrations: [Platform1700000000000, OutboxUntilDone1700000001000],
});
