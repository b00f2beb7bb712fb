export { EnrolmentHttpModule } from './enrolment-http.module.js';
