export { EnrolmentModule } from './enrolment.module.js';
export { Holdings } from './application/holdings.js';
export { BeginAttendance } from './application/begin-attendance.js';
export { CompleteEnrolments } from './application/complete-enrolments.js';
export { Roster, type RosterEntry } from './persistence/roster.js';
export type { Holding } from './domain/eligibility.js';
export { INCOMPLETE_REASONS, type EnrolmentState, type IncompleteReason } from './domain/enrolment-state.js';
