import { Redis } from 'ioredis';
import pg from 'pg';
import { eventually, startProduct, type Client, type Product } from '../harness/product.js';
import { fewPeople, queueImport } from '../harness/small-import.js';

interface TemporaryRedis {
  readonly url: string;
  stop(): Promise<void>;
}

const { startTemporaryRedis } = (await import(
  new URL('../../dist/libs/platform/src/embedded/index.js', import.meta.url).href
)) as { startTemporaryRedis: () => Promise<TemporaryRedis | undefined> };

// Where Redis is not installed nothing of it can be lost.
const withRedis = process.env['JSSU_TEST_REDIS'] ? describe : describe.skip;

withRedis('a Redis that loses everything', () => {
  let redis: TemporaryRedis;
  let product: Product;
  let root: Client;

  beforeAll(async () => {
    const started = await startTemporaryRedis();
    if (!started) throw new Error('Redis could not be started');
    redis = started;
    product = await startProduct({ redisUrl: redis.url, settings: { WORKER_CONCURRENCY: '1' } });
    root = await product.signIn('administrator');
  }, 120_000);
  afterAll(async () => {
    await product?.stop();
    await redis?.stop();
  });

  it('loses no job: what is not done is sent again, and each is done once', async () => {
    // The worker sends the jobs, and stands still in the first.
    const gate = new pg.Client({ connectionString: product.databaseUrl });
    await gate.connect();
    await gate.query('SELECT pg_advisory_lock(77)');
    await product.sql(
      `CREATE FUNCTION wait_at_gate() RETURNS trigger LANGUAGE plpgsql AS
       'BEGIN PERFORM pg_advisory_xact_lock(77); RETURN NULL; END'`,
    );
    await product.sql(`CREATE TRIGGER gate BEFORE INSERT ON person FOR EACH STATEMENT EXECUTE FUNCTION wait_at_gate()`);
    const ids: string[] = [];
    for (let i = 0; i < 6; i++) ids.push((await queueImport(root, fewPeople(`LOST-${i}`, 5))).body.id);
    await eventually(
      () => product.sql<{ n: number }>('SELECT count(*)::int AS n FROM outbox WHERE sent_at IS NOT NULL'),
      ([{ n }]) => n === 6,
    );
    await product.worker.kill();
    const client = new Redis(redis.url);
    await client.flushall();
    await client.quit();
    await gate.end();
    await product.sql(`UPDATE outbox SET sent_at = sent_at - interval '2 minutes'`);

    await product.worker.start();
    for (const id of ids)
      await eventually(
        async () => (await root('GET', `/api/v1/imports/${id}`)).body.state,
        (state) => state === 'done',
        40,
      );
    const [{ n }] = await product.sql<{ n: number }>(
      `SELECT count(*)::int AS n FROM person WHERE service_number LIKE 'LOST-%'`,
    );
    expect(n).toBe(30);
    await eventually(
      () => product.sql('SELECT FROM outbox'),
      (rows) => rows.length === 0,
    );
  }, 90_000);
});
