import { absent, aimed, NAME, NOWHERE, read, SCHEME_RULES, unaimed, type RouteRequests } from './route-request.js';

export const routes: RouteRequests = {
  order: 9,
  async prepare(root, { personId, unitId }) {
    const code = `MATRIX-${unitId.slice(-12).toUpperCase()}`;
    const scheme = (await root('POST', '/api/v1/schemes', { body: { code, title: NAME, rules: SCHEME_RULES } })).body;
    const publish = `/api/v1/schemes/${scheme.id}/versions/${scheme.versionId}/publish`;
    await root('POST', publish, { body: { effectiveFrom: '2026-01-01' } });
    const achievedOn = new Date().toISOString().slice(0, 10);
    const evidence = { personId, kind: 'fitness', achievedOn, reason: 'for the matrix' };
    await root('POST', '/api/v1/evidence', { body: evidence });
    const decision = { personId, schemeId: scheme.id, party: 'pk', decision: 'grant' };
    const granted = await root('POST', '/api/v1/certifications/decisions', { body: decision });
    return { schemeId: scheme.id, certificationId: granted.body.certificationId };
  },
  requests: {
    'GET /api/v1/schemes': read,
    'POST /api/v1/schemes': unaimed((_, n) => ({
      options: { body: { code: `MATRIX-${n}`, title: NAME, rules: SCHEME_RULES } },
    })),
    'POST /api/v1/schemes/{id}/versions/{versionId}/publish': absent(({ schemeId }) => ({
      params: { id: schemeId, versionId: NOWHERE },
      options: { body: { effectiveFrom: '2026-01-01' } },
    })),
    'POST /api/v1/evidence': aimed(({ personId }) => ({
      options: { body: { personId, kind: 'fitness', achievedOn: '2026-01-01', reason: 'matrix of rights' } },
    })),
    'POST /api/v1/certifications/decisions': aimed(({ personId, schemeId }) => ({
      options: { body: { personId, schemeId, party: 'pk', decision: 'grant' } },
    })),
    'GET /api/v1/certifications': read,
    'GET /api/v1/certifications/{id}': aimed(({ certificationId }) => ({ params: { id: certificationId } })),
  },
};
