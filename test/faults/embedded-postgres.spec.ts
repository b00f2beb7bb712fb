import { jest } from '@jest/globals';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { accounts, asRoot, SmallInstallation, type Program } from './small-installation.js';

// Servers are started and killed here, perhaps on a busy machine.
jest.setTimeout(60_000);

interface Started {
  url: string;
  adminUrl: string;
  port: number;
  pid: number;
  recovered: string;
}

const LAUNCH = `
  import { startEmbeddedPostgres } from './dist/libs/platform/src/embedded/index.js';
  try {
    const server = await startEmbeddedPostgres({ home: '.data', settings: { shared_buffers: '16MB' } });
    const { url, adminUrl, port, pid, recovered } = server;
    console.log('STARTED ' + JSON.stringify({ url, adminUrl, port, pid, recovered }));
    process.on('SIGTERM', async () => { await server.stop(); process.exit(0); });
  } catch (error) { console.log('REFUSED ' + error.message); process.exitCode = 1; }`;

async function query<T>(url: string, sql: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows as T[];
  } finally {
    await client.end();
  }
}

describe.each(accounts)('the embedded database of %s in a private home', (account) => {
  let place: SmallInstallation;
  let launcher: Program;
  let server: Started;

  const launch = async (): Promise<Started> => {
    launcher = place.run(LAUNCH);
    return JSON.parse((await launcher.prints(/STARTED (.*)\n/))[1] ?? '') as Started;
  };
  const rows = () => query<{ note: string }>(server.url, 'SELECT note FROM kept ORDER BY note');

  beforeAll(async () => {
    place = new SmallInstallation(account);
    server = await launch();
    await query(server.url, `CREATE TABLE kept (note text); INSERT INTO kept VALUES ('first')`);
  });

  afterAll(() => place.remove());

  it('runs without the rights of root', () => {
    const status = readFileSync(`/proc/${server.pid}/status`, 'utf8');
    expect(/^Uid:\t(\d+)\t(\d+)/m.exec(status)?.slice(1)).not.toContain('0');
    if (asRoot) expect(/^Groups:(.*)$/m.exec(status)?.[1]?.trim()).toBe('');
  });

  it('gives the product a role that owns its database and is no superuser', async () => {
    const [role] = await query<Record<string, unknown>>(
      server.url,
      `SELECT rolsuper, rolcreaterole, rolcreatedb, current_database() AS database FROM pg_roles WHERE rolname = current_user`,
    );
    expect(role).toEqual({ rolsuper: false, rolcreaterole: false, rolcreatedb: false, database: 'jssu' });
    await query(server.url, 'CREATE EXTENSION btree_gist');
  });

  it.each(['postgres', 'jssu'])('refuses %s with a wrong password, an empty one, or none', async (user) => {
    for (const password of ['wrong', '', undefined]) {
      const client = new pg.Client({ host: '127.0.0.1', port: server.port, user, database: 'postgres', password });
      await expect(client.connect()).rejects.toThrow(/password/i);
    }
  });

  it('has no door but the loopback address with a password', async () => {
    const rules = await query<{ type: string; address: string; auth_method: string }>(
      server.adminUrl,
      'SELECT type, address, auth_method FROM pg_hba_file_rules',
    );
    expect(rules).toEqual([{ type: 'host', address: '127.0.0.1', auth_method: 'scram-sha-256' }]);
    const [settings] = await query<Record<string, unknown>>(
      server.adminUrl,
      `SELECT current_setting('unix_socket_directories') AS sockets, current_setting('listen_addresses') AS addresses,
              current_setting('jit') AS jit, current_setting('fsync') AS fsync, current_setting('max_connections') AS connections`,
    );
    expect(settings).toEqual({ sockets: '', addresses: '127.0.0.1', jit: 'off', fsync: 'on', connections: '200' });
  });

  it('keeps its password from others: file mode, command lines and environments', () => {
    const password = readFileSync(join(place.home, 'postgres.password'), 'utf8').trim();
    expect(password).toMatch(/^[\w-]{32}$/);
    expect(statSync(join(place.home, 'postgres.password')).mode & 0o777).toBe(0o600);
    expect(statSync(join(place.home, 'postgres')).mode & 0o777).toBe(0o700);
    const shown =
      readFileSync(`/proc/${server.pid}/cmdline`, 'utf8') + readFileSync(`/proc/${server.pid}/environ`, 'utf8');
    expect(shown).toContain('postgres');
    expect(shown).not.toContain(password);
  });

  it('refuses a second start on the same data, and goes on', async () => {
    const second = place.run(LAUNCH);
    expect(await second.ended).toBe(1);
    expect(second.output).toMatch(`is in use by process ${launcher.child.pid}, which is still running`);
    expect(await rows()).toEqual([{ note: 'first' }]);
  });

  it('takes over a server whose launcher was killed', async () => {
    const before = server;
    launcher.child.kill('SIGKILL');
    await launcher.ended;
    await query(before.url, `INSERT INTO kept VALUES ('orphaned')`);
    server = await launch();
    expect(server.recovered).toBe('server');
    expect(server.pid).not.toBe(before.pid);
    expect(await rows()).toEqual([{ note: 'first' }, { note: 'orphaned' }]);
  });

  it('recovers what was committed when launcher and server were both killed', async () => {
    await query(server.url, `INSERT INTO kept VALUES ('killed')`);
    process.kill(server.pid, 'SIGKILL');
    launcher.child.kill('SIGKILL');
    await launcher.ended;
    server = await launch();
    expect(server.recovered).toBe('data');
    expect(await rows()).toEqual([{ note: 'first' }, { note: 'killed' }, { note: 'orphaned' }]);
  });

  it('sets a new password when the file was removed', async () => {
    const lost = server;
    launcher.child.kill('SIGTERM');
    expect(await launcher.ended).toBe(0);
    place.run(`import { rmSync } from 'node:fs'; rmSync('.data/postgres.password')`);
    await new Promise((resolve) => setTimeout(resolve, 500));
    server = await launch();
    expect(new URL(server.adminUrl).password).not.toBe(new URL(lost.adminUrl).password);
    expect(await rows()).toHaveLength(3);
  });

  it('leaves nothing but data, log and password after a stop', async () => {
    launcher.child.kill('SIGTERM');
    expect(await launcher.ended).toBe(0);
    expect(() => process.kill(server.pid, 0)).toThrow();
    expect(readdirSync(place.home).sort()).toEqual(['postgres', 'postgres.log', 'postgres.password']);
    expect(readdirSync(join(place.home, 'postgres'))).not.toContain('postmaster.pid');
  });
});
