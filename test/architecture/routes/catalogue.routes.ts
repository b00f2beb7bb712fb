import { absent, aimed, NAME, NOWHERE, read, unaimed, type RouteRequests } from './route-request.js';

const CONTENT = {
  blocks: [{ code: 'A', title: NAME, kind: 'theory', minutes: 60 }],
  assessments: [],
  passRule: { mustPass: [], atLeast: 0 },
  minimumAttendance: 80,
  prerequisites: [],
};

export const routes: RouteRequests = {
  async prepare(root, { unitId }) {
    const code = `MATRIX-${unitId.slice(-12).toUpperCase()}`;
    const course = (await root('POST', '/api/v1/courses', { body: { code, title: NAME, content: CONTENT } })).body;
    await root('POST', `/api/v1/courses/${course.id}/versions/${course.versionId}/approve`);
    return { courseId: course.id, courseVersionId: course.versionId };
  },
  requests: {
    'GET /api/v1/courses': read,
    'POST /api/v1/courses': unaimed((_, n) => ({
      options: { body: { code: `MATRIX-${n}`, title: NAME, content: CONTENT } },
    })),
    'GET /api/v1/courses/{id}': unaimed(({ courseId }) => ({ params: { id: courseId } })),
    'POST /api/v1/courses/{id}/versions': unaimed(({ courseId }) => ({
      params: { id: courseId },
      options: { body: { content: CONTENT } },
    })),
    'GET /api/v1/courses/{id}/versions/{versionId}': unaimed(({ courseId, courseVersionId }) => ({
      params: { id: courseId, versionId: courseVersionId },
    })),
    'PUT /api/v1/courses/{id}/versions/{versionId}': unaimed(({ courseId, courseVersionId }) => ({
      params: { id: courseId, versionId: courseVersionId },
      options: { body: { content: CONTENT }, headers: { 'if-match': '"999"' } },
    })),
    'POST /api/v1/courses/{id}/versions/{versionId}/approve': absent(({ courseId }) => ({
      params: { id: courseId, versionId: NOWHERE },
    })),
    'POST /api/v1/courses/{id}/versions/{versionId}/retire': absent(({ courseId }) => ({
      params: { id: courseId, versionId: NOWHERE },
      options: { body: { reason: 'matrix of rights' } },
    })),
    'GET /api/v1/venues': read,
    'POST /api/v1/venues': unaimed(({ siteId }, n) => ({
      options: { body: { code: `MATRIX-${n}`, name: NAME, kind: 'classroom', siteId, capacity: 30 } },
    })),
    'GET /api/v1/equipment': read,
    'POST /api/v1/equipment': unaimed((_, n) => ({
      options: { body: { code: `MATRIX-${n}`, name: NAME, kind: 'radio', exclusive: false, quantity: 10 } },
    })),
    'GET /api/v1/instructor-authorisations': read,
    'POST /api/v1/instructor-authorisations': aimed(({ personId, courseId }) => ({
      options: { body: { personId, courseId, role: 'lead', validFrom: '2026-01-01' } },
    })),
    'POST /api/v1/instructor-authorisations/{id}/withdraw': absent(() => ({
      params: { id: NOWHERE },
      options: { body: { reason: 'matrix of rights' } },
    })),
  },
};
