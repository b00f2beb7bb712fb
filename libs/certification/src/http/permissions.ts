import { definePermissions } from '@jssu/platform';

export const certificationPermissions = definePermissions('certification', {
  'read-schemes': { roles: { administrator: 'any', auditor: 'any', commander: 'any', trainer: 'any', trainee: 'any' } },
  'manage-schemes': { roles: { administrator: 'any' } },
  // Both parties look at what both sign, whichever party the person belongs to.
  read: { roles: { administrator: 'units', auditor: 'scope', commander: 'scope', trainer: 'scope', trainee: 'self' } },
  'record-evidence': { roles: { administrator: 'scope' } },
  decide: { roles: { administrator: 'units' } },
  'read-batches': { roles: { administrator: 'scope', auditor: 'scope', commander: 'scope', trainer: 'scope' } },
  'retry-tasks': { roles: { administrator: 'scope' } },
});
