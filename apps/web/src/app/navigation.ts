import type { Me, Role } from '../api/session';
import type { IconName } from '../ui/icon';

/** The screens that the navigation leads to, in its order. */
const DESTINATIONS = [
  { to: '/my/training', text: 'nav.myTraining', icon: 'book', roles: ['trainee'] },
  { to: '/my/certificates', text: 'nav.myCertificates', icon: 'ribbon', roles: ['trainee'] },
  { to: '/my/calendar', text: 'nav.myCalendar', icon: 'calendar', roles: ['trainee'] },
  { to: '/people', text: 'nav.people', icon: 'people', roles: ['trainer', 'commander', 'administrator', 'auditor'] },
  { to: '/offerings', text: 'nav.offerings', icon: 'cap', roles: ['trainer', 'commander', 'administrator', 'auditor'] },
  { to: '/planning', text: 'nav.planning', icon: 'lanes', roles: ['trainer', 'administrator', 'auditor'] },
  {
    to: '/certifications',
    text: 'nav.certifications',
    icon: 'shield',
    roles: ['trainer', 'commander', 'administrator', 'auditor'],
  },
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

/** The screen that one works from: a trainer’s offerings, else the first of the navigation. */
export function homeOf(me: Me): Destination['to'] {
  return hasRole(me, 'trainer') ? '/offerings' : destinationsFor(me)[0].to;
}
