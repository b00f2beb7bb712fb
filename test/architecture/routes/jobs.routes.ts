import { absent, NOWHERE, read, type RouteRequests } from './route-request.js';

const failedJob = absent(() => ({ params: { queue: 'default', id: NOWHERE } }));

export const routes: RouteRequests = {
  requests: {
    'GET /api/v1/jobs': read,
    'GET /api/v1/jobs/counts': read,
    'GET /api/v1/jobs/{queue}/{id}': failedJob,
    'POST /api/v1/jobs/{queue}/{id}/retry': failedJob,
  },
};
