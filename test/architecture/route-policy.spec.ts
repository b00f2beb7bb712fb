import { readdirSync } from 'node:fs';
import { startProduct, type Client, type Product } from '../harness/product.js';
import { NOWHERE, type Fixtures, type RouteRequest, type RouteRequests } from './routes/route-request.js';

interface Operation {
  readonly 'x-permission': string;
  readonly 'x-roles'?: Readonly<Record<string, 'scope' | 'units' | 'self' | 'any'>>;
}

const ROLES = ['trainer', 'trainee', 'administrator', 'commander', 'auditor'];
const PASSWORD = 'a phrase for the matrix';
/** Through the door: done, or the request met a rule or another state behind it. */
const BEHIND_THE_DOOR = [200, 201, 202, 204, 409, 412];

/** A file for each lib: none has to edit another's. */
async function allRoutes(): Promise<RouteRequests[]> {
  const files = readdirSync(new URL('routes/', import.meta.url)).filter((file) => file.endsWith('.routes.ts'));
  const modules = await Promise.all(
    files.sort().map((file) => import(`./routes/${file}`) as Promise<{ routes: RouteRequests }>),
  );
  return modules.map(({ routes }) => routes).sort((a, b) => (a.order ?? 0) - (b.order ?? 0));
}

describe('every route × every role × (own scope, other scope, anonymous)', () => {
  let product: Product;
  let operations: [string, Operation][];
  let requests: Readonly<Record<string, RouteRequest>>;
  let inside: Fixtures;
  let outside: Fixtures;
  /** A unit of the other party with a person of it, below the unit where the accounts for one party have their grants. */
  let otherParty: Fixtures;
  const clients = new Map<string, Client>();
  const partyClients = new Map<string, Client>();
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
    const routes = await allRoutes();
    requests = Object.assign({}, ...routes.map((file) => file.requests)) as typeof requests;
    const units = (await root('GET', '/api/v1/units')).body.items;
    const people = (await root('GET', '/api/v1/people?limit=200')).body.items;
    const [site] = (await root('GET', '/api/v1/sites')).body.items;
    const unitOf = (code: string) => units.find((u: { code: string }) => u.code === code).id as string;
    const personOf = (code: string) => people.find((p: { unitCode: string }) => p.unitCode === code).id as string;

    const insideId = unitOf('SPU-BALOCHISTAN');
    for (const role of ROLES) {
      const userName = `matrix.${role}`;
      // Decisions are signed by people: this administrator is one.
      const colleague = people.find((p: { serviceNumber: string }) => p.serviceNumber === 'DEMO-00007').id;
      const personId = role === 'administrator' ? colleague : undefined;
      const { body } = await root('POST', '/api/v1/accounts', { body: { userName, password: PASSWORD, personId } });
      await root('POST', `/api/v1/accounts/${body.id}/grants`, { body: { role, unitId: insideId } });
      clients.set(role, await product.signIn(userName, PASSWORD));
    }
    for (const role of ROLES) {
      const userName = `matrix.pk.${role}`;
      const { body } = await root('POST', '/api/v1/accounts', { body: { userName, password: PASSWORD } });
      const grant = { role, unitId: unitOf('JSSU'), party: 'pk' };
      await root('POST', `/api/v1/accounts/${body.id}/grants`, { body: grant });
      partyClients.set(role, await product.signIn(userName, PASSWORD));
    }
    // The demo trainee is a person of the inside unit, which is what `self` means.
    clients.set('trainee', await product.signIn('trainee'));
    const { body: me } = await clients.get('trainee')!('GET', '/api/v1/me');
    const prepared = async (unitId: string, personId: string, party = 'pk'): Promise<Fixtures> => {
      let fixtures: Fixtures = { unitId, personId, siteId: site.id, party };
      for (const { prepare } of routes) if (prepare) fixtures = { ...fixtures, ...(await prepare(root, fixtures)) };
      expect(Object.entries(fixtures).filter(([, id]) => typeof id !== 'string')).toEqual([]);
      return fixtures;
    };
    inside = await prepared(insideId, me.personId);
    outside = await prepared(unitOf('SSU-KP'), personOf('SSU-KP'));
    const instructor = {
      serviceNumber: 'CN-TEAM-0001',
      nameEn: 'Li Wei',
      nameZh: '李伟',
      unitId: unitOf('CN-TRAINING'),
      party: 'cn',
    };
    const { body: chinese } = await root('POST', '/api/v1/people', { body: instructor });
    otherParty = await prepared(unitOf('CN-TRAINING'), chinese.id, 'cn');
  }, 180_000);
  afterAll(() => product?.stop());

  const send = (key: string, fixtures: Fixtures, client: Client) => {
    const [method, template] = key.split(' ');
    const { params = {}, query, options } = requests[key].fill(fixtures, n++);
    const path = template.replace(/\{(\w+)\}/g, (_, p: string) => params[p] ?? NOWHERE);
    return client(method, query ? `${path}?${query}` : path, method === 'GET' ? {} : options);
  };

  it('knows a request for every route, and every route has a policy', () => {
    expect(operations.map(([key]) => key).sort()).toEqual(Object.keys(requests).sort());
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

  it.each(ROLES)(
    'holds the declared policy for the %s',
    async (role) => {
      const client = clients.get(role)!;
      for (const [key, operation] of operations) {
        const permission = operation['x-permission'];
        if (permission.startsWith('(')) continue;
        const request = requests[key];
        const reach = operation['x-roles']?.[role];
        const mine = await send(key, inside, client);
        const theirs = await send(key, outside, client);
        if (!reach) {
          expect([key, mine.status, mine.body.code]).toEqual([key, 403, 'platform.forbidden']);
          expect([key, theirs.status, theirs.body.code]).toEqual([key, 403, 'platform.forbidden']);
          continue;
        }
        const expected = [...BEHIND_THE_DOOR, request.absent ? 404 : undefined, request.refusal];
        expect([key, expected.includes(mine.status), mine.status, mine.body]).toEqual([
          key,
          true,
          mine.status,
          mine.body,
        ]);
        if (request.aimed && reach !== 'any')
          expect([key, [403, 404].includes(theirs.status), theirs.status]).toEqual([key, true, theirs.status]);
        if (key.startsWith('GET ') && reach !== 'any') {
          const text = JSON.stringify(mine.body);
          expect([key, text.includes(outside.unitId) || text.includes(outside.personId)]).toEqual([key, false]);
        }
      }
    },
    60_000,
  );

  it.each(ROLES)(
    'keeps a %s of one party to the units and people of that party',
    async (role) => {
      const client = partyClients.get(role)!;
      for (const [key, operation] of operations) {
        // What both parties sign (`units`), and what belongs to no unit (`any`), is no matter of party.
        if (operation['x-permission'].startsWith('(') || operation['x-roles']?.[role] !== 'scope') continue;
        const request = requests[key];
        const mine = await send(key, inside, client);
        const theirs = await send(key, otherParty, client);
        const expected = [...BEHIND_THE_DOOR, request.absent ? 404 : undefined, request.refusal];
        // A decision or an authorisation needs a person behind the account: that refusal is behind the door too.
        expect([key, expected.includes(mine.status) || mine.status === 422, mine.body]).toEqual([key, true, mine.body]);
        if (request.aimed)
          expect([key, [403, 404].includes(theirs.status), theirs.status]).toEqual([key, true, theirs.status]);
        if (key.startsWith('GET ')) {
          const text = JSON.stringify(mine.body);
          expect([key, text.includes(otherParty.unitId) || text.includes(otherParty.personId)]).toEqual([key, false]);
        }
      }
    },
    60_000,
  );
});
