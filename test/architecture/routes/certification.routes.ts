import { eventually } from '../../harness/product.js';
import { absent, aimed, NAME, NOWHERE, own, read, SCHEME_RULES, unaimed, type RouteRequests } from './route-request.js';

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
    const { certificationId } = granted.body;
    const read = async () => (await root('GET', `/api/v1/certifications/${certificationId}`)).body.certificates;
    const [certificate] = await eventually(read, (certificates) => certificates.length === 1);
    return { schemeId: scheme.id, certificationId, certificateId: certificate.id, code: certificate.verificationCode };
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
    // A draft in the first place: a second one meets that.
    'POST /api/v1/schemes/{id}/versions': unaimed(({ schemeId }) => ({
      params: { id: schemeId },
      options: { body: { rules: SCHEME_RULES } },
    })),
    'PUT /api/v1/schemes/{id}/versions/{versionId}': absent(({ schemeId }) => ({
      params: { id: schemeId, versionId: NOWHERE },
      options: { body: { rules: SCHEME_RULES }, headers: { 'if-match': '"1"' } },
    })),
    'POST /api/v1/schemes/{id}/versions/{versionId}/retire': absent(({ schemeId }) => ({
      params: { id: schemeId, versionId: NOWHERE },
      options: { body: { reason: 'matrix of rights' } },
    })),
    'POST /api/v1/evidence': aimed(({ personId }) => ({
      options: { body: { personId, kind: 'fitness', achievedOn: '2026-01-01', reason: 'matrix of rights' } },
    })),
    'POST /api/v1/certifications/decisions': aimed(({ personId, schemeId }) => ({
      options: { body: { personId, schemeId, party: 'pk', decision: 'grant' } },
    })),
    'GET /api/v1/certifications': read,
    'GET /api/v1/certifications/{id}': aimed(({ certificationId }) => ({ params: { id: certificationId } })),
    'GET /api/v1/certificates/{id}/pdf': aimed(({ certificateId }) => ({ params: { id: certificateId } })),
    'GET /api/v1/certificates/{id}/credential': aimed(({ certificateId }) => ({ params: { id: certificateId } })),
    'GET /api/v1/me/certificates': own,
    'GET /api/v1/certification-batches': read,
    // Batches come from ratified offerings alone: what they show to whom is tried end to end.
    'GET /api/v1/certification-batches/{id}': absent(() => ({ params: { id: NOWHERE } })),
    'GET /api/v1/certification-batches/{id}/tasks': absent(() => ({ params: { id: NOWHERE } })),
    'POST /api/v1/certification-tasks/{id}/retry': absent(() => ({ params: { id: NOWHERE } })),
    'GET /verify': read,
    'GET /verify/{code}': unaimed(({ code }) => ({ params: { code } })),
    'GET /api/v1/verify/{code}': unaimed(({ code }) => ({ params: { code } })),
    'POST /api/v1/verify/credential': unaimed(() => ({ options: { body: { jwt: 'none' } } })),
    'GET /api/v1/issuer': read,
    'GET /api/v1/issuer/keys/{thumbprint}': absent(() => ({ params: { thumbprint: NOWHERE } })),
    'GET /api/v1/public/schemes/{code}': absent(() => ({ params: { code: 'NOWHERE' } })),
  },
};
