import { definePermissions } from '@jssu/platform';

export const organisationPermissions = definePermissions('organisation', {
  read: { roles: { administrator: 'scope', auditor: 'scope', commander: 'scope', trainer: 'scope' } },
  manage: { roles: { administrator: 'scope' } },
  'manage-sites': { roles: { administrator: 'any' } },
});
