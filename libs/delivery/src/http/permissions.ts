import { definePermissions } from '@jssu/platform';

export const deliveryPermissions = definePermissions('delivery', {
  /** The progress of people: of one's units, or one's own. */
  read: { roles: { administrator: 'scope', auditor: 'scope', trainer: 'scope', commander: 'scope', trainee: 'self' } },
  /** Registers and results of whole offerings, by the unit that runs them: not for commanders, who see their own people alone. */
  'read-offerings': { roles: { administrator: 'scope', auditor: 'scope', trainer: 'scope' } },
  mark: { roles: { trainer: 'scope', administrator: 'scope' } },
  countersign: { roles: { trainer: 'scope', administrator: 'scope' } },
  'enter-results': { roles: { trainer: 'scope', administrator: 'scope' } },
  ratify: { roles: { trainer: 'scope', administrator: 'scope' } },
  correct: { roles: { administrator: 'scope' } },
});
