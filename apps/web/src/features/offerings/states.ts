import type { Listed } from '../../api/client';

export type OfferingState = Listed<'/api/v1/offerings'>['state'];

/** In the order of an offering's life. */
export const OFFERING_STATES = [
  ...(['draft', 'planned', 'published', 'nominations_closed', 'confirmed', 'in_progress'] as const),
  ...(['delivered', 'ratified', 'postponed', 'cancelled', 'aborted'] as const),
] satisfies readonly OfferingState[];
