import { absent, aimed, read, type RouteRequests } from './route-request.js';

export const routes: RouteRequests = {
  requests: {
    'GET /api/v1/people': read,
    'POST /api/v1/people': aimed(({ unitId }, n) => ({
      options: { body: { serviceNumber: `MATRIX-${n}`, nameEn: 'Matrix', unitId } },
    })),
    'GET /api/v1/people/{id}': aimed(({ personId }) => ({ params: { id: personId } })),
    'PATCH /api/v1/people/{id}': aimed(({ personId }) => ({
      params: { id: personId },
      options: { body: { rank: 'A' }, headers: { 'if-match': '"999"' } },
    })),
    'POST /api/v1/people/{id}/postings': aimed(({ personId, unitId }, n) => ({
      params: { id: personId },
      options: { body: { unitId, startsOn: `20${String(30 + (n % 60)).padStart(2, '0')}-01-01` } },
    })),
    // Some have no national id.
    'POST /api/v1/people/{id}/national-id-reveals': absent(
      ({ personId }) => ({ params: { id: personId }, options: { body: { reason: 'matrix of rights' } } }),
      true,
    ),
  },
};
