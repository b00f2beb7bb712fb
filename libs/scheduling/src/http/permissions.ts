import { definePermissions } from '@jssu/platform';

export const schedulingPermissions = definePermissions('scheduling', {
  read: { roles: { administrator: 'scope', auditor: 'scope', trainer: 'scope', commander: 'scope', trainee: 'self' } },
  'read-plans': { roles: { administrator: 'scope', auditor: 'scope', trainer: 'scope' } },
  plan: { roles: { administrator: 'scope', trainer: 'scope' } },
});
