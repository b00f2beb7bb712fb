import type { Judgement } from './judge.js';
import type { RegisterState } from './register-state.js';

/** A session that was not cancelled. */
export interface SessionRegister {
  readonly sessionId: string;
  readonly number: number;
  readonly start: Date;
  readonly state: RegisterState;
}

export interface RatificationCase {
  readonly sessions: readonly SessionRegister[];
  readonly trainees: readonly {
    readonly enrolmentId: string;
    /** Confirmed but never there, or there at least once. */
    readonly state: 'confirmed' | 'attending';
    readonly judgement: Judgement;
  }[];
}

export type Obstacle =
  | { readonly code: 'register-not-countersigned'; readonly sessions: readonly SessionRegister[] }
  | { readonly code: 'results-missing'; readonly enrolmentIds: readonly string[] }
  | { readonly code: 'never-attended'; readonly enrolmentIds: readonly string[] }
  | { readonly code: 'nothing-delivered' };

/**
 * Everything that stands between an offering and its ratification. `results-missing` names those who would be judged
 * incomplete for an assessment that they did not take; it alone may be accepted.
 */
export function obstaclesOf({ sessions, trainees }: RatificationCase): Obstacle[] {
  const obstacles: Obstacle[] = [];
  const open = sessions.filter(({ state }) => state !== 'countersigned');
  if (open.length > 0) obstacles.push({ code: 'register-not-countersigned', sessions: open });
  const ids = (rows: RatificationCase['trainees']) => rows.map(({ enrolmentId }) => enrolmentId);
  const attending = trainees.filter(({ state }) => state === 'attending');
  const missing = attending.filter(({ judgement }) => lacksResults(judgement));
  if (missing.length > 0) obstacles.push({ code: 'results-missing', enrolmentIds: ids(missing) });
  const absent = trainees.filter(({ state }) => state === 'confirmed');
  if (absent.length > 0) obstacles.push({ code: 'never-attended', enrolmentIds: ids(absent) });
  if (attending.length === 0 || sessions.length === 0) obstacles.push({ code: 'nothing-delivered' });
  return obstacles;
}

function lacksResults({ outcome, shortfalls }: Judgement): boolean {
  return outcome === 'incomplete' && shortfalls.some(({ code }) => code !== 'attendance-below-minimum');
}
