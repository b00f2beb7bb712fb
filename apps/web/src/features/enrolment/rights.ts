import { currentSession } from '../../api/session';
import { hasRole } from '../../app/navigation';
import type { Role } from '../../api/session';

// Of others the API would refuse it.
const has = (...roles: readonly Role[]): boolean => {
  const session = currentSession();
  return session.kind === 'signed-in' && hasRole(session.me, ...roles);
};

/** Nominates, endorses and rejects. */
export const mayNominate = () => has('commander', 'administrator');
/** Quotas, confirmation, and what happens from the first day on. */
export const mayManageSeats = () => has('trainer', 'administrator');
/** Withdraws and substitutes. */
export const mayChange = () => mayNominate() || mayManageSeats();

/** Nobody decides on his own nomination. */
export function isMyself(personId: string): boolean {
  const session = currentSession();
  return session.kind === 'signed-in' && session.me.personId === personId;
}
