export { PlatformJobsModule } from './platform-jobs.module.js';
export { JobRuntime } from '../queue/job-runtime.js';
export { startWorker } from './start-worker.js';
