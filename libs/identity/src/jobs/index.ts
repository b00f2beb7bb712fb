export { IdentityJobsModule } from './identity-jobs.module.js';
