export { ImportsJobsModule } from './imports-jobs.module.js';
