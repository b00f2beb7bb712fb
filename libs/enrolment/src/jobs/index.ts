export { EnrolmentJobsModule } from './enrolment-jobs.module.js';
