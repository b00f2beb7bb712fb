import pg from 'pg';
import { eventually, startProduct, type Client, type Product } from '../harness/product.js';
import { fewPeople, queueImport } from '../harness/small-import.js';

const servers = [
  ['queue in PostgreSQL', process.env['JSSU_TEST_PG'], undefined],
  ...(process.env['JSSU_TEST_PG15'] && process.env['JSSU_TEST_REDIS']
    ? [['queue in Redis, older PostgreSQL', process.env['JSSU_TEST_PG15'], process.env['JSSU_TEST_REDIS']] as const]
    : []),
] as const;

describe.each(servers)('a stop in order, %s', (_name, adminUrl, redisUrl) => {
  let product: Product;
  let root: Client;
  let lock: pg.Client;

  beforeAll(async () => {
    // One job at a time: what comes second must wait.
    product = await startProduct({ adminUrl, redisUrl, settings: { WORKER_CONCURRENCY: '1' } });
    root = await product.signIn('administrator');
    lock = new pg.Client({ connectionString: product.databaseUrl });
    await lock.connect();
  }, 120_000);
  afterAll(async () => {
    await lock?.end();
    await product?.stop();
  });

  const hold = async (sql: string) => {
    await lock.query('BEGIN');
    await lock.query(sql);
  };
  const waiters = () =>
    product.sql<{ n: number }>(
      `SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
    );

  it('finishes the job in hand, takes no other, and loses none', async () => {
    // The job stands still in the middle of its work until this lets go of the table.
    await hold('LOCK TABLE person IN SHARE ROW EXCLUSIVE MODE');
    const { body: first } = await queueImport(root, fewPeople('STOP-A', 120));
    await eventually(waiters, ([{ n }]) => n > 0);
    const { body: second } = await queueImport(root, fewPeople('STOP-B', 5));
    const { worker } = product;
    const stopped = worker.end();
    await eventually(
      async () => (await fetch(`${worker.url}/health/ready`)).status,
      (status) => status === 503,
    );
    const ready = (await (await fetch(`${worker.url}/health/ready`)).json()) as object;
    expect(ready).toMatchObject({ status: 'not-ready', stopping: true, database: true });
    await lock.query('COMMIT');
    expect(await stopped).toBe(0);

    const state = async (id: string) => (await root('GET', `/api/v1/imports/${id}`)).body.state;
    const created = (prefix: string) =>
      product.sql<{ n: number }>(`SELECT count(*)::int AS n FROM person WHERE service_number LIKE '${prefix}-%'`);
    expect([await state(first.id), (await created('STOP-A'))[0].n]).toEqual(['done', 120]);
    // The other waits for a worker, and gets one.
    expect(await state(second.id)).toBe('queued');
    const next = await product.another('worker');
    await eventually(
      () => state(second.id),
      (s) => s === 'done',
    );
    expect((await created('STOP-B'))[0].n).toBe(5);
    expect(await next.end()).toBe(0);
  }, 60_000);

  it('answers the requests in flight, and takes no new ones', async () => {
    const api = await product.another('api');
    const { body: person } = await root('GET', '/api/v1/people?limit=1');
    const path = `/api/v1/people/${person.items[0].id}`;
    await hold(`SELECT FROM person WHERE id = '${person.items[0].id}' FOR UPDATE`);
    const inFlight = root('PATCH', path, {
      url: api.url,
      body: { rank: 'In flight' },
      headers: { 'if-match': `"${person.items[0].version}"` },
    });
    await eventually(waiters, ([{ n }]) => n > 0);
    const stopped = api.end();
    await eventually(
      () =>
        fetch(`${api.url}/health/live`).then(
          ({ status }) => status,
          () => 'refused',
        ),
      (answer) => answer === 'refused' || answer === 503,
    );
    await lock.query('COMMIT');
    expect((await inFlight).status).toBe(200);
    expect(await stopped).toBe(0);
    expect((await root('GET', path)).body.rank).toBe('In flight');
  }, 60_000);

  it('tells load balancers first when it is given time to', async () => {
    const api = await product.another('api', { DRAIN_SECONDS: '3' });
    const stopped = api.end();
    const ready = () => fetch(`${api.url}/health/ready`).then(async (r) => [r.status, await r.json()] as const);
    const [status, body] = await eventually(ready, ([s]) => s === 503);
    expect([status, body]).toEqual([503, { status: 'not-ready', database: true, stopping: true }]);
    expect((await root('GET', '/api/v1/me', { url: api.url })).status).toBe(200);
    expect(await stopped).toBe(0);
  }, 60_000);
});
