import { definePermissions } from '@jssu/platform';

export const cataloguePermissions = definePermissions('catalogue', {
  read: { roles: { administrator: 'any', auditor: 'any', commander: 'any', trainer: 'any', trainee: 'any' } },
  'manage-courses': { roles: { administrator: 'any' } },
  'read-resources': { roles: { administrator: 'any', auditor: 'any', commander: 'any', trainer: 'any' } },
  'manage-resources': { roles: { administrator: 'any' } },
  'read-authorisations': { roles: { administrator: 'scope', auditor: 'scope', commander: 'scope', trainer: 'scope' } },
  'authorise-instructors': { roles: { administrator: 'scope' } },
});
