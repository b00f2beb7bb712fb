import { defineStateMachine } from '@jssu/kernel';

export const REGISTER_STATES = ['open', 'submitted', 'countersigned'] as const;
export type RegisterState = (typeof REGISTER_STATES)[number];

/** A countersigned register is locked: what is wrong in it is corrected with a reason. */
export const registerStates = defineStateMachine<RegisterState>({
  open: ['submitted'],
  submitted: ['open', 'countersigned'],
  countersigned: [],
});
