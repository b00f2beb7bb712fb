import { currentSession, type Role } from '../../api/session';
import { hasRole } from '../../app/navigation';

/** Who may enter, mend and ratify; of others the API would refuse it. */
export function mayWrite(): boolean {
  return isOne('trainer', 'administrator');
}

/** After ratification corrections are an administrator’s, and so are the jobs. */
export function isAdministrator(): boolean {
  return isOne('administrator');
}

function isOne(...roles: readonly Role[]): boolean {
  const session = currentSession();
  return session.kind === 'signed-in' && hasRole(session.me, ...roles);
}
