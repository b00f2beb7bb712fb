import { today } from '../../i18n/format';
import type { Offering } from './queries';

export const STEPS = ['reject', 'withdraw', 'substitute', 'incomplete'] as const;
export type Step = (typeof STEPS)[number];

/** From the first day until ratification. */
export function hasBegun({ state, startsOn }: Pick<Offering, 'state' | 'startsOn'>): boolean {
  return startsOn <= today() && ['confirmed', 'in_progress', 'delivered'].includes(state);
}
