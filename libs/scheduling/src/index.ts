export { SchedulingModule } from './scheduling.module.js';
export { HoldSession } from './application/hold-session.js';
export { MoveOffering } from './application/move-offering.js';
export { TraineeBookings, type TraineeClash } from './application/trainee-bookings.js';
export { OfferingStore, offeringVisibleSql, type OfferingRecord } from './persistence/offering.store.js';
export { OFFERING_STATES, offeringStates, type OfferingState } from './domain/offering-state.js';
