import { aimed, NAME, read, unaimed, type RouteRequests } from './route-request.js';

/** Of the published offering. Its session is on the first day; requests for new sessions are for later days. */
const STARTS_ON = '2031-03-03';
const ENDS_ON = '2031-12-28';
const DAYS = `from=${STARTS_ON}&to=${ENDS_ON}`;
const day = (n: number) => new Date(Date.UTC(2031, 3, 1 + (n % 250))).toISOString().slice(0, 10);

export const routes: RouteRequests = {
  order: 10,
  async prepare(root, { unitId, siteId, courseId, courseVersionId, party }) {
    const mark = unitId.slice(-12).toUpperCase();
    const person = { serviceNumber: `MATRIX-I-${mark}`, nameEn: 'Matrix', unitId, party };
    const instructorId = (await root('POST', '/api/v1/people', { body: person })).body.id;
    const authorisation = { personId: instructorId, courseId, role: 'lead', validFrom: '2026-01-01' };
    await root('POST', '/api/v1/instructor-authorisations', { body: authorisation });
    const venue = { code: `MATRIX-HALL-${mark}`, name: NAME, kind: 'classroom', siteId, capacity: 30 };
    const venueId = (await root('POST', '/api/v1/venues', { body: venue })).body.id;
    const terms = { seatsMin: 0, seatsMax: 20, startsOn: STARTS_ON, endsOn: ENDS_ON, language: 'en' };
    const offering = { courseVersionId, code: `MATRIX-${mark}`, unitId, ...terms };
    const offeringId = (await root('POST', '/api/v1/offerings', { body: offering })).body.id;
    const session = {
      blockCode: 'A',
      start: `${STARTS_ON}T09:00:00+05:00`,
      end: `${STARTS_ON}T10:00:00+05:00`,
      instructors: [{ personId: instructorId, role: 'lead' }],
      venueId,
    };
    const sessionId = (await root('POST', `/api/v1/offerings/${offeringId}/sessions`, { body: session })).body.id;
    for (const step of ['plan', 'publish'])
      await root('POST', `/api/v1/offerings/${offeringId}/steps`, { body: { step } });
    return { instructorId, venueId, offeringId, sessionId };
  },
  requests: {
    'GET /api/v1/offerings': read,
    'POST /api/v1/offerings': aimed(({ unitId, courseVersionId }, n) => ({
      options: {
        body: {
          courseVersionId,
          code: `MATRIX-${n}`,
          unitId,
          language: 'ur',
          seatsMin: 1,
          seatsMax: 20,
          startsOn: STARTS_ON,
          endsOn: ENDS_ON,
        },
      },
    })),
    'GET /api/v1/offerings/{id}': aimed(({ offeringId }) => ({ params: { id: offeringId } })),
    'PATCH /api/v1/offerings/{id}': aimed(({ offeringId }) => ({
      params: { id: offeringId },
      options: { body: { seatsMax: 22 }, headers: { 'if-match': '"999"' } },
    })),
    // It is published: there is nothing to deliver.
    'POST /api/v1/offerings/{id}/steps': aimed(({ offeringId }) => ({
      params: { id: offeringId },
      options: { body: { step: 'deliver' } },
    })),
    'GET /api/v1/offerings/{id}/feasibility': aimed(({ offeringId }) => ({ params: { id: offeringId } })),
    'POST /api/v1/offerings/{id}/sessions': aimed(({ offeringId, instructorId, venueId }, n) => ({
      params: { id: offeringId },
      options: {
        body: {
          blockCode: 'A',
          start: `${day(n)}T09:00:00+05:00`,
          end: `${day(n)}T10:00:00+05:00`,
          instructors: [{ personId: instructorId, role: 'lead' }],
          venueId,
        },
      },
    })),
    'GET /api/v1/sessions': unaimed(() => ({ query: `${DAYS}&limit=200` })),
    'GET /api/v1/sessions/{id}': aimed(({ sessionId }) => ({ params: { id: sessionId } })),
    'PATCH /api/v1/sessions/{id}': aimed(({ sessionId }) => ({
      params: { id: sessionId },
      options: { body: { venueId: null }, headers: { 'if-match': '"999"' } },
    })),
    'POST /api/v1/sessions/{id}/cancel': aimed(({ sessionId }) => ({
      params: { id: sessionId },
      options: { body: { reason: 'matrix of rights' } },
    })),
    'GET /api/v1/bookings': unaimed(({ venueId }) => ({ query: `${DAYS}&resourceId=${venueId}` })),
    'GET /api/v1/me/sessions': read,
  },
};
