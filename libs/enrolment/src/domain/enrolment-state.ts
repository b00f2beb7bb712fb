import { defineStateMachine } from '@jssu/kernel';

export const ENROLMENT_STATES = [
  'nominated',
  'endorsed',
  'rejected',
  'waitlisted',
  'reserved',
  'confirmed',
  'attending',
  'completed',
  'incomplete',
  'cancelled',
  'substituted',
] as const;
export type EnrolmentState = (typeof ENROLMENT_STATES)[number];

/**
 * Design §4. A commander may reject a nomination before or after it was endorsed. A person with a seat who does not
 * appear has never attended: `reserved` and `confirmed` lead to `incomplete`, with the reason `no_show` alone.
 * There is no way back from a seat to the waiting list: held seats are never displaced.
 */
export const enrolmentStates = defineStateMachine<EnrolmentState>({
  nominated: ['endorsed', 'rejected', 'cancelled', 'substituted'],
  endorsed: ['reserved', 'waitlisted', 'rejected', 'cancelled', 'substituted'],
  waitlisted: ['reserved', 'cancelled', 'substituted'],
  reserved: ['confirmed', 'incomplete', 'cancelled', 'substituted'],
  confirmed: ['attending', 'incomplete', 'cancelled', 'substituted'],
  attending: ['completed', 'incomplete'],
  completed: [],
  incomplete: [],
  rejected: [],
  cancelled: [],
  substituted: [],
});

/** A walk-on begins here: nobody nominated him, he was let in on the day. */
export const WALK_ON_STATE = 'attending' satisfies EnrolmentState;

export const BEFORE_ATTENDING: readonly EnrolmentState[] = [
  'nominated',
  'endorsed',
  'waitlisted',
  'reserved',
  'confirmed',
];

/** States in which a seat is taken. A seat left `incomplete` is free again, for a walk-on on the day. */
const SEATED: readonly EnrolmentState[] = ['reserved', 'confirmed', 'attending', 'completed'];

export function holdsSeat(state: EnrolmentState): boolean {
  return SEATED.includes(state);
}

/** The person still has business with the offering; one such enrolment a person and offering. */
export const LIVE: readonly EnrolmentState[] = [...BEFORE_ATTENDING, 'attending'];

export const INCOMPLETE_REASONS = [
  'withdrawn',
  'returned_to_unit',
  'dropped',
  'medical',
  'disciplinary',
  'no_show',
  'transferred',
] as const;
export type IncompleteReason = (typeof INCOMPLETE_REASONS)[number];
