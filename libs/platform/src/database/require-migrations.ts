import { ConfigurationError } from '@jssu/config';
import { pendingMigrations, type MigrateOptions } from './migrate.js';

/** Api and worker start on the schema that they were written for, and never change it. @throws ConfigurationError */
export async function requireMigrations(options: MigrateOptions): Promise<void> {
  const pending = await pendingMigrations(options);
  if (pending.length === 0) return;
  throw new ConfigurationError([
    `the database lacks ${pending.length} migration(s), from ${pending[0]} on: run "npm run cli -- migrate"`,
  ]);
}
