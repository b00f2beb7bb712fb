import { ConfigurationError, readEnvironment } from '@jssu/config';
import { pendingMigrations } from '@jssu/platform';
import { createApi } from '@jssu/platform/http';
import { ApiModule } from './api.module.js';
import { serveOpenApi } from './open-api.js';
import { serveWebApplication } from './web-application.js';

try {
  const environment = readEnvironment();
  const pending = await pendingMigrations({ databaseUrl: environment.DATABASE_URL });
  if (pending.length > 0)
    throw new ConfigurationError([`the database lacks ${pending.length} migration(s): run "npm run cli -- migrate"`]);
  const app = await createApi(ApiModule.forRoot(environment), environment);
  serveOpenApi(app);
  await serveWebApplication(app);
  await app.listen(environment.PORT, environment.HOST);
  process.send?.({ listening: await app.getUrl() });
} catch (error) {
  console.error(error instanceof ConfigurationError ? error.message : error);
  process.exit(1);
}
