import { ConfigurationError, readEnvironment } from '@jssu/config';
import { requireMigrations } from '@jssu/platform';
import { startWorker, WorkerHttp } from '@jssu/platform/jobs';
import { WorkerModule } from './worker.module.js';

try {
  const environment = readEnvironment();
  await requireMigrations({ databaseUrl: environment.DATABASE_URL });
  const app = await startWorker(WorkerModule.forRoot(environment), environment);
  process.send?.({ ready: true, url: app.get(WorkerHttp).url });
} catch (error) {
  console.error(error instanceof ConfigurationError ? error.message : error);
  process.exit(1);
}
