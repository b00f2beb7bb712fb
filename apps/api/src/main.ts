import { ConfigurationError, readEnvironment } from '@jssu/config';
import { requireMigrations } from '@jssu/platform';
import { createApi } from '@jssu/platform/http';
import { ApiModule } from './api.module.js';
import { serveOpenApi } from './open-api/serve-open-api.js';
import { serveWebApplication } from './web-application.js';

try {
  const environment = readEnvironment();
  await requireMigrations({ databaseUrl: environment.DATABASE_URL });
  const app = await createApi(ApiModule.forRoot(environment), environment);
  serveOpenApi(app);
  await serveWebApplication(app);
  await app.listen(environment.PORT, environment.HOST);
  process.send?.({ listening: await app.getUrl() });
} catch (error) {
  console.error(error instanceof ConfigurationError ? error.message : error);
  process.exit(1);
}
