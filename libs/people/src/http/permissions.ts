import { definePermissions } from '@jssu/platform';

export const peoplePermissions = definePermissions('people', {
  read: { roles: { administrator: 'scope', auditor: 'scope', commander: 'scope', trainer: 'scope', trainee: 'self' } },
  manage: { roles: { administrator: 'scope' } },
  post: { roles: { administrator: 'scope', commander: 'scope' } },
  'reveal-national-id': { roles: { administrator: 'scope' } },
});
