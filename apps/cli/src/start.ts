import { randomInt } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { delay, keepSecret, startEmbeddedPostgres, type EmbeddedPostgres } from '@jssu/platform/embedded';
import { claimHttpPort } from './start/http-port.js';
import { missingSecrets } from './start/secrets.js';
import { runToEnd, SupervisedProcess } from './start/supervised-process.js';

const DEMO_ACCOUNTS = ['administrator', 'trainer', 'trainee', 'commander', 'auditor'];
const READY_TIMEOUT_MS = 180_000;
/** How long processes of a killed start may take to let go of the port. */
const LEFTOVER_TIMEOUT_MS = 35_000;
const MAX_DATABASE_RESTARTS = 3;

/** Runs the whole product on this machine: database (unless DATABASE_URL names one), api and worker, until Ctrl-C. */
export async function start(root: string): Promise<void> {
  const startedAt = performance.now();
  const run = new Run();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => void run.stop(0, signal === 'SIGINT' ? '\nstopping ...' : 'stopping ...'));
  }
  watchParent(() => void run.stop(0, 'stopping, for the npm that started this has ended ...'));
  try {
    await bringUp(root, run, startedAt);
  } catch (error) {
    // While stopping, whatever was under way fails: that is no news.
    await run.stop(1, run.stopping ? '' : `\n${error instanceof Error ? error.message : String(error)}`);
  }
}

/** `npm` does not pass a signal on through the shell that it runs scripts with: when it is ended, this must notice. */
function watchParent(gone: () => void): void {
  const parent = process.ppid;
  if (process.env['npm_lifecycle_event'] !== 'start') return;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    gone();
  }, 500);
  timer.unref();
}

/** What has been started so far, to be ended in the opposite order, once. */
class Run {
  readonly processes: SupervisedProcess[] = [];
  /** Settled or not: a stop while the database is coming up waits for it, and ends it. */
  database?: Promise<EmbeddedPostgres>;
  stopping = false;

  async stop(exitCode: number, message: string): Promise<void> {
    if (message) (exitCode === 0 ? console.log : console.error)(message);
    if (this.stopping) {
      // Asked twice: no more patience with the work in hand.
      if (exitCode === 0) for (const process of this.processes) process.kill();
      return;
    }
    this.stopping = true;
    await Promise.all(this.processes.map((process) => process.stop()));
    const database = await this.database?.catch(() => undefined);
    await database?.stop();
    process.exit(exitCode);
  }
}

async function bringUp(root: string, run: Run, startedAt: number): Promise<void> {
  const home = prepareHome(process.env['JSSU_HOME'] || join(root, '.data'));
  const env: NodeJS.ProcessEnv = { ...process.env, NODE_ENV: 'production', ...missingSecrets(home, process.env) };
  // For the demo accounts alone: api and worker have no use for it.
  delete env['JSSU_DEMO_PASSWORD'];

  const wantedPort = portNumber(env['PORT']);
  let leftovers = false;
  if (!env['DATABASE_URL']) {
    console.log('starting the database ...');
    run.database = startEmbeddedPostgres({ home });
    const { url, recovered } = await run.database;
    env['DATABASE_URL'] = url;
    void keepDatabase(run, home);
    leftovers = recovered !== 'no';
    if (leftovers) console.log('the last run was killed; its data are recovered');
  }
  const host = env['HOST'] || '127.0.0.1';
  const port = await claimHttpPort(host, wantedPort, leftovers ? LEFTOVER_TIMEOUT_MS : 0);
  env['PORT'] = String(port);
  env['PUBLIC_URL'] ||= `http://localhost:${port}`;

  const program = (app: string): string => join(root, 'dist/apps', app, 'src/main.js');
  console.log('bringing the tables up to date ...');
  await runToEnd('The migration of the database', program('cli'), ['migrate'], env);
  let password: string | undefined;
  if (process.env['JSSU_DEMO'] !== 'off') {
    console.log('preparing the demo data ...');
    password = await seedDemo(program('cli'), home, env);
  }
  if (run.stopping) return;

  console.log('starting the api and the worker ...');
  const preload = new URL('./start/exit-with-parent.js', import.meta.url).href;
  for (const name of ['api', 'worker']) {
    const supervised = new SupervisedProcess({
      name,
      script: program(name),
      env,
      logFile: join(home, `${name}.log`),
      preload,
    });
    run.processes.push(supervised);
    void supervised.gaveUp.then((reason) => run.stop(1, `\n${reason}`));
  }
  await untilReady(`http://${connectable(host)}:${port}/health/ready`, run);
  if (!run.stopping) announce(home, env['PUBLIC_URL'], password, startedAt);
}

/** The accounts are made once, so their password is that of the first start; it is kept to be printed again. */
async function seedDemo(cli: string, home: string, env: NodeJS.ProcessEnv): Promise<string> {
  const file = join(home, 'demo-password');
  const given = process.env['JSSU_DEMO_PASSWORD'];
  const first = !existsSync(file);
  const kept = keepSecret(file, () => given || demoPassword());
  if (given && given !== kept) {
    console.log(`JSSU_DEMO_PASSWORD changes nothing: the demo accounts exist, with the password in ${file}`);
  }
  try {
    await runToEnd('Making the demo data', cli, ['seed-demo'], { ...env, JSSU_DEMO_PASSWORD: kept });
    return kept;
  } catch (error) {
    // A password that was refused must not stand in the way of a better one.
    if (first) rmSync(file);
    throw error;
  }
}

function prepareHome(home: string): string {
  if (!existsSync(home)) {
    mkdirSync(home, { recursive: true });
    // As root the database runs under an account that has to pass through here.
    chmodSync(home, process.getuid?.() === 0 ? 0o711 : 0o700);
  }
  return home;
}

/** Starts a database that died again, at the same address, so that api and worker find it by themselves. */
async function keepDatabase(run: Run, home: string): Promise<void> {
  for (let restarts = 0; run.database; restarts++) {
    try {
      const { died, port, stop } = await run.database;
      const reason = await died;
      if (run.stopping) return;
      if (restarts === MAX_DATABASE_RESTARTS) throw new Error(`${reason}, again and again; see ${home}/postgres.log`);
      console.log(`${reason}; starting it again`);
      await stop();
      run.database = startEmbeddedPostgres({ home, port });
    } catch (error) {
      return run.stop(1, `\n${error instanceof Error ? error.message : String(error)}`);
    }
  }
}

function portNumber(text: string | undefined): number {
  const port = text ? Number(text) : 3000;
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new Error(`PORT must be a number from 0 to 65535, not "${text}".`);
}

function connectable(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}

async function untilReady(url: string, run: Run): Promise<void> {
  const deadline = Date.now() + READY_TIMEOUT_MS;
  while (!run.stopping) {
    const response = await fetch(url, { signal: AbortSignal.timeout(5_000) }).catch(() => undefined);
    await response?.arrayBuffer().catch(() => undefined);
    if (response?.ok) return;
    if (Date.now() > deadline) throw new Error(`The api does not answer at ${url} after ${READY_TIMEOUT_MS / 1000} s.`);
    await delay(100);
  }
}

/** Easy to type and to read aloud: no letters that look alike. 16 of 31 characters, 79 bits. */
function demoPassword(): string {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789';
  const group = (): string => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('');
  return [group(), group(), group(), group()].join('-');
}

function announce(home: string, address: string, password: string | undefined, startedAt: number): void {
  const width = Math.max(...DEMO_ACCOUNTS.map((name) => name.length));
  const logins = password
    ? [
        '  Demo accounts (user name, password):',
        ...DEMO_ACCOUNTS.map((name) => `    ${name.padEnd(width)}  ${password}`),
      ]
    : ['  Accounts    make the first one with: npm run cli -- create-administrator'];
  console.log(
    [
      '',
      `JSSU training management runs (ready after ${((performance.now() - startedAt) / 1000).toFixed(1)} s). Stop it with Ctrl-C.`,
      `  Address     ${address}`,
      `  API page    ${address}/api/docs`,
      ...logins,
      `  Data, logs  ${home} (kept between runs)`,
      '',
    ].join('\n'),
  );
}
