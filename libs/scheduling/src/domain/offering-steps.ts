import { offeringStates, type OfferingState } from './offering-state.js';

/** What planners do with an offering. It is confirmed by its enrolments and ratified by its results, not by hand. */
export const OFFERING_STEPS = [
  'plan',
  'publish',
  'close-nominations',
  'reopen',
  'back-to-draft',
  'postpone',
  'cancel',
  'start',
  'deliver',
  'abort',
] as const;
export type OfferingStep = (typeof OFFERING_STEPS)[number];

interface StepRule {
  readonly to: OfferingState;
  /** Only from these, where another step leads to the same state. */
  readonly from?: readonly OfferingState[];
  readonly needsReason?: boolean;
}

export const STEP_RULES: Readonly<Record<OfferingStep, StepRule>> = {
  plan: { to: 'planned' },
  'back-to-draft': { to: 'draft' },
  publish: { to: 'published', from: ['planned'] },
  'close-nominations': { to: 'nominations_closed' },
  reopen: { to: 'published', from: ['nominations_closed'] },
  postpone: { to: 'postponed', needsReason: true },
  cancel: { to: 'cancelled', needsReason: true },
  start: { to: 'in_progress' },
  deliver: { to: 'delivered' },
  abort: { to: 'aborted', needsReason: true },
};

export function stepsFrom(state: OfferingState): OfferingStep[] {
  return OFFERING_STEPS.filter((step) => {
    const { to, from } = STEP_RULES[step];
    return offeringStates.can(state, to) && (!from || from.includes(state));
  });
}

/** Dates, seats and language may change. */
export const CHANGEABLE: readonly OfferingState[] = [
  'draft',
  'planned',
  'published',
  'nominations_closed',
  'confirmed',
  'postponed',
];

/** Sessions may be added, moved and cancelled: illness and weather come while it runs. */
export const SESSIONS_CHANGEABLE: readonly OfferingState[] = [...CHANGEABLE, 'in_progress'];

/** From its publication on, people rely on it: what it holds must stay feasible. */
export const RELIED_ON: readonly OfferingState[] = ['published', 'nominations_closed', 'confirmed', 'in_progress'];
