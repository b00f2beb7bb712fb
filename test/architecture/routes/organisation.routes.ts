import { aimed, NAME, read, unaimed, type RouteRequests } from './route-request.js';

export const routes: RouteRequests = {
  requests: {
    'GET /api/v1/units': read,
    'POST /api/v1/units': aimed(({ unitId }, n) => ({
      options: { body: { code: `MATRIX-${n}`, name: NAME, party: 'pk', parentId: unitId } },
    })),
    'GET /api/v1/sites': read,
    'POST /api/v1/sites': unaimed((_, n) => ({ options: { body: { code: `MATRIX-${n}`, name: NAME, district: '' } } })),
    'GET /api/v1/posts': read,
    'POST /api/v1/posts': aimed(({ unitId, siteId }, n) => ({
      options: { body: { code: `MATRIX-${n}`, title: NAME, siteId, unitId, requiredStrength: 1 } },
    })),
  },
};
