import { createHmac, randomBytes } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  statSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import pg from 'pg';
import { acquireLauncherLock } from './launcher-lock.js';
import { embeddedBinaries } from './postgres-binaries.js';
import { endOrphan, initialiseData, setPassword, type PostgresPlan } from './postgres-data.js';
import { runPostgres, type PostgresProcess } from './postgres-process.js';
import { isAlive } from './process-identity.js';
import { keepSecret } from './secret-file.js';
import { accountFor } from './server-account.js';

export interface EmbeddedPostgresOptions {
  /** Folder that holds everything kept between runs: `postgres/`, its log, password and lock. Made when absent. */
  readonly home: string;
  /** Database to make and to connect to, and the role that owns it. Lower-case letters only. Default `jssu`. */
  readonly database?: string;
  /** TCP port on 127.0.0.1. Default: a free one, which may differ at each start. */
  readonly port?: number;
  /** Server settings over the defaults, for example `{ shared_buffers: '256MB' }`. */
  readonly settings?: Readonly<Record<string, string>>;
}

/** The product's own database server. */
export interface EmbeddedPostgres {
  /** Connection of the owner of the database: not a superuser. */
  readonly url: string;
  /** Connection of the superuser, for administration. */
  readonly adminUrl: string;
  readonly port: number;
  readonly pid: number;
  /** For example `18.4`. */
  readonly version: string;
  readonly dataDir: string;
  /** What the last run left: nothing, a server that went on alone (stopped now), or data that a crash recovery mended. */
  readonly recovered: 'no' | 'server' | 'data';
  /** Settles, with the reason, when the server ends although nobody called `stop`. */
  readonly died: Promise<string>;
  /** Stops the server (open transactions are rolled back) and frees the data for another start. */
  stop(): Promise<void>;
}

/**
 * Starts the PostgreSQL server that npm installed on the data in `home`, alone: a second start on the same data is
 * refused. Runs for root (the server drops to an account without rights) and for an ordinary user. Every connection,
 * also from this machine, needs a password.
 *
 * @throws AlreadyRunningError when another process runs on the same data.
 * @throws Error with a remedy when the server cannot run here.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const home = prepareHome(options.home);
  const lock = await acquireLauncherLock(join(home, 'postgres.lock'), `The database in ${home}`);
  try {
    const started = await start(home, options);
    // When this process ends without `stop`, the server is told to end too. The lock stays and shows what happened.
    const abandon = (): void => {
      if (isAlive(started.server.pid)) process.kill(started.server.pid, 'SIGINT');
    };
    process.once('exit', abandon);
    return {
      ...started.facts,
      pid: started.server.pid,
      port: started.server.port,
      adminUrl: started.server.adminUrl,
      died: started.server.died.finally(() => process.off('exit', abandon)),
      stop: async () => {
        process.off('exit', abandon);
        await started.server.stop();
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

type Facts = Pick<EmbeddedPostgres, 'url' | 'version' | 'dataDir' | 'recovered'>;

async function start(
  home: string,
  options: EmbeddedPostgresOptions,
): Promise<{ server: PostgresProcess; facts: Facts }> {
  const dataDir = join(home, 'postgres');
  const account = accountFor(dataDir);
  requireOwnData(dataDir);
  const binaries = embeddedBinaries(account);
  // An ordered stop removes this file: where it is left, the server was killed, or runs on without its launcher.
  const crashed = existsSync(join(dataDir, 'postmaster.pid'));
  const orphanEnded = await endOrphan(dataDir);
  const hasData = existsSync(join(dataDir, 'PG_VERSION'));
  if (hasData) requireSameMajor(dataDir, binaries.version);
  const draft = {
    binaries,
    account,
    dataDir,
    logFile: join(home, 'postgres.log'),
    settings: options.settings ?? {},
    port: options.port,
    durable: true,
  };
  const password = keepSecret(join(home, 'postgres.password'), () => {
    const fresh = randomBytes(24).toString('base64url');
    // The file was removed from existing data: whoever may write here may also set a new password.
    if (hasData) setPassword({ ...draft, password: fresh });
    return fresh;
  });
  const plan: PostgresPlan = { ...draft, password };
  if (!hasData) initialiseData(plan);
  shortenLog(plan.logFile);
  const server = await runPostgres(plan);
  try {
    const url = await ensureDatabase(server, plan.password, options.database ?? 'jssu');
    return {
      server,
      facts: { url, version: binaries.version, dataDir, recovered: orphanEnded ? 'server' : crashed ? 'data' : 'no' },
    };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/** The real path of the folder, made when absent. Root leaves the way open for the account of the server. */
function prepareHome(folder: string): string {
  const home = resolve(folder);
  if (!existsSync(home)) {
    mkdirSync(home, { recursive: true });
    chmodSync(home, process.getuid?.() === 0 ? 0o711 : 0o700);
  }
  try {
    accessSync(home, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch {
    throw new Error(
      `${home} belongs to another user. Start as that user, or remove the folder (and with it all its data).`,
    );
  }
  return realpathSync(home);
}

function requireOwnData(dataDir: string): void {
  const own = process.getuid?.();
  if (own === undefined || own === 0 || !existsSync(dataDir) || statSync(dataDir).uid === own) return;
  throw new Error(
    `${dataDir} was made by another user (perhaps by root). Start as that user, or remove ${dirname(dataDir)} to begin with an empty database.`,
  );
}

function requireSameMajor(dataDir: string, version: string): void {
  const major = readFileSync(join(dataDir, 'PG_VERSION'), 'utf8').trim();
  if (version.split('.')[0] === major) return;
  throw new Error(
    `${dataDir} was made by PostgreSQL ${major}, and this version of the product brings ${version}. ` +
      'Dump it with the old version and load it into the new one, or remove it to begin with an empty database.',
  );
}

const LOG_LIMIT_BYTES = 10_000_000;

function shortenLog(file: string): void {
  if (existsSync(file) && statSync(file).size > LOG_LIMIT_BYTES) renameSync(file, `${file}.old`);
}

/** Makes the database and the role that owns it. The role's password comes from the superuser's, and not the other way. */
async function ensureDatabase(server: PostgresProcess, adminPassword: string, name: string): Promise<string> {
  if (!/^[a-z]+$/.test(name)) throw new Error(`Not a database name: ${name}`);
  const password = rolePassword(adminPassword, name);
  const client = new pg.Client({ connectionString: server.adminUrl });
  await client.connect();
  try {
    const role = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [name]);
    await client.query(`${role.rowCount ? 'ALTER' : 'CREATE'} ROLE ${name} LOGIN PASSWORD '${password}'`);
    const database = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (!database.rowCount) await client.query(`CREATE DATABASE ${name} OWNER ${name}`);
  } finally {
    await client.end();
  }
  return `postgres://${name}:${password}@127.0.0.1:${server.port}/${name}`;
}

function rolePassword(adminPassword: string, role: string): string {
  return createHmac('sha256', adminPassword).update(role).digest('base64url');
}

/** Address of the database that another process runs from this folder; undefined when none runs. For the command line. */
export function runningDatabaseUrl(home: string, name = 'jssu'): string | undefined {
  try {
    const port = Number(readFileSync(join(home, 'postgres/postmaster.pid'), 'utf8').split('\n')[3]);
    const adminPassword = readFileSync(join(home, 'postgres.password'), 'utf8').trim();
    return port > 0 ? `postgres://${name}:${rolePassword(adminPassword, name)}@127.0.0.1:${port}/${name}` : undefined;
  } catch {
    return undefined;
  }
}
