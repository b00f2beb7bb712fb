import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import pg from 'pg';
import { databaseCli, databaseEnvironment } from '../harness/product.js';

const ROOT = join(import.meta.dirname, '../..');

describe('api and worker', () => {
  const name = `pending_${randomBytes(6).toString('hex')}`;
  const adminUrl = process.env['JSSU_TEST_PG'] ?? '';
  const databaseUrl = Object.assign(new URL(adminUrl), { pathname: `/${name}` }).toString();
  const admin = new pg.Client({ connectionString: adminUrl });

  beforeAll(async () => {
    await admin.connect();
    await admin.query(`CREATE DATABASE ${name}`);
  });
  afterAll(async () => {
    await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
    await admin.end();
  });

  const start = (app: string) =>
    new Promise<{ code: number | null; output: string }>((resolve) => {
      const env = { ...databaseEnvironment(databaseUrl), NODE_ENV: 'production' };
      const child = execFile(
        process.execPath,
        [join(ROOT, `dist/apps/${app}/src/main.js`)],
        { env, timeout: 20_000 },
        (_error, stdout, stderr) => resolve({ code: child.exitCode, output: stdout + stderr }),
      );
    });
  const tables = async () => {
    const client = new pg.Client({ connectionString: databaseUrl });
    await client.connect();
    const { rows } = await client.query(`SELECT tablename FROM pg_tables WHERE schemaname IN ('public', 'bullmq')`);
    await client.end();
    return rows.length;
  };

  it.each(['api', 'worker'])(
    'the %s refuses a database without tables, says how to help, and changes nothing',
    async (app) => {
      const { code, output } = await start(app);
      expect(code).toBe(1);
      expect(output).toMatch(
        /the database lacks \d+ migration\(s\), from Platform1700000000000 on: run "npm run cli -- migrate"/,
      );
      expect(output).not.toContain(new URL(databaseUrl).password);
      expect(await tables()).toBe(0);
    },
  );

  it.each(['api', 'worker'])('the %s refuses a database that lacks the newest migration', async (app) => {
    const cli = databaseCli(databaseUrl);
    expect((await cli('migrate')).status).toBe(0);
    const { output: undone } = await cli('revert');
    const newest = /(\w+17\d{11})/.exec(undone)?.[1];
    const { code, output } = await start(app);
    expect([code, output]).toEqual([1, expect.stringContaining(`lacks 1 migration(s), from ${newest} on`)]);
  });
});
