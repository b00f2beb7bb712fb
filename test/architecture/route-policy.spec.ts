import { startProduct, type CallOptions, type Client, type Product } from '../harness/product.js';

interface Operation {
  readonly 'x-permission': string;
  readonly 'x-roles'?: Readonly<Record<string, 'scope' | 'self' | 'any'>>;
}

interface Ids {
  readonly unitId: string;
  readonly personId: string;
  readonly siteId: string;
  readonly accountId: string;
  readonly certificationId: string;
  readonly schemeId: string;
}

type Request = (ids: Ids, n: number) => { readonly params?: Record<string, string>; readonly options?: CallOptions };

const NOWHERE = '00000000-0000-7000-8000-000000000000';
const name = { en: 'A', ur: 'ا', zh: '甲' };
const RULES = {
  requirement: { op: 'evidence', key: 'fitness', kind: 'fitness' },
  validity: { years: 1 },
  renewalWindow: { months: 3 },
  grace: { days: 30 },
  anchor: { kind: 'completion' },
  authorities: ['pk'],
};
const read: Request = () => ({});
/** What a signed-in account does with its own things; belongs to no unit. */
const own: Request = () => ({ params: { id: NOWHERE }, options: { body: {} } });

/** One valid request for every route, made for the units of `ids`. A route that is missing here fails the test. */
const REQUESTS: Readonly<Record<string, Request>> = {
  'POST /api/v1/auth/login': own,
  'POST /api/v1/auth/refresh': own,
  'POST /api/v1/auth/logout': own,
  'GET /api/v1/auth/sessions': read,
  'DELETE /api/v1/auth/sessions/{id}': own,
  'POST /api/v1/auth/password': own,
  'GET /api/v1/me': read,
  'GET /api/v1/accounts': read,
  'POST /api/v1/accounts': (_ids, n) => ({
    options: { body: { userName: `matrix-${n}`, password: 'a long enough phrase' } },
  }),
  'POST /api/v1/accounts/{id}/grants': ({ accountId, unitId }, n) => ({
    params: { id: accountId },
    options: {
      body: {
        role: ['trainer', 'commander', 'auditor'][n % 3],
        unitId,
        party: ['pk', 'cn', 'joint'][Math.floor(n / 3) % 3],
      },
    },
  }),
  'DELETE /api/v1/accounts/{id}/grants/{grantId}': ({ accountId }) => ({ params: { id: accountId, grantId: NOWHERE } }),
  'GET /api/v1/audit': read,
  'GET /api/v1/audit/chain': read,
  'GET /api/v1/units': read,
  'POST /api/v1/units': ({ unitId }, n) => ({
    options: { body: { code: `MATRIX-${n}`, name, party: 'pk', parentId: unitId } },
  }),
  'GET /api/v1/sites': read,
  'POST /api/v1/sites': (_ids, n) => ({ options: { body: { code: `MATRIX-${n}`, name, district: '' } } }),
  'GET /api/v1/posts': read,
  'POST /api/v1/posts': ({ unitId, siteId }, n) => ({
    options: { body: { code: `MATRIX-${n}`, title: name, siteId, unitId, requiredStrength: 1 } },
  }),
  'GET /api/v1/people': read,
  'POST /api/v1/people': ({ unitId }, n) => ({
    options: { body: { serviceNumber: `MATRIX-${n}`, nameEn: 'Matrix', unitId } },
  }),
  'GET /api/v1/people/{id}': ({ personId }) => ({ params: { id: personId } }),
  'PATCH /api/v1/people/{id}': ({ personId }) => ({
    params: { id: personId },
    options: { body: { rank: 'A' }, headers: { 'if-match': '"999"' } },
  }),
  'POST /api/v1/people/{id}/postings': ({ personId, unitId }, n) => ({
    params: { id: personId },
    options: { body: { unitId, startsOn: `20${String(30 + (n % 60)).padStart(2, '0')}-01-01` } },
  }),
  'POST /api/v1/people/{id}/national-id-reveals': ({ personId }) => ({
    params: { id: personId },
    options: { body: { reason: 'matrix of rights' } },
  }),
  'GET /api/v1/schemes': read,
  'POST /api/v1/schemes': (_ids, n) => ({ options: { body: { code: `MATRIX-${n}`, title: name, rules: RULES } } }),
  'POST /api/v1/schemes/{id}/versions/{versionId}/publish': ({ schemeId }) => ({
    params: { id: schemeId, versionId: NOWHERE },
    options: { body: { effectiveFrom: '2026-01-01' } },
  }),
  'POST /api/v1/evidence': ({ personId }) => ({
    options: { body: { personId, kind: 'fitness', achievedOn: '2026-01-01', reason: 'matrix of rights' } },
  }),
  'POST /api/v1/certifications/decisions': ({ personId, schemeId }) => ({
    options: { body: { personId, schemeId, party: 'pk', decision: 'grant' } },
  }),
  'GET /api/v1/certifications': read,
  'GET /api/v1/certifications/{id}': ({ certificationId }) => ({ params: { id: certificationId } }),
  'GET /api/v1/jobs': read,
  'GET /api/v1/jobs/counts': read,
  'GET /api/v1/jobs/{queue}/{id}': () => ({ params: { queue: 'default', id: NOWHERE } }),
  'POST /api/v1/jobs/{queue}/{id}/retry': () => ({ params: { queue: 'default', id: NOWHERE } }),
};

/** Routes on which a request outside the scope cannot be told from one inside: lists (their rows are checked) and data of no unit. */
const withoutTarget = (key: string) =>
  REQUESTS[key] === read || REQUESTS[key] === own || /accounts$|sites$|grantId|schemes|jobs/.test(key);

describe('every route × every role × (own scope, other scope, anonymous)', () => {
  let product: Product;
  let operations: [string, Operation][];
  let inside: Ids;
  let outside: Ids;
  const clients = new Map<string, Client>();
  const PASSWORD = 'a phrase for the matrix';
  let n = 0;

  beforeAll(async () => {
    product = await startProduct();
    const root = await product.signIn('administrator');
    const { body: openApi } = await product.call('GET', '/api/openapi.json');
    operations = Object.entries(openApi.paths as Record<string, Record<string, Operation>>).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]): [string, Operation] => [
        `${method.toUpperCase()} ${path}`,
        operation,
      ]),
    );
    const units = (await root('GET', '/api/v1/units')).body.items;
    const people = (await root('GET', '/api/v1/people?limit=200')).body.items;
    const [site] = (await root('GET', '/api/v1/sites')).body.items;
    const scheme = (await root('POST', '/api/v1/schemes', { body: { code: 'MATRIX', title: name, rules: RULES } }))
      .body;
    const publish = `/api/v1/schemes/${scheme.id}/versions/${scheme.versionId}/publish`;
    await root('POST', publish, { body: { effectiveFrom: '2026-01-01' } });
    const certify = async (personId: string): Promise<string> => {
      const evidence = {
        personId,
        kind: 'fitness',
        achievedOn: new Date().toISOString().slice(0, 10),
        reason: 'for the matrix',
      };
      await root('POST', '/api/v1/evidence', { body: evidence });
      const decision = { personId, schemeId: scheme.id, party: 'pk', decision: 'grant' };
      return (await root('POST', '/api/v1/certifications/decisions', { body: decision })).body.certificationId;
    };
    const idsOf = async (code: string): Promise<Ids> => {
      const accountId = (
        await root('POST', '/api/v1/accounts', {
          body: { userName: `target.${code.toLowerCase()}`, password: PASSWORD },
        })
      ).body.id;
      return {
        unitId: units.find((u: { code: string }) => u.code === code).id,
        personId: people.find((p: { unitCode: string }) => p.unitCode === code).id,
        siteId: site.id,
        accountId,
        schemeId: scheme.id,
        certificationId: '',
      };
    };
    inside = await idsOf('SPU-BALOCHISTAN');
    outside = await idsOf('SSU-KP');
    for (const role of ['trainer', 'trainee', 'administrator', 'commander', 'auditor']) {
      const userName = `matrix.${role}`;
      // Decisions are signed by people: this administrator is one.
      const colleague = people.find((p: { serviceNumber: string }) => p.serviceNumber === 'DEMO-00007').id;
      const personId = role === 'administrator' ? colleague : undefined;
      const { body } = await root('POST', '/api/v1/accounts', { body: { userName, password: PASSWORD, personId } });
      await root('POST', `/api/v1/accounts/${body.id}/grants`, { body: { role, unitId: inside.unitId } });
      clients.set(role, await product.signIn(userName, PASSWORD));
    }
    // The demo trainee is a person of the inside unit, which is what `self` means.
    clients.set('trainee', await product.signIn('trainee'));
    const { body: me } = await clients.get('trainee')!('GET', '/api/v1/me');
    inside = { ...inside, personId: me.personId, certificationId: await certify(me.personId) };
    outside = { ...outside, certificationId: await certify(outside.personId) };
    expect([inside.certificationId, outside.certificationId]).toEqual([expect.any(String), expect.any(String)]);
  }, 120_000);
  afterAll(() => product?.stop());

  const send = (key: string, ids: Ids, client: Client) => {
    const [method, template] = key.split(' ');
    const { params = {}, options } = REQUESTS[key](ids, n++);
    return client(
      method,
      template.replace(/\{(\w+)\}/g, (_, p: string) => params[p] ?? NOWHERE),
      method === 'GET' ? {} : options,
    );
  };

  it('knows a request for every route, and every route has a policy', () => {
    expect(operations.map(([key]) => key).sort()).toEqual(Object.keys(REQUESTS).sort());
    expect(operations.filter(([, o]) => !o['x-permission'])).toEqual([]);
    expect(Object.fromEntries(operations.map(([key, o]) => [key, o['x-permission']]))).toMatchSnapshot();
  });

  it('refuses anonymous requests unless the route is public', async () => {
    for (const [key, operation] of operations) {
      const { status, body } = await send(key, inside, product.call);
      if (operation['x-permission'].startsWith('(public)')) expect([key, status < 500]).toEqual([key, true]);
      else expect([key, status, body.code]).toEqual([key, 401, 'platform.not-signed-in']);
    }
  });

  it.each(['trainer', 'trainee', 'administrator', 'commander', 'auditor'])(
    'holds the declared policy for the %s',
    async (role) => {
      const client = clients.get(role)!;
      for (const [key, operation] of operations) {
        const permission = operation['x-permission'];
        if (permission.startsWith('(')) continue;
        const reach = operation['x-roles']?.[role];
        const mine = await send(key, inside, client);
        const theirs = await send(key, outside, client);
        if (!reach) {
          expect([key, mine.status, mine.body.code]).toEqual([key, 403, 'platform.forbidden']);
          expect([key, theirs.status, theirs.body.code]).toEqual([key, 403, 'platform.forbidden']);
          continue;
        }
        // A 409 or 412 is the request meeting a rule, behind the door.
        expect([key, [200, 201, 204, 404, 409, 412].includes(mine.status), mine.body]).toEqual([key, true, mine.body]);
        if (mine.status === 404)
          expect([key, mine.body.code, /grantId|national-id|versionId|jobs/.test(key)]).toEqual([
            key,
            mine.body.code,
            true,
          ]);
        if (!withoutTarget(key))
          expect([key, [403, 404].includes(theirs.status), theirs.status]).toEqual([key, true, theirs.status]);
        if (key.startsWith('GET ') && reach !== 'any') {
          const text = JSON.stringify(mine.body);
          expect([key, text.includes(outside.unitId) || text.includes(outside.personId)]).toEqual([key, false]);
        }
      }
    },
  );
});
