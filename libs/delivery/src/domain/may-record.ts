import type { AppError, CivilDate } from '@jssu/kernel';
import { registerErrors as refuse } from './register-errors.js';

/** What the rules need of an offering; its states are those of scheduling (design §4). */
export interface OfferingFacts {
  readonly state: string;
  readonly startsOn: CivilDate;
}

/** Whether registers and results are kept: from the first day of a confirmed offering until it is ratified. */
export function inDelivery({ state, startsOn }: OfferingFacts, today: CivilDate): boolean {
  return state === 'in_progress' || state === 'delivered' || beginsToday({ state, startsOn }, today);
}

/** Whether it is confirmed and its first day has come: the first record sets it in progress. */
export function beginsToday({ state, startsOn }: OfferingFacts, today: CivilDate): boolean {
  return state === 'confirmed' && today >= startsOn;
}

export function notInDelivery(offering: OfferingFacts, today: CivilDate): AppError | undefined {
  if (inDelivery(offering, today)) return undefined;
  return refuse['not-in-delivery']({ state: offering.state, startsOn: offering.startsOn });
}

/** Nobody keeps records of an offering in which he is a trainee. */
export function isOwnTraining(
  actorPersonId: string | null,
  roster: readonly { readonly personId: string }[],
): AppError | undefined {
  return roster.some(({ personId }) => personId === actorPersonId) ? refuse['actor-is-trainee']() : undefined;
}

/** On a register are those whose seat is confirmed, whether they have appeared yet or not. */
export function isOnRegister({ state }: { readonly state: string }): boolean {
  return state === 'confirmed' || state === 'attending' || state === 'completed';
}
