export { PlatformJobsModule } from './platform-jobs.module.js';
export { JobRuntime } from '../queue/job-runtime.js';
export { startWorker } from './start-worker.js';
export { WorkerHttp } from './worker-http.js';
