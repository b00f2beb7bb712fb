import { definePermissions } from '@jssu/platform';

export const auditPermissions = definePermissions('audit', {
  read: { roles: { administrator: 'scope', auditor: 'scope' } },
  verify: { roles: { administrator: 'any', auditor: 'any' } },
});
