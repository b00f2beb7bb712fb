import { definePermissions } from '@jssu/platform';

export const certificationPermissions = definePermissions('certification', {
  'read-schemes': { roles: { administrator: 'any', auditor: 'any', commander: 'any', trainer: 'any', trainee: 'any' } },
  'manage-schemes': { roles: { administrator: 'any' } },
  read: { roles: { administrator: 'scope', auditor: 'scope', commander: 'scope', trainer: 'scope', trainee: 'self' } },
  'record-evidence': { roles: { administrator: 'scope' } },
  decide: { roles: { administrator: 'scope' } },
  'read-batches': { roles: { administrator: 'scope', auditor: 'scope', commander: 'scope', trainer: 'scope' } },
  'retry-tasks': { roles: { administrator: 'scope' } },
});
