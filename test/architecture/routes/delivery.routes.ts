import { absent, aimed, NOWHERE, own, type Fixtures, type RouteRequest, type RouteRequests } from './route-request.js';

/** At the session or offering of the side, where another file has made one; its rules may refuse what is asked for. */
const atSession = (options: ReturnType<RouteRequest['fill']>['options']): RouteRequest => ({
  ...absent(({ sessionId = NOWHERE }: Fixtures) => ({ params: { id: sessionId }, options }), true),
  refusal: 422,
});
/** Of one trainee. */
const atMarks: RouteRequest = absent(
  ({ sessionId = NOWHERE }: Fixtures) => ({ params: { id: sessionId }, query: `enrolmentId=${NOWHERE}` }),
  true,
);
const atOffering = (options?: ReturnType<RouteRequest['fill']>['options']): RouteRequest =>
  absent(({ offeringId = NOWHERE }: Fixtures) => ({ params: { id: offeringId }, options }), true);
const nowhere = (body: object): RouteRequest => absent(() => ({ params: { id: NOWHERE }, options: { body } }), true);

const marks = [{ enrolmentId: NOWHERE, status: 'present' }];
const reason = 'matrix of rights';
const result = { enrolmentId: NOWHERE, assessmentCode: 'A', attempt: 1, score: 1, takenOn: '2026-01-01' };

export const routes: RouteRequests = {
  order: 20,
  requests: {
    'GET /api/v1/sessions/{id}/register': atSession({}),
    'GET /api/v1/sessions/{id}/register/marks': atMarks,
    'PUT /api/v1/sessions/{id}/register/marks': atSession({ body: { marks } }),
    'POST /api/v1/sessions/{id}/register/submit': atSession({ headers: { 'if-match': '"999"' } }),
    'POST /api/v1/sessions/{id}/register/reopen': atSession({ body: { reason } }),
    'POST /api/v1/sessions/{id}/register/countersign': atSession({ headers: { 'if-match': '"999"' } }),
    'POST /api/v1/sessions/{id}/register/corrections': atSession({ body: { reason, marks } }),
    'GET /api/v1/offerings/{id}/results': atOffering(),
    'PUT /api/v1/offerings/{id}/results': atOffering({ body: { results: [result] } }),
    'POST /api/v1/assessment-results/{id}/corrections': nowhere({ reason, score: 1 }),
    'POST /api/v1/assessment-results/{id}/withdrawal': nowhere({ reason }),
    'GET /api/v1/offerings/{id}/ratification': atOffering(),
    'POST /api/v1/offerings/{id}/ratify': atOffering({ body: {} }),
    'POST /api/v1/course-results/{id}/corrections': nowhere({ reason }),
    'GET /api/v1/me/training': own,
    'GET /api/v1/people/{id}/training': aimed(({ personId }) => ({ params: { id: personId } })),
    'GET /api/v1/offerings/{id}/progress': atOffering(),
  },
};
