import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { databaseCli, eventually, startProduct, type Client, type Product } from '../harness/product.js';

const run = promisify(execFile);

/** Where the newest installed pg_dump and pg_restore are; the embedded server brings none. */
function tools(): string | undefined {
  const root = '/usr/lib/postgresql';
  const versions = existsSync(root) ? readdirSync(root).sort((a, b) => Number(b) - Number(a)) : [];
  return versions.map((version) => join(root, version, 'bin')).find((bin) => existsSync(join(bin, 'pg_restore')));
}

const adminUrl = process.env['JSSU_TEST_PG15'];
const bin = tools();
const withTools = adminUrl && bin ? describe : describe.skip;

withTools('backup and restore, as docs/operations.md has it', () => {
  let product: Product;
  let root: Client;
  let admin: pg.Client;
  let folder: string;
  const restored = `restored_${process.pid}`;
  const restoredUrl = Object.assign(new URL(adminUrl ?? 'postgres://none'), { pathname: `/${restored}` }).toString();

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'jssu-backup-'));
    product = await startProduct({ adminUrl });
    root = await product.signIn('administrator');
    admin = new pg.Client({ connectionString: adminUrl });
    await admin.connect();
  }, 120_000);
  afterAll(async () => {
    await product?.stop();
    await admin?.query(`DROP DATABASE IF EXISTS ${restored} WITH (FORCE)`);
    await admin?.end();
    rmSync(folder, { recursive: true, force: true });
  });

  it('bring back every row, the sealed national ids and a chain that holds, while everything runs', async () => {
    const { body: units } = await root('GET', '/api/v1/units');
    const person = { serviceNumber: 'BACKUP-1', nameEn: 'Kept', nameUr: 'محفوظ', unitId: units.items[0].id };
    const { body: created } = await root('POST', '/api/v1/people', {
      body: { ...person, nationalId: '9999944444447' },
    });
    await eventually(
      () => product.sql<{ n: number }>('SELECT count(*)::int AS n FROM audit_pending'),
      ([{ n }]) => n === 0,
    );
    const { body: before } = await root('GET', '/api/v1/audit/chain');

    const dump = join(folder, 'jssu.dump');
    await run(join(bin ?? '', 'pg_dump'), ['--format=custom', `--file=${dump}`, product.databaseUrl]);
    // Written after the backup: not in it.
    await root('POST', '/api/v1/people', { body: { ...person, serviceNumber: 'BACKUP-2' } });
    await admin.query(`CREATE DATABASE ${restored}`);
    await run(join(bin ?? '', 'pg_restore'), ['--no-owner', '--exit-on-error', `--dbname=${restoredUrl}`, dump]);

    const cli = databaseCli(restoredUrl);
    expect((await cli('migrate')).output).toContain('up to date');
    const { status, output } = await cli('verify-audit');
    expect([status, JSON.parse(output)]).toEqual([0, before]);

    const api = await product.another('api', { DATABASE_URL: restoredUrl });
    const signedIn = await product.call('POST', '/api/v1/auth/login', {
      url: api.url,
      body: { userName: 'administrator', password: product.env['JSSU_DEMO_PASSWORD'] },
    });
    const token = signedIn.body.accessToken as string;
    const found = await product.call('GET', '/api/v1/people?search=BACKUP', { url: api.url, token });
    expect(found.body.items.map((p: { nameUr: string }) => p.nameUr)).toEqual(['محفوظ']);
    const revealed = await product.call('POST', `/api/v1/people/${created.id}/national-id-reveals`, {
      url: api.url,
      token,
      body: { reason: 'drill of the restore' },
    });
    expect(revealed.body).toEqual({ nationalId: '9999944444447' });
    expect(await api.end()).toBe(0);
    // The append-only rule came back too.
    const client = new pg.Client({ connectionString: restoredUrl });
    await client.connect();
    await expect(client.query('DELETE FROM audit_entry')).rejects.toThrow('append-only');
    await client.end();
  }, 60_000);
});
