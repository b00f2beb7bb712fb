import { registerPersistence } from '@jssu/platform';
import { Identity1700000020000 } from './migrations/1700000020000-identity.js';
import { OneTimePassword1700000021000 } from './migrations/1700000021000-one-time-password.js';
import { RefreshGrace1700000022000 } from './migrations/1700000022000-refresh-grace.js';

registerPersistence({
  lib: 'identity',
  entities: [],
  migrations: [Identity1700000020000, OneTimePassword1700000021000, RefreshGrace1700000022000],
});
