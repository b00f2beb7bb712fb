import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { ConfigurationError } from '@jssu/config';
import { runningDatabaseUrl } from '@jssu/platform/embedded';
import { missingSecrets } from './start/secrets.js';

/** The environment, completed from what `npm start` keeps in `.data/` when no database is named: so the commands work beside it. */
export function ownEnvironment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  if (env['DATABASE_URL']) return env;
  const home = resolve(env['JSSU_HOME'] || '.data');
  if (!existsSync(home)) return env;
  const databaseUrl = runningDatabaseUrl(home);
  if (!databaseUrl) {
    throw new ConfigurationError([
      `DATABASE_URL is not set, and no database runs from ${home}: run "npm start" meanwhile, or set DATABASE_URL`,
    ]);
  }
  return { ...env, DATABASE_URL: databaseUrl, ...missingSecrets(home, env) };
}
