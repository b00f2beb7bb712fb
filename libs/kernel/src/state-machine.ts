import type { AppError } from './errors.js';

export interface StateMachine<S extends string> {
  readonly states: readonly S[];
  can(from: S, to: S): boolean;
  /** States that can follow; empty for a final state. */
  next(from: S): readonly S[];
  assert(from: S, to: S, refuse: (from: S, to: S) => AppError): void;
}

/** A state machine as data: each state with the states that may follow it. */
export function defineStateMachine<S extends string>(transitions: Readonly<Record<S, readonly S[]>>): StateMachine<S> {
  const states = Object.keys(transitions) as S[];
  for (const from of states) {
    for (const to of transitions[from])
      if (!(to in transitions)) throw new Error(`${from} leads to unknown state ${to}`);
  }
  const can = (from: S, to: S) => transitions[from].includes(to);
  return {
    states,
    can,
    next: (from) => transitions[from],
    assert(from, to, refuse) {
      if (!can(from, to)) throw refuse(from, to);
    },
  };
}
