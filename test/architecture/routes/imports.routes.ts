import { absent, NOWHERE, read, refused, type RouteRequests } from './route-request.js';

const missing = absent(() => ({ params: { id: NOWHERE } }));

export const routes: RouteRequests = {
  requests: {
    'GET /api/v1/imports': read,
    // Without a file: refused behind the door.
    'POST /api/v1/imports/people': refused(400, () => ({ options: { body: {} } })),
    'POST /api/v1/imports/people/preview': refused(400, () => ({ options: { body: {} } })),
    'GET /api/v1/imports/people/template.csv': read,
    'GET /api/v1/imports/people/template.xlsx': read,
    'GET /api/v1/imports/{id}': missing,
    'GET /api/v1/imports/{id}/rows': missing,
    'GET /api/v1/imports/{id}/faults': missing,
    'GET /api/v1/imports/{id}/report.csv': missing,
  },
};
