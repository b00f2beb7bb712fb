import type { Listed } from '../../api/client';
import type { Offering } from '../../api/offerings';

export type OfferingState = Listed<'/api/v1/offerings'>['state'];

/** In the order of an offering's life. */
export const OFFERING_STATES = [
  ...(['draft', 'planned', 'published', 'nominations_closed', 'confirmed', 'in_progress'] as const),
  ...(['delivered', 'ratified', 'postponed', 'cancelled', 'aborted'] as const),
] satisfies readonly OfferingState[];

type OfferingStep = Offering['steps'][number];

/** Those that take an offering off its way: everybody is told why. */
export const REASONED_STEPS = ['postpone', 'cancel', 'abort'] as const satisfies readonly OfferingStep[];
export type ReasonedStep = (typeof REASONED_STEPS)[number];

export function needsReason(step: OfferingStep): step is ReasonedStep {
  return REASONED_STEPS.some((one) => one === step);
}
