import { absent, NOWHERE, read, type RouteRequests } from './route-request.js';

export const routes: RouteRequests = {
  requests: {
    'GET /api/v1/audit': read,
    'GET /api/v1/audit/chain': read,
    'GET /api/v1/audit/{id}': absent(() => ({ params: { id: NOWHERE } })),
  },
};
