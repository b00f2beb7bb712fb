// The hottest reads: how the bare server answers each, and which requests are made of it.

const bearer = (token) => ({ authorization: `Bearer ${token}` });

/** Paths of a list: so many pages of each query, by their cursors. */
async function pagesOf(client, paths, pages) {
  const found = [];
  for (const path of paths) {
    for (let page = 0, cursor = ''; page < pages && cursor !== null; page++) {
      const next = `${path}${cursor && `&cursor=${cursor}`}`;
      found.push(next);
      cursor = (await client('GET', next)).nextCursor;
    }
  }
  return found;
}

const signedIn = (client, paths) => paths.map((path) => ({ path, headers: bearer(client.token) }));

/** How the bare server answers a list. */
const page = ({ app, claims }, path, list) =>
  app.get(path, async (request, reply) => {
    claims(request);
    const { limit, cursor, ...filter } = request.query;
    reply.type('application/json; charset=utf-8');
    return JSON.stringify(await list(filter, limit === undefined ? 50 : Number(limit), cursor, request));
  });

async function unitIds(client) {
  const { items } = await client('GET', '/api/v1/units?limit=200');
  return items.filter(({ code }) => /^(SPU|SSU|CN)-/.test(code)).map(({ id }) => id);
}

export const reads = [
  {
    name: 'my progress',
    path: '/api/v1/me/training',
    async serve(tools) {
      const { built, uow, clock } = tools;
      const { TrainingView } = await built('libs/delivery/src/persistence/training.view.js');
      const { presentTraining } = await built('libs/delivery/src/http/present-progress.js');
      const { ApprovedSyllabuses } = await built('libs/delivery/src/application/approved-syllabuses.js');
      const { CatalogueView } = await built('libs/catalogue/src/persistence/catalogue.view.js');
      const view = new TrainingView(uow);
      const syllabuses = new ApprovedSyllabuses(new CatalogueView(uow));
      // Who a session is, the api keeps in memory too.
      const people = new Map();
      const personOf = async (sid) => {
        const sql = `SELECT a.person_id AS id FROM login_session s JOIN account a ON a.id = s.account_id WHERE s.id = $1`;
        if (!people.has(sid)) people.set(sid, (await uow.query(sql, [sid]))[0].id);
        return people.get(sid);
      };
      page(tools, '/api/v1/me/training', async (_, limit, cursor, request) => {
        const personId = await personOf(tools.claims(request).sid);
        const { items, nextCursor } = await view.ofPerson(personId, { now: clock.now(), limit, cursor });
        const presented = [];
        for (const row of items) presented.push(presentTraining(row, await syllabuses.of(row.courseVersionId), 'en'));
        return { items: presented, nextCursor };
      });
    },
    requests: (_, { readers }) => readers.map((token) => ({ path: '/api/v1/me/training', headers: bearer(token) })),
  },
  {
    name: 'people page with filter',
    path: '/api/v1/people',
    async serve(tools) {
      const { PeopleView } = await tools.built('libs/people/src/persistence/people.view.js');
      const view = new PeopleView(tools.uow, tools.clock);
      page(tools, '/api/v1/people', (filter, limit, cursor) => view.list(tools.everything, filter, limit, cursor));
    },
    async requests(client) {
      const paths = (await unitIds(client)).map((id) => `/api/v1/people?unitId=${id}&status=active&limit=50`);
      return signedIn(client, await pagesOf(client, paths, 5));
    },
  },
  {
    name: 'certification register page',
    path: '/api/v1/certifications',
    async serve(tools) {
      const { built, uow, clock, everything } = tools;
      const folder = 'libs/certification/src/persistence';
      const { CertificationStore } = await built(`${folder}/certification.store.js`);
      const { CertificationRegister } = await built(`${folder}/certification-register.js`);
      const { SchemeRules } = await built(`${folder}/scheme-rules.js`);
      const register = new CertificationRegister(uow, new CertificationStore(uow), new SchemeRules(uow));
      page(tools, '/api/v1/certifications', (filter, limit, cursor) =>
        register.list(everything, filter, clock.today(), null, limit, cursor),
      );
    },
    async requests(client) {
      const units = await unitIds(client);
      const paths = [
        '/api/v1/certifications?limit=50',
        ...units.map((id) => `/api/v1/certifications?unitId=${id}&limit=50`),
      ];
      return signedIn(client, await pagesOf(client, paths, 4));
    },
  },
  {
    name: 'verify a code',
    path: '/api/v1/verify/{code}',
    // The instant of the answer.
    volatile: /"asOf":"[^"]+"/g,
    async serve({ app, built, uow, clock }) {
      const { VerificationView } = await built('libs/certification/src/persistence/verification.view.js');
      const { SchemeRules } = await built('libs/certification/src/persistence/scheme-rules.js');
      const { readVerificationCode } = await built('libs/certification/src/documents/verification-code.js');
      const view = new VerificationView(uow, new SchemeRules(uow), clock);
      app.get('/api/v1/verify/:code', async (request, reply) => {
        reply.type('application/json; charset=utf-8').header('cache-control', 'no-store');
        return JSON.stringify(await view.byCode(readVerificationCode(request.params.code)));
      });
    },
    requests: (_, { codes }) =>
      codes
        .filter((_, i) => i % Math.ceil(codes.length / 200) === 0)
        .map((code) => ({ path: `/api/v1/verify/${code}` })),
  },
];

/** Other ways to ask for people, looked at for what they cost at scale. */
export const searches = [
  {
    name: 'people by a part of a name',
    path: '/api/v1/people',
    requests: (client) =>
      signedIn(
        client,
        ['zainab mirza', 'زینب', '穆罕默德', 'hussain', 'BLC-2012', 'khan', 'aziz'].map(
          (text) => `/api/v1/people?search=${encodeURIComponent(text)}&limit=50`,
        ),
      ),
  },
  {
    name: 'people by service number',
    path: '/api/v1/people',
    async requests(client) {
      const { items } = await client('GET', '/api/v1/people?limit=50');
      const numbers = items.map(({ serviceNumber }) => encodeURIComponent(serviceNumber));
      return signedIn(
        client,
        numbers.map((number) => `/api/v1/people?search=${number}&limit=50`),
      );
    },
  },
  {
    name: 'people posted at a site',
    path: '/api/v1/people',
    async requests(client) {
      const { items } = await client('GET', '/api/v1/sites');
      return signedIn(
        client,
        items.map(({ id }) => `/api/v1/people?siteId=${id}&limit=50`),
      );
    },
  },
];
