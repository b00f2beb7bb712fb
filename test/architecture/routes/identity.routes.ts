import { absent, aimed, NOWHERE, own, read, unaimed, type RouteRequests } from './route-request.js';

const stateOf = () =>
  aimed(({ localAccountId }) => ({
    params: { id: localAccountId },
    options: { body: { reason: 'matrix of rights' } },
  }));

export const routes: RouteRequests = {
  async prepare(root, { unitId }) {
    const account = async (name: string): Promise<string> => {
      const body = { userName: `${name}.${unitId.slice(-12)}`, password: 'a phrase for the matrix' };
      return (await root('POST', '/api/v1/accounts', { body })).body.id;
    };
    // One that gets grants of all kinds, and one whose grant stays inside the unit.
    const [accountId, localAccountId] = [await account('target'), await account('local')];
    await root('POST', `/api/v1/accounts/${localAccountId}/grants`, { body: { role: 'trainer', unitId, party: 'pk' } });
    return { accountId, localAccountId };
  },
  requests: {
    'POST /api/v1/auth/login': own,
    'POST /api/v1/auth/refresh': own,
    'POST /api/v1/auth/logout': own,
    'GET /api/v1/auth/sessions': read,
    'DELETE /api/v1/auth/sessions/{id}': own,
    'POST /api/v1/auth/password': own,
    'GET /api/v1/me': read,
    'GET /api/v1/accounts': read,
    'GET /api/v1/accounts/{id}': aimed(({ localAccountId }) => ({ params: { id: localAccountId } })),
    'POST /api/v1/accounts': unaimed((_, n) => ({
      options: { body: { userName: `matrix-${n}`, password: 'a long enough phrase' } },
    })),
    'POST /api/v1/accounts/{id}/grants': aimed(({ accountId, unitId, party }, n) => ({
      params: { id: accountId },
      options: {
        body: {
          role: ['trainer', 'commander', 'auditor'][n % 3],
          unitId,
          party,
        },
      },
    })),
    'POST /api/v1/accounts/{id}/disable': stateOf(),
    'POST /api/v1/accounts/{id}/enable': stateOf(),
    'POST /api/v1/accounts/{id}/password-reset': stateOf(),
    'DELETE /api/v1/accounts/{id}/sessions': stateOf(),
    'DELETE /api/v1/accounts/{id}/grants/{grantId}': absent(({ accountId }) => ({
      params: { id: accountId, grantId: NOWHERE },
    })),
  },
};
