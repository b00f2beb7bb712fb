import type { AppError, CivilDate, Verdict } from '@jssu/kernel';
import { seatObstacle, type SeatPlan, type WaitingReason } from './allocate-seats.js';
import type { MissingPrerequisite, SessionClash } from './eligibility.js';
import {
  enrolmentStates,
  holdsSeat,
  WALK_ON_STATE,
  type EnrolmentState,
  type IncompleteReason,
} from './enrolment-state.js';
import { enrolmentErrors as refuse } from './errors.js';

/** What the rules need to know of an offering; its states are those of scheduling (design §4). */
export interface OfferingFacts {
  readonly state: string;
  readonly startsOn: CivilDate;
  /** Last day for nominations, inclusive; null when the state alone decides. */
  readonly nominationsCloseOn: CivilDate | null;
}

/** What speaks for and against a person on an offering, found by the caller at the same instant. */
export interface CandidateFacts {
  readonly personId: string;
  /** Whether the person still serves. */
  readonly serves: boolean;
  /** Whether the offering is open to the person's unit. */
  readonly unitIsOpen: boolean;
  /** Whether the person has a live enrolment in the offering already. */
  readonly alreadyEnrolled: boolean;
  readonly missing: readonly MissingPrerequisite[];
  readonly clashes: readonly SessionClash[];
}

export function decideNomination(input: {
  readonly offering: OfferingFacts;
  readonly candidate: CandidateFacts;
  readonly today: CivilDate;
}): Verdict<{ state: 'nominated' }> {
  const { offering, candidate, today } = input;
  const refusals: AppError[] = [];
  const late = offering.nominationsCloseOn !== null && today > offering.nominationsCloseOn;
  if (offering.state !== 'published' || late) refusals.push(closed(offering));
  refusals.push(...unfit(candidate, offering.startsOn));
  return verdict(refusals, { state: 'nominated' });
}

/**
 * What may have changed since the nomination is asked again: a prerequisite can lapse. A clash is no reason to refuse:
 * it may be gone when a seat is free, see `allocateSeats`.
 */
export function decideEndorsement(input: {
  readonly state: EnrolmentState;
  readonly actorPersonId: string | null;
  readonly offering: OfferingFacts;
  readonly candidate: Pick<CandidateFacts, 'personId' | 'serves' | 'missing'>;
}): Verdict<{ state: 'endorsed' }> {
  const { state, actorPersonId, offering, candidate } = input;
  const refusals = [...wrongState(state, 'endorsed'), ...notByOneself(actorPersonId, candidate.personId)];
  if (!SEAT_GIVING_STATES.includes(offering.state)) refusals.push(closed(offering));
  refusals.push(...unfit({ ...candidate, unitIsOpen: true, alreadyEnrolled: false, clashes: [] }, offering.startsOn));
  return verdict(refusals, { state: 'endorsed' });
}

/** States of an offering in which people who are endorsed get a seat or a place on the waiting list. */
export const SEAT_GIVING_STATES: readonly string[] = ['published', 'nominations_closed', 'confirmed'];

/** Those who wait get seats until the first day; from then on a free seat is for whoever stands at the door. */
export function seatsArePromoted(offering: Pick<OfferingFacts, 'state' | 'startsOn'>, today: CivilDate): boolean {
  return SEAT_GIVING_STATES.includes(offering.state) && today < offering.startsOn;
}

export function decideRejection(input: {
  readonly state: EnrolmentState;
  readonly actorPersonId: string | null;
  readonly personId: string;
  readonly reason: string;
}): Verdict<{ state: 'rejected'; reason: string }> {
  const { state, actorPersonId, personId, reason } = input;
  const refusals = [...wrongState(state, 'rejected'), ...notByOneself(actorPersonId, personId), ...unexplained(reason)];
  return verdict(refusals, { state: 'rejected', reason: reason.trim() });
}

/** From every state before attending; afterwards a person leaves by `decideIncomplete`. */
export function decideCancellation(input: {
  readonly state: EnrolmentState;
  readonly reason: string;
}): Verdict<{ state: 'cancelled'; reason: string; freesSeat: boolean }> {
  const { state, reason } = input;
  const refusals = [...wrongState(state, 'cancelled'), ...unexplained(reason)];
  return verdict(refusals, { state: 'cancelled', reason: reason.trim(), freesSeat: holdsSeat(state) });
}

export interface Substitution {
  readonly outgoing: 'substituted';
  /** Where the substitute begins: in the seat as it was held, or with a place of his own merit among those who wait. */
  readonly incoming: 'nominated' | 'endorsed' | 'reserved' | 'confirmed';
}

/**
 * Another person of the same unit takes the place. A seat passes on directly and is at no moment free, so nobody on
 * the waiting list loses a turn; where the person only waited, the substitute waits by his own merit.
 * The substitute needs the same endorsement, so the actor is not the substitute unless nobody had endorsed yet.
 */
export function decideSubstitution(input: {
  readonly state: EnrolmentState;
  readonly outgoing: { readonly personId: string; readonly unitId: string };
  readonly incoming: CandidateFacts & { readonly unitId: string };
  readonly actorPersonId: string | null;
  readonly offering: OfferingFacts;
}): Verdict<Substitution> {
  const { state, outgoing, incoming, actorPersonId, offering } = input;
  const refusals = wrongState(state, 'substituted');
  if (!['published', 'nominations_closed', 'confirmed', 'in_progress'].includes(offering.state))
    refusals.push(closed(offering));
  if (state !== 'nominated') refusals.push(...notByOneself(actorPersonId, incoming.personId));
  if (incoming.personId === outgoing.personId) refusals.push(refuse['substitute-is-same-person']());
  else refusals.push(...unfit(incoming, offering.startsOn));
  if (incoming.unitId !== outgoing.unitId) refusals.push(refuse['substitute-of-other-unit']());
  return verdict(refusals, { outgoing: 'substituted', incoming: placeOfSubstitute(state) });
}

function placeOfSubstitute(state: EnrolmentState): Substitution['incoming'] {
  if (state === 'nominated' || state === 'reserved' || state === 'confirmed') return state;
  return 'endorsed';
}

/**
 * A person who stands at the door on the first day. He takes a seat that nobody holds; those on the waiting list who
 * are not there do not keep it empty (promotion has run whenever a seat became free before). One who waits and is
 * there walks on too: the caller ends his waiting enrolment in the same transaction.
 */
export function decideWalkOn(input: {
  readonly offering: OfferingFacts;
  readonly candidate: CandidateFacts & { readonly unitId: string };
  readonly actorPersonId: string | null;
  readonly plan: SeatPlan;
}): Verdict<{ state: 'attending'; walkOn: true }> {
  const { offering, candidate, actorPersonId, plan } = input;
  const refusals: AppError[] = [];
  const open = ['confirmed', 'in_progress'].includes(offering.state) && plan.today === offering.startsOn;
  if (!open) refusals.push(closed(offering));
  refusals.push(...notByOneself(actorPersonId, candidate.personId));
  refusals.push(...unfit(candidate, offering.startsOn));
  const obstacle = seatObstacle(plan, candidate.unitId);
  if (obstacle) refusals.push(seatRefusal(obstacle, plan, candidate.unitId));
  return verdict(refusals, { state: WALK_ON_STATE, walkOn: true });
}

export interface IncompleteDraft {
  readonly state: 'incomplete';
  readonly reason: IncompleteReason;
  readonly transferredTo: string | null;
}

/**
 * From the first day until ratification. Whoever has begun to attend has appeared: only those who have not can be a
 * no-show.
 */
export function decideIncomplete(input: {
  readonly state: EnrolmentState;
  readonly reason: IncompleteReason;
  readonly offeringId: string;
  readonly offering: OfferingFacts;
  readonly today: CivilDate;
  readonly transferredTo: string | null;
}): Verdict<IncompleteDraft> {
  const { state, reason, offeringId, offering, today, transferredTo } = input;
  const refusals = wrongState(state, 'incomplete');
  if (today < offering.startsOn) refusals.push(refuse['not-begun']({ startsOn: offering.startsOn }));
  else if (!['confirmed', 'in_progress', 'delivered'].includes(offering.state)) refusals.push(closed(offering));
  // Before attending there is one way not to finish: not to appear. Everything else is a cancellation.
  if (['reserved', 'confirmed'].includes(state) && reason !== 'no_show')
    refusals.push(refuse['not-attending']({ reason }));
  if (state === 'attending' && reason === 'no_show') refusals.push(refuse['no-show-has-attended']());
  const named = transferredTo !== null && transferredTo !== offeringId;
  if (reason === 'transferred' ? !named : transferredTo !== null) refusals.push(refuse['transfer-target']());
  return verdict(refusals, { state: 'incomplete', reason, transferredTo });
}

/** An offering is confirmed once its nominations are closed and enough people hold a seat. */
export function decideConfirmation(input: {
  readonly offering: Pick<OfferingFacts, 'state'>;
  readonly held: number;
  /** Fewest people for which the offering is held. */
  readonly seatsMin: number;
}): Verdict<{ state: 'confirmed' }> {
  const { offering, held, seatsMin } = input;
  const refusals: AppError[] = [];
  if (offering.state !== 'nominations_closed')
    refusals.push(refuse['nominations-not-closed']({ state: offering.state }));
  if (held < seatsMin) refusals.push(refuse['below-minimum']({ held, seatsMin }));
  return verdict(refusals, { state: 'confirmed' });
}

/** The refusal for a unit that asked for a seat at once and cannot have one. */
export function seatRefusal(obstacle: Exclude<WaitingReason, 'clash'>, plan: SeatPlan, unitId: string): AppError {
  if (obstacle === 'full') return refuse.full({ capacity: plan.capacity });
  const quota = plan.quotas.find((candidate) => candidate.unitId === unitId);
  return refuse['quota-exhausted']({ seats: quota?.seats ?? 0, releaseOn: quota?.releaseOn ?? '—' });
}

/** Empty when the state machine has the step; `allowed` in the refusal names the steps it has. */
export function wrongState(from: EnrolmentState, to: EnrolmentState): AppError[] {
  return enrolmentStates.can(from, to)
    ? []
    : [refuse['wrong-state']({ from, to }, { allowed: enrolmentStates.next(from) })];
}

function closed({ state }: OfferingFacts): AppError {
  return refuse.closed({ state });
}

/** Design §4, rule 6. An account without a person cannot show that it is somebody else. */
function notByOneself(actorPersonId: string | null, personId: string): AppError[] {
  if (actorPersonId === null) return [refuse['actor-without-person']()];
  return actorPersonId === personId ? [refuse['self-endorsement']()] : [];
}

function unexplained(reason: string): AppError[] {
  return reason.trim() === '' ? [refuse['reason-required']()] : [];
}

function unfit(candidate: CandidateFacts, startsOn: CivilDate): AppError[] {
  const { serves, unitIsOpen, alreadyEnrolled, missing, clashes } = candidate;
  const refusals: AppError[] = [];
  if (!serves) refusals.push(refuse['person-left']());
  if (!unitIsOpen) refusals.push(refuse['unit-not-open']());
  if (alreadyEnrolled) refusals.push(refuse['already-enrolled']());
  if (missing.length > 0)
    refusals.push(refuse['prerequisite-missing']({ count: missing.length, startsOn }, { missing }));
  if (clashes.length > 0) refusals.push(refuse['overlapping-session']({ count: clashes.length }, { clashes }));
  return refusals;
}

function verdict<T>(refusals: readonly AppError[], draft: T): Verdict<T> {
  return refusals.length > 0 ? { ok: false, refusals } : { ok: true, draft };
}
