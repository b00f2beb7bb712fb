export { CertificationJobsModule } from './certification-jobs.module.js';
