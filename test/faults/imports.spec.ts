import { csvOf, ended, inventPeople, upload } from '../harness/people-import.js';
import { eventually, startProduct, type Client, type Product } from '../harness/product.js';

const servers = [
  ['embedded PostgreSQL, queue in PostgreSQL', process.env['JSSU_TEST_PG'], undefined],
  ...(process.env['JSSU_TEST_PG15']
    ? [['older PostgreSQL', process.env['JSSU_TEST_PG15'], process.env['JSSU_TEST_REDIS']] as const]
    : []),
] as const;

describe.each(servers)('a worker killed in mid-import on %s', (_name, adminUrl, redisUrl) => {
  let product: Product;
  let administrator: Client;

  beforeAll(async () => {
    product = await startProduct({ adminUrl, redisUrl });
    administrator = await product.signIn('administrator');
  }, 120_000);
  afterAll(() => product?.stop(), 30_000);

  it('shows its progress, and does every one of 20,000 rows once', async () => {
    const people = inventPeople(1, 20_000);
    const { body } = await upload(administrator, csvOf(people), { dryRun: 'false' }, 'large.csv');
    const seen: number[] = [];
    const look = async () => (await administrator('GET', `/api/v1/imports/${body.id}`)).body;
    const reached = await eventually(look, ({ rowsDone }) => {
      if (rowsDone > (seen.at(-1) ?? 0)) seen.push(rowsDone);
      return rowsDone >= 3000;
    });
    await product.worker.kill();
    expect(seen.length).toBeGreaterThan(2);
    expect(reached).toMatchObject({ state: 'running', rowsTotal: 20_000, percent: Math.floor(reached.rowsDone / 200) });
    const [{ open, sealed }] = await product.sql<{ open: number; sealed: boolean }>(
      `SELECT position($1::bytea IN file) AS open, length(file) > 1000000 AS sealed FROM import_batch`,
      [Buffer.from(people[0].nationalId)],
    );
    expect([open, sealed]).toEqual([0, true]);
    const stopped = await look();
    expect(stopped.rowsDone).toBeLessThan(20_000);
    await product.worker.start();
    const done = await ended(administrator, body.id, 100);
    expect(done).toMatchObject({
      ...{ state: 'done', rowsDone: 20_000, percent: 100 },
      counts: { created: 20_000, changed: 0, unchanged: 0, refused: 0 },
    });
    const [written] = await product.sql(
      `SELECT count(*)::int AS people, count(DISTINCT service_number)::int AS numbers, max(version) AS version,
              (SELECT count(*)::int FROM posting) AS postings,
              (SELECT count(*)::int FROM audit_entry WHERE after->>'importBatch' = $1) AS entries,
              (SELECT count(DISTINCT person_id)::int FROM import_row WHERE batch_id = $1::uuid) AS outcomes
       FROM person WHERE service_number LIKE '%-1' AND service_number NOT LIKE 'DEMO%'`,
      [body.id],
    );
    expect(written).toEqual({
      ...{ people: 20_000, numbers: 20_000, version: 1, postings: 20_000, entries: 20_000, outcomes: 20_000 },
    });
  }, 150_000);
});

describe('an import that meets a fault', () => {
  let product: Product;
  let administrator: Client;

  beforeAll(async () => {
    product = await startProduct({ settings: { LOG_LEVEL: 'error' } });
    administrator = await product.signIn('administrator');
  }, 120_000);
  afterAll(() => product?.stop(), 30_000);

  it('keeps what is done, says that it is interrupted, and goes on when an administrator runs the job again', async () => {
    const people = inventPeople(2, 1200);
    await product.sql(
      `CREATE FUNCTION fault() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'disk on fire'; END $$`,
    );
    await product.sql(
      `CREATE TRIGGER fault BEFORE INSERT ON person FOR EACH ROW
       WHEN (NEW.service_number = '${people[700].serviceNumber}') EXECUTE FUNCTION fault()`,
    );
    const { body } = await upload(administrator, csvOf(people), { dryRun: 'false' });
    const look = async () => (await administrator('GET', `/api/v1/imports/${body.id}`)).body;
    const stopped = await eventually(look, ({ state }) => state === 'interrupted', 40);
    expect(stopped).toMatchObject({
      ...{ rowsDone: 500, rowsTotal: 1200, percent: 41, finishedAt: null, counts: { created: 500 } },
      failure: { code: 'imports.interrupted', detail: expect.stringContaining('row 501') },
    });
    await product.sql('DROP TRIGGER fault ON person');
    const { items } = (await administrator('GET', '/api/v1/jobs')).body;
    expect(items).toMatchObject([{ name: 'imports.run-people-import', payload: { batchId: body.id } }]);
    expect((await administrator('POST', `/api/v1/jobs/${items[0].queue}/${items[0].id}/retry`)).status).toBe(202);
    expect(await ended(administrator, body.id)).toMatchObject({
      ...{ state: 'done', rowsDone: 1200, failure: null, counts: { created: 1200, refused: 0 } },
    });
  }, 90_000);
});
