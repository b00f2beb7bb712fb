import type { Offering } from '../../api/offerings';
import { currentSession } from '../../api/session';
import { hasRole } from '../../app/navigation';

/** Trainers and administrators who reach the unit that runs it: others are told nothing of its feasibility. */
export function mayPlan({ feasibility }: Pick<Offering, 'feasibility'>): boolean {
  const session = currentSession();
  return session.kind === 'signed-in' && hasRole(session.me, 'trainer', 'administrator') && feasibility !== null;
}

/** Commanders see their own people alone, not the records of a whole offering. */
export function mayReadRecords(): boolean {
  const session = currentSession();
  return session.kind === 'signed-in' && hasRole(session.me, 'trainer', 'administrator', 'auditor');
}
