import type { Me, Role } from '../api/session';
import type { IconName } from '../ui/icon';

/** The screens that the navigation leads to, in its order. */
const DESTINATIONS = [
  { to: '/my/training', text: 'nav.myTraining', icon: 'book', roles: ['trainee'] },
  { to: '/my/certificates', text: 'nav.myCertificates', icon: 'ribbon', roles: ['trainee'] },
  { to: '/my/calendar', text: 'nav.myCalendar', icon: 'calendar', roles: ['trainee'] },
  { to: '/nominations', text: 'nav.nominations', icon: 'pen', roles: ['commander'] },
  { to: '/unit', text: 'nav.unit', icon: 'place', roles: ['commander'] },
  { to: '/people', text: 'nav.people', icon: 'people', roles: ['trainer', 'commander', 'administrator', 'auditor'] },
  { to: '/offerings', text: 'nav.offerings', icon: 'cap', roles: ['trainer', 'commander', 'administrator', 'auditor'] },
  { to: '/registers', text: 'nav.registers', icon: 'pen', roles: ['trainer'] },
  { to: '/planning', text: 'nav.planning', icon: 'lanes', roles: ['trainer', 'administrator', 'auditor'] },
  {
    to: '/certifications',
    text: 'nav.certifications',
    icon: 'shield',
    roles: ['trainer', 'commander', 'administrator', 'auditor'],
  },
  { to: '/imports', text: 'nav.imports', icon: 'upload', roles: ['administrator'] },
  { to: '/accounts', text: 'nav.accounts', icon: 'key', roles: ['administrator', 'auditor'] },
  { to: '/audit', text: 'nav.audit', icon: 'list', roles: ['administrator', 'auditor'] },
  { to: '/jobs', text: 'nav.jobs', icon: 'gears', roles: ['administrator'] },
  { to: '/account', text: 'nav.account', icon: 'person', roles: 'all' },
] as const satisfies readonly { to: string; text: string; icon: IconName; roles: readonly Role[] | 'all' }[];

export type Destination = (typeof DESTINATIONS)[number];

export function hasRole(me: Me, ...roles: readonly Role[]): boolean {
  return me.grants.some(({ role }) => roles.includes(role));
}

/** What the roles of the account can use; the API would refuse the rest. */
export function destinationsFor(me: Me): readonly Destination[] {
  return DESTINATIONS.filter(({ roles }) => roles === 'all' || hasRole(me, ...roles));
}

/** The screen that one works from: a trainer’s offerings, or his registers without a line; a commander’s desk; else the first. */
export function homeOf(me: Me, online: boolean): Destination['to'] {
  if (hasRole(me, 'trainer')) return online ? '/offerings' : '/registers';
  return hasRole(me, 'commander') ? '/nominations' : destinationsFor(me)[0].to;
}
