import { jest } from '@jest/globals';
import { existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { accounts, SmallInstallation, type Program } from './small-installation.js';

// Servers are started and killed here, perhaps on a busy machine.
jest.setTimeout(60_000);

// The launcher of `npm start` with small programs in place of api, worker and administration: what is tried here is how
// it starts, watches and stops them. They keep one table, so that lost data would show.
const API = `
  import { createServer } from 'node:http';
  import pg from 'pg';
  const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 2 });
  pool.on('error', () => undefined);
  const server = createServer(async (request, response) => {
    if (request.url === '/crash') process.exit(9);
    try {
      if (request.url !== '/environment') response.end(JSON.stringify((await pool.query('SELECT count(*)::int AS starts FROM kept')).rows[0]));
      else response.end(JSON.stringify({ pid: process.pid, ...process.env }));
    } catch { response.writeHead(503).end(); }
  }).listen(Number(process.env.PORT), '127.0.0.1');
  process.on('SIGTERM', () => { console.log('ended in order'); server.close(); server.closeAllConnections(); void pool.end(); });`;
const WORKER = `
  const timer = setInterval(() => undefined, 1000);
  process.on('SIGTERM', () => { console.log('ended in order'); clearInterval(timer); });`;
const CLI = `
  import pg from 'pg';
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  await client.query(process.argv[2] === 'migrate' ? 'CREATE TABLE IF NOT EXISTS kept (i int)' : 'INSERT INTO kept VALUES (1)');
  await client.end();`;
const START = `const { start } = await import('./dist/apps/cli/src/start.js'); await start(process.cwd());`;

describe.each(accounts)('npm start as %s', (account) => {
  let place: SmallInstallation;
  let port: string;
  let program: Program;

  const start = (env: NodeJS.ProcessEnv = {}): Program => (program = place.run(START, { PORT: port, ...env }));
  const get = async (path: string): Promise<Record<string, unknown>> =>
    (await (await fetch(`http://127.0.0.1:${port}${path}`)).json()) as Record<string, unknown>;
  const running = (p: Program) => p.prints(/Data, logs .*\n/);

  beforeAll(async () => {
    place = new SmallInstallation(account);
    place.write('dist/apps/api/src/main.js', API);
    place.write('dist/apps/worker/src/main.js', WORKER);
    place.write('dist/apps/cli/src/main.js', CLI);
    port = String(await freePort());
    await running(start());
  });

  afterAll(() => place.remove());

  it('prints the address, the API page and one log-in per role, and says what it does meanwhile', () => {
    expect(program.output).toMatch(
      /starting the database .*\n(.*\n)*bringing the tables .*\npreparing the demo .*\nstarting the api /,
    );
    expect(program.output).toContain(`http://localhost:${port}\n`);
    expect(program.output).toContain(`http://localhost:${port}/api/docs\n`);
    const password = readFileSync(join(place.home, 'demo-password'), 'utf8').trim();
    for (const role of ['administrator', 'trainer', 'trainee', 'commander', 'auditor']) {
      expect(program.output).toMatch(new RegExp(`^ +${role} +${password}$`, 'm'));
    }
  });

  it('makes secrets that only the owner can read, and gives them to the programs', async () => {
    for (const file of ['secrets.json', 'demo-password', 'api.log']) {
      expect(statSync(join(place.home, file)).mode & 0o777).toBe(0o600);
    }
    const environment = await get('/environment');
    const kept = JSON.parse(readFileSync(join(place.home, 'secrets.json'), 'utf8')) as Record<string, unknown>;
    expect(environment).toMatchObject({ ...kept, NODE_ENV: 'production', PUBLIC_URL: `http://localhost:${port}` });
    expect(environment).not.toHaveProperty('JSSU_DEMO_PASSWORD');
    expect(kept['JSSU_TOKEN_SECRET']).toMatch(/^[\w-]{43}$/);
    expect(kept['JSSU_DATA_KEY']).toMatch(/^[\w-]{43}$/);
    expect(kept['JSSU_CREDENTIAL_KEY']).toMatch(/^-----BEGIN PRIVATE KEY-----/);
  });

  it('refuses a second start on the same data', async () => {
    const second = place.run(START, { PORT: port });
    expect(await second.ended).toBe(1);
    expect(second.output).toContain(`is in use by process ${program.child.pid}`);
    expect(await get('/')).toEqual({ starts: 1 });
  });

  it('starts the api again when it dies', async () => {
    const before = (await get('/environment'))['pid'];
    await fetch(`http://127.0.0.1:${port}/crash`).catch(() => undefined);
    await program.prints(/api ended \(code 9\), see .*api\.log; starting it again in 1 s/);
    let after: unknown;
    for (let i = 0; i < 100 && after === undefined; i++) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      after = await get('/environment').then(
        (e) => e['pid'],
        () => undefined,
      );
    }
    expect(typeof after).toBe('number');
    expect(after).not.toBe(before);
  });

  it('starts the database again when it dies', async () => {
    process.kill(Number(readFileSync(join(place.home, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]), 'SIGKILL');
    await program.prints(/the database server ended \(SIGKILL\); starting it again/);
    let answer: unknown;
    for (let i = 0; i < 100 && answer === undefined; i++) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      const response = await fetch(`http://127.0.0.1:${port}/`);
      if (response.ok) answer = await response.json();
    }
    expect(answer).toEqual({ starts: 1 });
  });

  it('after kill -9 its programs end, and the next start has the data, the port and the password again', async () => {
    const password = /administrator +(\S+)/.exec(program.output)?.[1];
    program.child.kill('SIGKILL');
    await running(start());
    expect(program.output).toContain('the last run was killed; its data are recovered');
    expect(/administrator +(\S+)/.exec(program.output)?.[1]).toBe(password);
    expect(await get('/')).toEqual({ starts: 2 });
  });

  it('ends in order on Ctrl-C: programs first, then the database', async () => {
    program.child.kill('SIGINT');
    expect(await program.ended).toBe(0);
    for (const name of ['api', 'worker']) {
      expect(readFileSync(join(place.home, `${name}.log`), 'utf8').trimEnd()).toMatch(/ended in order$/);
    }
    expect(existsSync(join(place.home, 'postgres/postmaster.pid'))).toBe(false);
    expect(existsSync(join(place.home, 'postgres.lock'))).toBe(false);
  });

  it('says so when the port is taken, and leaves nothing running', async () => {
    const other = createServer().listen(Number(port), '127.0.0.1');
    try {
      expect(await start().ended).toBe(1);
      expect(program.output).toContain(`Port ${port} is taken by another program. Choose another one`);
      expect(existsSync(join(place.home, 'postgres/postmaster.pid'))).toBe(false);
    } finally {
      other.close();
    }
  });

  it('says that the demo accounts keep their password when another one is given later', async () => {
    const kept = readFileSync(join(place.home, 'demo-password'), 'utf8').trim();
    await running(start({ JSSU_DEMO_PASSWORD: 'another-one' }));
    expect(program.output).toContain('JSSU_DEMO_PASSWORD changes nothing');
    expect(/administrator +(\S+)/.exec(program.output)?.[1]).toBe(kept);
    program.child.kill('SIGTERM');
    expect(await program.ended).toBe(0);
  });

  it('shows no accounts when the demo is switched off', async () => {
    await running(start({ JSSU_DEMO: 'off' }));
    expect(program.output).not.toContain('trainee');
    expect(program.output).toContain('npm run cli -- create-administrator');
    program.child.kill('SIGTERM');
    expect(await program.ended).toBe(0);
  });

  it('takes the first demo password from the environment, and forgets one that was refused', async () => {
    rmSync(join(place.home, 'demo-password'));
    place.write(
      'dist/apps/cli/src/main.js',
      `process.exit(process.argv[2] === 'seed-demo' && process.env.JSSU_DEMO_PASSWORD === 'short' ? 1 : 0)`,
    );
    expect(await start({ JSSU_DEMO_PASSWORD: 'short' }).ended).toBe(1);
    expect(program.output).toContain('Making the demo data failed (code 1)');
    await running(start({ JSSU_DEMO_PASSWORD: 'given-by-me' }));
    expect(program.output).toMatch(/administrator +given-by-me\n/);
    program.child.kill('SIGTERM');
    expect(await program.ended).toBe(0);
  });

  // The waits between the attempts take 13 seconds: once is enough.
  if (account === accounts[0])
    it('stops everything, with the reason, when a program cannot be kept running', async () => {
      place.write('dist/apps/worker/src/main.js', `console.log('no such luck'); process.exit(3)`);
      expect(await start().ended).toBe(1);
      expect(program.output).toMatch(
        /worker ended \(code 3\), see .*worker\.log\. Its last words:\n(.*\n)*no such luck/,
      );
      expect(existsSync(join(place.home, 'postgres/postmaster.pid'))).toBe(false);
    });
});

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
