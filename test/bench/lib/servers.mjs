// The servers that a benchmark measures: a temporary PostgreSQL, the built product, and the bare counterparts.
import { execFile, fork } from 'node:child_process';
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import pg from 'pg';
import { LOGGED } from './statements.mjs';

export const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
export const PASSWORD = 'five quiet words for benchmarks';
/** The same for every server that is measured. */
const NODE_FLAGS = ['--max-semi-space-size=32'];

/** @returns a module of the built product */
export const built = (path) => import(pathToFileURL(join(ROOT, 'dist', path)).href);

export async function startDatabase() {
  const { startTemporaryPostgres } = await built('libs/platform/src/embedded/index.js');
  return startTemporaryPostgres({
    settings: {
      ...{ max_connections: '200', shared_buffers: '512MB', work_mem: '32MB', maintenance_work_mem: '512MB' },
      ...{ max_wal_size: '4GB', checkpoint_timeout: '30min', log_timezone: 'UTC', ...LOGGED },
    },
  });
}

/** A database with the demo data, and the settings of a product on it. */
export async function createProductDatabase(server, name) {
  await onServer(server, `CREATE DATABASE ${name}`);
  const env = {
    ...process.env,
    NODE_OPTIONS: '',
    NODE_ENV: 'production',
    LOG_LEVEL: 'warn',
    DATABASE_URL: addressOf(server, name),
    REDIS_URL: process.env.BENCH_REDIS_URL ?? '',
    PORT: '0',
    DATABASE_POOL: '10',
    JSSU_TOKEN_SECRET: randomBytes(32).toString('base64url'),
    JSSU_DATA_KEY: randomBytes(32).toString('base64url'),
    JSSU_CREDENTIAL_KEY: generateKeyPairSync('rsa', { modulusLength: 2048 })
      .privateKey.export({ type: 'pkcs8', format: 'pem' })
      .toString(),
    JSSU_DEMO_PASSWORD: PASSWORD,
  };
  for (const command of ['migrate', 'seed-demo'])
    await promisify(execFile)(process.execPath, [join(ROOT, 'dist/apps/cli/src/main.js'), command], { env });
  return handleOf(server, name, env);
}

/** Another database with the same rows; nobody may be connected to the first. */
export async function copyOfDatabase(server, { name, env }, copyName) {
  await onServer(server, `CREATE DATABASE ${copyName} TEMPLATE ${name}`);
  return handleOf(server, copyName, { ...env, DATABASE_URL: addressOf(server, copyName) });
}

function handleOf(server, name, env) {
  const pool = new pg.Pool({ connectionString: env.DATABASE_URL, max: 4 });
  // What goes wrong in use is told there; idle connections may end with the server.
  pool.on('error', () => undefined);
  const drop = async () => {
    await pool.end();
    await onServer(server, `DROP DATABASE ${name} WITH (FORCE)`);
  };
  return { name, env, pool, drop };
}

const addressOf = (server, name) => Object.assign(new URL(server.adminUrl), { pathname: `/${name}` }).toString();

async function onServer(server, sql) {
  const admin = new pg.Client({ connectionString: server.adminUrl });
  await admin.connect();
  await admin.query(sql);
  await admin.end();
}

/** Starts an app of the product, or a script of this folder. @returns its address, when it has one, and how to end it */
export async function startProcess(script, env, args = []) {
  const child = fork(join(ROOT, script), args, {
    env,
    execArgv: NODE_FLAGS,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const message = await new Promise((resolve, reject) => {
    child.once('message', resolve);
    child.once('exit', (code) => reject(new Error(`${script} ended with ${code} before it was ready`)));
  });
  return {
    pid: child.pid,
    url: message.listening?.replace('[::1]', '127.0.0.1'),
    kill: (signal = 'SIGTERM') =>
      new Promise((resolve) => {
        if (child.exitCode !== null || child.signalCode) return resolve();
        child.once('exit', resolve);
        child.kill(signal);
      }),
  };
}

export const startApi = (env) => startProcess('dist/apps/api/src/main.js', env);
export const startWorker = (env) => startProcess('dist/apps/worker/src/main.js', env);

/** @returns a signed-in client: `client(method, path, body)` */
export async function signIn(url, userName, password = PASSWORD) {
  const call = async (method, path, body, token) => {
    const form = body instanceof FormData;
    const response = await fetch(url + path, {
      method,
      headers: {
        ...(body && !form ? { 'content-type': 'application/json' } : {}),
        ...(token ? { authorization: `Bearer ${token}` } : {}),
      },
      body: body && !form ? JSON.stringify(body) : body,
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text.slice(0, 500)}`);
    return text && response.headers.get('content-type')?.includes('json') ? JSON.parse(text) : text;
  };
  const { accessToken } = await call('POST', '/api/v1/auth/login', { userName, password });
  return Object.assign((method, path, body) => call(method, path, body, accessToken), { token: accessToken });
}
