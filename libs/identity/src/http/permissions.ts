import { definePermissions } from '@jssu/platform';

export const identityPermissions = definePermissions('identity', {
  'read-accounts': { roles: { administrator: 'scope', auditor: 'scope' } },
  'manage-accounts': { roles: { administrator: 'scope' } },
});
