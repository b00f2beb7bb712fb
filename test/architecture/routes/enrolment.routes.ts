import {
  absent,
  NOWHERE,
  read,
  unaimed,
  type Fixtures,
  type RouteRequest,
  type RouteRequests,
} from './route-request.js';

const reason = 'matrix of rights';

/** At the offering of the side, where another file has made one. */
const atOffering = (body?: (fixtures: Fixtures) => object, headers = {}): RouteRequest =>
  absent(
    (fixtures) => ({ params: { id: fixtures['offeringId'] ?? NOWHERE }, options: { body: body?.(fixtures), headers } }),
    true,
  );
/** At a nomination of the side's person; it is rejected, so that every step meets its state. */
const atEnrolment = (body?: (fixtures: Fixtures) => object): RouteRequest =>
  absent(
    (fixtures) => ({ params: { id: fixtures['enrolmentId'] ?? NOWHERE }, options: { body: body?.(fixtures) } }),
    true,
  );

export const routes: RouteRequests = {
  order: 15,
  async prepare(root, { offeringId, personId }): Promise<Readonly<Record<string, string>>> {
    if (!offeringId) return {};
    const body = { offeringId, people: [{ personId, priority: 3 }] };
    const enrolmentId: string = (await root('POST', '/api/v1/nominations', { body })).body.results[0].id;
    await root('POST', `/api/v1/enrolments/${enrolmentId}/reject`, { body: { reason } });
    return { enrolmentId };
  },
  requests: {
    'GET /api/v1/nominations': read,
    'GET /api/v1/nominations/awaiting': read,
    'POST /api/v1/nominations': absent(
      ({ offeringId = NOWHERE, personId }) => ({
        options: { body: { offeringId, people: [{ personId, priority: 3 }] } },
      }),
      true,
    ),
    // Each nomination is answered by itself.
    'POST /api/v1/nominations/endorse': unaimed(({ enrolmentId = NOWHERE }) => ({
      options: { body: { ids: [enrolmentId] } },
    })),
    'GET /api/v1/enrolments': read,
    'GET /api/v1/enrolments/{id}': atEnrolment(),
    'POST /api/v1/enrolments/{id}/endorse': atEnrolment(),
    'POST /api/v1/enrolments/{id}/reject': atEnrolment(() => ({ reason })),
    'POST /api/v1/enrolments/{id}/cancel': atEnrolment(() => ({ reason })),
    'POST /api/v1/enrolments/{id}/substitute': atEnrolment(({ personId }) => ({ personId })),
    'POST /api/v1/enrolments/{id}/incomplete': atEnrolment(() => ({ reason: 'no_show' })),
    'GET /api/v1/offerings/{id}/seats': atOffering(),
    'GET /api/v1/offerings/{id}/quotas': atOffering(),
    'PUT /api/v1/offerings/{id}/quotas': atOffering(() => ({ quotas: [] }), { 'if-match': '"999"' }),
    'POST /api/v1/offerings/{id}/walk-ons': atOffering(({ personId }) => ({ personId })),
    'POST /api/v1/offerings/{id}/confirm': atOffering(),
  },
};
