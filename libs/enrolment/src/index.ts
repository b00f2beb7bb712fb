export { EnrolmentModule } from './enrolment.module.js';
export { Holdings } from './application/holdings.js';
export type { Holding } from './domain/eligibility.js';
export { INCOMPLETE_REASONS, type EnrolmentState, type IncompleteReason } from './domain/enrolment-state.js';
