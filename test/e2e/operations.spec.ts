import { startProduct, eventually, type Client, type Product, type Running } from '../harness/product.js';
import { fewPeople, queueImport } from '../harness/small-import.js';

const servers = [
  ['queue in PostgreSQL', process.env['JSSU_TEST_PG'], undefined],
  ...(process.env['JSSU_TEST_PG15'] && process.env['JSSU_TEST_REDIS']
    ? [['queue in Redis, older PostgreSQL', process.env['JSSU_TEST_PG15'], process.env['JSSU_TEST_REDIS']] as const]
    : []),
] as const;

/** The figure of a metric, summed over its labels. */
async function figure(process: Running, name: string): Promise<number> {
  const text = await (await fetch(`${process.url}/metrics`)).text();
  const lines = text.split('\n').filter((line) => line.startsWith(`${name}{`) || line.startsWith(`${name} `));
  return lines.length === 0 ? NaN : lines.reduce((sum, line) => sum + Number(line.split(' ').pop()), 0);
}

describe.each(servers)('two apis and two workers on one database, %s', (_name, adminUrl, redisUrl) => {
  let product: Product;
  let root: Client;
  let api: Running;
  let worker: Running;

  beforeAll(async () => {
    // One job at a time each, so that neither can take all.
    product = await startProduct({ adminUrl, redisUrl, settings: { WORKER_CONCURRENCY: '1' } });
    [api, worker] = await Promise.all([product.another('api'), product.another('worker')]);
    root = await product.signIn('administrator');
  }, 120_000);
  afterAll(() => product?.stop());

  it('take one session, and a right that is taken away in one is gone in the other at once', async () => {
    const commander = await product.signIn('commander');
    const people = (url: string) => commander('GET', '/api/v1/people', { url });
    expect([(await people(product.url)).status, (await people(api.url)).status]).toEqual([200, 200]);
    const { body } = await root('GET', '/api/v1/accounts');
    const account = body.items.find((a: { userName: string }) => a.userName === 'commander');
    const grants = `/api/v1/accounts/${account.id}/grants`;
    for (let round = 0; round < 5; round++) {
      const [grant] = (await root('GET', '/api/v1/accounts')).body.items.find(
        (a: { id: string }) => a.id === account.id,
      ).grants;
      // Asked all the while, so that what was read before the change is on its way when the change commits.
      let asking = true;
      const traffic = Promise.all(
        [product.url, api.url].map(async (url) => {
          while (asking) await people(url);
        }),
      );
      expect((await root('DELETE', `${grants}/${grant.id}`, { url: round % 2 ? api.url : product.url })).status).toBe(
        204,
      );
      for (const url of [product.url, api.url])
        await eventually(
          async () => (await people(url)).status,
          (status) => status === 403,
          1,
        );
      asking = false;
      await traffic;
      const again = { role: grant.role, unitId: grant.unitId, party: grant.party ?? undefined };
      expect((await root('POST', grants, { body: again })).status).toBe(201);
      for (const url of [product.url, api.url])
        await eventually(
          async () => (await people(url)).status,
          (status) => status === 200,
          1,
        );
    }
  }, 60_000);

  it('end a session in both when it is ended in one', async () => {
    const client = await product.signIn('trainer');
    expect((await client('GET', '/api/v1/me', { url: api.url })).status).toBe(200);
    expect((await client('POST', '/api/v1/auth/logout')).status).toBe(204);
    await eventually(
      async () => (await client('GET', '/api/v1/me', { url: api.url })).status,
      (status) => status === 401,
      1,
    );
  });

  it('share the jobs, each done once', async () => {
    const ids: string[] = [];
    for (let i = 0; i < 12; i++) ids.push((await queueImport(root, fewPeople(`SHARE-${i}`, 40))).body.id);
    for (const id of ids)
      await eventually(
        async () => (await root('GET', `/api/v1/imports/${id}`)).body.state,
        (state) => state === 'done',
        40,
      );
    const [{ n }] = await product.sql<{ n: number }>(
      `SELECT count(*)::int AS n FROM person WHERE service_number LIKE 'SHARE-%'`,
    );
    expect(n).toBe(480);
    const done = await Promise.all([product.worker, worker].map((w) => figure(w, 'job_duration_seconds_count')));
    expect(done.reduce((a, b) => a + b)).toBeGreaterThanOrEqual(12);
    expect(Math.min(...done)).toBeGreaterThan(0);
  }, 60_000);

  it('chain one audit trail', async () => {
    await eventually(
      () => product.sql<{ n: number }>('SELECT count(*)::int AS n FROM audit_pending'),
      ([{ n }]) => n === 0,
    );
    expect((await root('GET', '/api/v1/audit/chain')).body).toMatchObject({ intact: true, pending: 0, orphans: 0 });
  });

  it('say of each worker how it is, and give its figures', async () => {
    expect(new Set([product.url, api.url, product.worker.url, worker.url]).size).toBe(4);
    for (const { url } of [product.worker, worker]) {
      expect(await (await fetch(`${url}/health/live`)).json()).toEqual({ status: 'live' });
      const ready = await fetch(`${url}/health/ready`);
      expect([ready.status, await ready.json()]).toEqual([
        200,
        { status: 'ready', database: true, queue: true, stopping: false },
      ]);
      expect((await fetch(`${url}/elsewhere`)).status).toBe(404);
      expect((await fetch(`${url}/metrics`, { method: 'POST' })).status).toBe(405);
    }
    for (const name of [
      'database_pool_connections',
      'outbox_pending_jobs',
      'outbox_oldest_pending_seconds',
      'queue_jobs',
      'queue_oldest_waiting_seconds',
      'audit_unchained_entries',
      'audit_oldest_unchained_seconds',
      'process_cpu_seconds_total',
    ])
      for (const process of [product.api, product.worker])
        expect([name, Number.isFinite(await figure(process, name))]).toEqual([name, true]);
    expect(await figure(product.api, 'http_request_duration_seconds_count')).toBeGreaterThan(20);
  });

  it('show what waits, and for how long', async () => {
    await Promise.all([product.worker.end(), worker.end()]);
    await product.sql(
      `INSERT INTO outbox (id, queue, name, payload, created_at) VALUES (gen_random_uuid(), '(event)', 'nobody.listens', '{}', now() - interval '90 seconds')`,
    );
    await root('POST', '/api/v1/sites', {
      body: { code: 'WAITS', name: { en: 'A', ur: 'ا', zh: '甲' }, district: 'Gwadar' },
    });
    expect(await figure(product.api, 'outbox_pending_jobs')).toBe(1);
    expect(await figure(product.api, 'outbox_oldest_pending_seconds')).toBeGreaterThanOrEqual(90);
    expect(await figure(product.api, 'audit_unchained_entries')).toBeGreaterThanOrEqual(1);
    const { body } = await root('GET', '/api/v1/audit?entity=site');
    expect(body.items[0]).toMatchObject({ chainState: 'pending', chainNumber: null, hash: null });
    await Promise.all([product.worker.start(), worker.start()]);
    await eventually(
      () => figure(product.api, 'audit_unchained_entries'),
      (n) => n === 0,
    );
    expect((await root('GET', '/api/v1/audit?entity=site')).body.items[0]).toMatchObject({ chainState: 'chained' });
    await eventually(
      () => figure(product.api, 'outbox_pending_jobs'),
      (n) => n === 0,
    );
  }, 60_000);

  it('forget the answers to repeated requests after a day, and log-in failures after an hour', async () => {
    const headers = { 'idempotency-key': 'operations-1' };
    const body = { code: 'TWICE', name: { en: 'A', ur: 'ا', zh: '甲' }, district: 'Dasu' };
    const first = await root('POST', '/api/v1/sites', { body, headers });
    expect((await root('POST', '/api/v1/sites', { body, headers })).body).toEqual(first.body);
    await product.sql(
      `INSERT INTO idempotency_key (account_id, key, route, body_hash, created_at)
       SELECT gen_random_uuid(), 'old-key-' || n, 'POST /', '', now() - interval '25 hours' FROM generate_series(1, 12000) n`,
    );
    await product.sql(
      `INSERT INTO login_throttle (key, failures, last_failure_at, blocked_until)
       SELECT 'pair:old|' || n, 9, now() - interval '2 hours', now() - interval '1 hour' FROM generate_series(1, 100) n`,
    );
    // Each worker clears when it starts, and then from time to time.
    await Promise.all([product.worker.end(), worker.end()]);
    await Promise.all([product.worker.start(), worker.start()]);
    const left = await eventually(
      () =>
        product.sql<{ keys: number; failures: number }>(
          `SELECT (SELECT count(*)::int FROM idempotency_key) AS keys, (SELECT count(*)::int FROM login_throttle WHERE key LIKE 'pair:old%') AS failures`,
        ),
      ([row]) => row.keys < 100 && row.failures === 0,
    );
    expect(left[0].keys).toBeGreaterThanOrEqual(1);
    expect((await root('POST', '/api/v1/sites', { body, headers })).body).toEqual(first.body);
  }, 60_000);
});
