import { definePermissions, scopeFor, type Actor, type Scope } from '@jssu/platform';
import { NOBODY, type EnrolmentReach } from '../persistence/reach.js';

export const enrolmentPermissions = definePermissions('enrolment', {
  /** Enrolments of people in scope, one's own, and, with `read-rosters`, of offerings run in scope. */
  read: { roles: { administrator: 'scope', auditor: 'scope', trainer: 'scope', commander: 'scope', trainee: 'self' } },
  'read-rosters': { roles: { administrator: 'scope', auditor: 'scope', trainer: 'scope' } },
  nominate: { roles: { commander: 'scope', administrator: 'scope' } },
  endorse: { roles: { commander: 'scope', administrator: 'scope' } },
  /** Of offerings run in scope. */
  'manage-seats': { roles: { trainer: 'scope', administrator: 'scope' } },
  /** Of the people whom one may nominate, and of the offerings whose seats one manages. */
  change: { roles: { commander: 'scope', trainer: 'scope', administrator: 'scope' } },
});

export function readReach(actor: Actor, scope: Scope): EnrolmentReach {
  return { people: scope, offerings: scopeFor(actor, enrolmentPermissions['read-rosters']) ?? NOBODY };
}

export function changeReach(actor: Actor): EnrolmentReach {
  return {
    people: scopeFor(actor, enrolmentPermissions.nominate) ?? NOBODY,
    offerings: scopeFor(actor, enrolmentPermissions['manage-seats']) ?? NOBODY,
  };
}
