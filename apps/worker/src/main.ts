import { ConfigurationError, readEnvironment } from '@jssu/config';
import { startWorker } from '@jssu/platform/jobs';
import { WorkerModule } from './worker.module.js';

try {
  const environment = readEnvironment();
  await startWorker(WorkerModule.forRoot(environment), environment);
  process.send?.({ ready: true });
} catch (error) {
  console.error(error instanceof ConfigurationError ? error.message : error);
  process.exit(1);
}
