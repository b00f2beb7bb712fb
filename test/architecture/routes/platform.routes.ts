import { read, unaimed, type RouteRequests } from './route-request.js';

export const routes: RouteRequests = {
  requests: {
    'GET /health/live': read,
    'GET /health/ready': read,
    'GET /metrics': read,
    'GET /problems': read,
    'GET /problems/{code}': unaimed(() => ({ params: { code: 'platform.forbidden' } })),
  },
};
