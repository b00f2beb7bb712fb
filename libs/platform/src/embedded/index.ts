// The embedded servers: what the product starts itself when DATABASE_URL is not set, and what its tests run on.
// Uses nothing of Nest or of the rest of the platform, so that it can run before anything else.
export {
  runningDatabaseUrl,
  startEmbeddedPostgres,
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
} from './embedded-postgres.js';
export { AlreadyRunningError } from './launcher-lock.js';
export { delay, processIdentity, waitForExit } from './process-identity.js';
export { keepSecret } from './secret-file.js';
export {
  startDebianPostgres,
  startTemporaryPostgres,
  type TemporaryPostgres,
  type TemporaryPostgresOptions,
} from './temporary-postgres.js';
export { startTemporaryRedis, type TemporaryRedis } from './temporary-redis.js';
