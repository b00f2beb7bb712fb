import { defineStateMachine } from '@jssu/kernel';

export const OFFERING_STATES = [
  'draft',
  'planned',
  'published',
  'nominations_closed',
  'confirmed',
  'in_progress',
  'delivered',
  'ratified',
  'cancelled',
  'postponed',
  'aborted',
] as const;
export type OfferingState = (typeof OFFERING_STATES)[number];

/** Design §4. Published offerings may go back to no earlier state but by a postponement, which is told to everybody. */
export const offeringStates = defineStateMachine<OfferingState>({
  draft: ['planned', 'cancelled'],
  planned: ['draft', 'published', 'postponed', 'cancelled'],
  published: ['nominations_closed', 'postponed', 'cancelled'],
  nominations_closed: ['published', 'confirmed', 'postponed', 'cancelled'],
  confirmed: ['in_progress', 'postponed', 'cancelled'],
  postponed: ['planned', 'cancelled'],
  in_progress: ['delivered', 'aborted'],
  delivered: ['ratified'],
  ratified: [],
  cancelled: [],
  aborted: [],
});
