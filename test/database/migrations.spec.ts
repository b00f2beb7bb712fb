import { randomBytes } from 'node:crypto';
import { databaseCli } from '../harness/product.js';
import pg from 'pg';

const servers = [
  ['embedded PostgreSQL', process.env['JSSU_TEST_PG']],
  ...(process.env['JSSU_TEST_PG15'] ? [['older PostgreSQL', process.env['JSSU_TEST_PG15']] as const] : []),
] as const;

describe.each(servers)('migrations on %s', (_name, adminUrl) => {
  const name = `migrations_${randomBytes(6).toString('hex')}`;
  const databaseUrl = Object.assign(new URL(adminUrl ?? ''), { pathname: `/${name}` }).toString();
  const admin = new pg.Client({ connectionString: adminUrl });

  beforeAll(async () => {
    await admin.connect();
    await admin.query(`CREATE DATABASE ${name}`);
  });
  afterAll(async () => {
    await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
    await admin.end();
  });

  /** Columns, constraints, indexes and triggers of our schema, in a stable order. */
  async function schema(): Promise<string[]> {
    const client = new pg.Client({ connectionString: databaseUrl });
    await client.connect();
    try {
      const { rows } = await client.query<{ line: string }>(`
        SELECT table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable || ' ' || coalesce(column_default, '') AS line
        FROM information_schema.columns WHERE table_schema = 'public'
        UNION ALL SELECT conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint WHERE connamespace = 'public'::regnamespace
        UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'
        UNION ALL SELECT tgrelid::regclass || ' ' || tgname FROM pg_trigger WHERE NOT tgisinternal AND tgrelid::regclass::text NOT LIKE 'bullmq.%'
        ORDER BY 1`);
      return rows.map((row) => row.line).filter((line) => !line.includes('schema_migration'));
    } finally {
      await client.end();
    }
  }

  const lines = (output: string) => output.match(/[A-Z]\w+17\d{11}/g) ?? [];

  it('go up from empty, down to nothing, and up to the same again; two at once do not collide', async () => {
    const cli = databaseCli(databaseUrl);
    const both = await Promise.all([cli('migrate'), cli('migrate')]);
    expect(both.map((run) => run.status)).toEqual([0, 0]);
    const names = both.flatMap((run) => lines(run.output));
    expect(names.length).toBeGreaterThanOrEqual(5);
    expect(new Set(names).size).toBe(names.length);
    const up = await schema();
    expect(up.some((line) => line.startsWith('person '))).toBe(true);

    // One step back is the last migration alone; the rest of the way back leaves nothing.
    const one = await cli('revert');
    expect([one.status, lines(one.output)]).toEqual([0, [newestOf(names)]]);
    expect(await schema()).not.toEqual(up);
    const rest = await cli('revert', 'all');
    expect([rest.status, lines(rest.output).length]).toEqual([0, names.length - 1]);
    expect(await schema()).toEqual([]);
    expect((await cli('migrate')).status).toBe(0);
    expect(await schema()).toEqual(up);
    expect((await cli('migrate')).output).toContain('up to date');
  }, 60_000);
});

function newestOf(names: readonly string[]): string {
  return [...names].sort((a, b) => Number(b.slice(-13)) - Number(a.slice(-13)))[0];
}
