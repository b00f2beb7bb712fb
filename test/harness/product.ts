import { execFile, fork, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { AnswerCheck, type OpenApi } from './open-api.js';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..');
/** An arbitrary number: one makes the template, the others wait. */
const TEMPLATE_LOCK = 727_274_009;
export const DEMO_PASSWORD = 'five quiet words for tests';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers are asserted on, not trusted
  readonly body: any;
}

export interface Product {
  readonly url: string;
  readonly databaseUrl: string;
  readonly env: NodeJS.ProcessEnv;
  call(method: string, path: string, options?: CallOptions): Promise<Answer>;
  signIn(userName: string, password?: string): Promise<Client>;
  sql<T extends pg.QueryResultRow>(text: string, params?: unknown[]): Promise<T[]>;
  readonly cli: Cli;
  readonly api: Running;
  readonly worker: Running;
  /** One more process of the product, on the same database; it is stopped with the others. */
  another(app: 'api' | 'worker', settings?: NodeJS.ProcessEnv): Promise<Running>;
  stop(): Promise<void>;
}

/** A process of the product. */
export interface Running {
  readonly pid: number;
  /** Of the api, or of a worker's health and figures. */
  readonly url: string;
  /** What all its lives have printed. */
  readonly output: string;
  /** Ends it with SIGKILL. */
  kill(): Promise<unknown>;
  /** Asks it to end in order. @returns its exit code, or the signal that ended it after 30 s */
  end(): Promise<number | string>;
  /** Starts it anew with the same settings. */
  start(): Promise<unknown>;
}

export type Cli = (...args: string[]) => Promise<{ status: number; output: string }>;

export interface CallOptions {
  /** Another api than the first. */
  readonly url?: string;
  readonly body?: unknown;
  readonly token?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export type Client = (method: string, path: string, options?: CallOptions) => Promise<Answer>;

/** The same for all products of a run, so that they can be copies of one database. */
function secrets(): NodeJS.ProcessEnv {
  const given = process.env['JSSU_TEST_SECRETS'];
  if (!given) throw new Error('JSSU_TEST_SECRETS is not set: run the tests with npm test');
  return JSON.parse(given) as NodeJS.ProcessEnv;
}

function environmentFor(databaseUrl: string, redisUrl?: string): NodeJS.ProcessEnv {
  return {
    ...process.env,
    ...secrets(),
    NODE_OPTIONS: '',
    NODE_ENV: 'test',
    LOG_LEVEL: 'warn',
    DATABASE_URL: databaseUrl,
    REDIS_URL: redisUrl ?? '',
    // Tests run side by side on one Redis.
    QUEUE_PREFIX: new URL(databaseUrl).pathname.slice(1),
    PORT: '0',
    DATABASE_POOL: '8',
    JSSU_DEMO_PASSWORD: DEMO_PASSWORD,
  };
}

function runCli(env: NodeJS.ProcessEnv): Cli {
  return (...args) =>
    new Promise((resolve) => {
      const program = join(ROOT, 'dist/apps/cli/src/main.js');
      const child = execFile(process.execPath, [program, ...args], { env }, (_error, stdout, stderr) =>
        resolve({ status: child.exitCode ?? -1, output: stdout + stderr }),
      );
    });
}

/** The settings for a database that may be empty. */
export function databaseEnvironment(databaseUrl: string): NodeJS.ProcessEnv {
  return environmentFor(databaseUrl);
}

/** The command line on a database that may be empty. */
export function databaseCli(databaseUrl: string): Cli {
  return runCli(environmentFor(databaseUrl));
}

/** A copy of the run's database with demo data, which whoever comes first makes. @returns its address, and how to drop it */
async function freshDatabase(
  adminUrl: string,
  demo: string,
): Promise<{ databaseUrl: string; drop: () => Promise<void> }> {
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  const urlOf = (database: string) => Object.assign(new URL(adminUrl), { pathname: `/${database}` }).toString();
  const template = `jssu_template_${process.env['JSSU_TEST_RUN'] ?? 'run'}_${demo}`;
  const name = `product_${randomBytes(6).toString('hex')}`;
  await admin.query(`SELECT pg_advisory_lock(${TEMPLATE_LOCK})`);
  try {
    const { rowCount } = await admin.query('SELECT FROM pg_database WHERE datname = $1', [template]);
    if (!rowCount) await makeTemplate(admin, template, urlOf, demo);
    await admin.query(`CREATE DATABASE ${name} TEMPLATE ${template}`);
  } finally {
    await admin.query(`SELECT pg_advisory_unlock(${TEMPLATE_LOCK})`);
  }
  return {
    databaseUrl: urlOf(name),
    drop: async () => {
      await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
      await admin.end();
    },
  };
}

async function makeTemplate(
  admin: pg.Client,
  template: string,
  urlOf: (database: string) => string,
  demo: string,
): Promise<void> {
  const making = `${template}_making`;
  await admin.query(`DROP DATABASE IF EXISTS ${making} WITH (FORCE)`);
  await admin.query(`CREATE DATABASE ${making}`);
  const cli = runCli(environmentFor(urlOf(making)));
  for (const command of [['migrate'], ['seed-demo', demo]]) {
    const { status, output } = await cli(...command);
    if (status !== 0) throw new Error(`${command} failed: ${output}`);
  }
  await admin.query(`ALTER DATABASE ${making} RENAME TO ${template}`);
}

/** The built product on a fresh database of the server at `adminUrl`: api and worker processes with demo data. */
export async function startProduct({
  adminUrl = process.env['JSSU_TEST_PG'],
  redisUrl,
  settings,
  demo = 'basic',
}: {
  adminUrl?: string;
  redisUrl?: string;
  settings?: NodeJS.ProcessEnv;
  /** `basic`: units, people and accounts; `story`: what `npm start` shows. */
  demo?: 'basic' | 'story';
} = {}): Promise<Product> {
  if (!adminUrl) throw new Error('JSSU_TEST_PG is not set: run the tests with npm test');
  const { databaseUrl, drop } = await freshDatabase(adminUrl, demo);
  const env = { ...environmentFor(databaseUrl, redisUrl), ...settings };
  const cli = runCli(env);
  const api = new Launched('api', env);
  const worker = new Launched('worker', env);
  const processes = [api, worker];
  await Promise.all(processes.map((process) => process.start()));
  const { url } = api;
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 2 });
  const check = new AnswerCheck((await (await fetch(`${url}/api/openapi.json`)).json()) as OpenApi);

  const call = async (method: string, path: string, options: CallOptions = {}): Promise<Answer> => {
    const { body, token, headers } = options;
    const form = body instanceof FormData;
    const response = await fetch((options.url ?? url) + path, {
      method,
      headers: {
        ...(body === undefined || form ? {} : { 'content-type': 'application/json' }),
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...headers,
      },
      body: body === undefined || form ? body : JSON.stringify(body),
    });
    const type = response.headers.get('content-type') ?? '';
    const bytes = Buffer.from(await response.arrayBuffer());
    const text = type.startsWith('application/pdf') ? bytes : bytes.toString();
    const answer = type.includes('json') && text.length > 0 ? JSON.parse(String(text)) : text;
    // Whatever a test asks for, the answer must be what the description of the API says.
    const fault = check.faultOf(method, path, response.status, type, answer);
    if (fault) throw new Error(`the answer is not as described: ${fault}`);
    return { status: response.status, headers: response.headers, body: answer };
  };
  return {
    url,
    databaseUrl,
    env,
    call,
    cli,
    api,
    worker,
    async another(app, more = {}) {
      const process = new Launched(app, { ...env, ...more });
      processes.push(process);
      await process.start();
      return process;
    },
    async signIn(userName, password = DEMO_PASSWORD) {
      const { status, body } = await call('POST', '/api/v1/auth/login', { body: { userName, password } });
      if (status !== 200) throw new Error(`log-in of ${userName} failed: ${JSON.stringify(body)}`);
      return (method, path, options) => call(method, path, { token: body.accessToken, ...options });
    },
    sql: async (text, params) => (await pool.query(text, params)).rows as never,
    async stop() {
      await pool.end();
      await Promise.all(processes.map((process) => process.end()));
      await drop();
    },
  };
}

/** Asks until the answer fits, at most `seconds`. */
export async function eventually<T>(ask: () => Promise<T>, fits: (value: T) => boolean, seconds = 20): Promise<T> {
  for (const until = Date.now() + seconds * 1000; ;) {
    const value = await ask();
    if (fits(value)) return value;
    if (Date.now() > until) throw new Error(`not within ${seconds} s: ${JSON.stringify(value)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

class Launched implements Running {
  output = '';
  url = '';
  private child?: ChildProcess;

  constructor(
    private readonly app: string,
    private readonly env: NodeJS.ProcessEnv,
  ) {}

  get pid(): number {
    return this.child?.pid ?? 0;
  }

  /** Until it says that it is ready, and where. */
  start(): Promise<void> {
    const child = fork(join(ROOT, `dist/apps/${this.app}/src/main.js`), {
      env: this.env,
      execArgv: ['--enable-source-maps'],
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    this.child = child;
    // Below `warn` there is much to look through and little to look at.
    const silent = ['debug', 'info'].includes(this.env['LOG_LEVEL'] ?? '');
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        this.output += text;
        if (!silent) process.stderr.write(text);
      });
    }
    return new Promise((resolve, reject) => {
      child.once('message', (message) => {
        const { listening, url } = message as { listening?: string; url?: string };
        this.url = (listening ?? url ?? '').replace('[::1]', '127.0.0.1');
        resolve();
      });
      child.once('exit', (code) => reject(new Error(`the process ended with ${code} before it was ready`)));
    });
  }

  kill(): Promise<number | string> {
    return this.end('SIGKILL');
  }

  end(signal: NodeJS.Signals = 'SIGTERM'): Promise<number | string> {
    return new Promise((resolve) => {
      const { child } = this;
      if (!child || child.exitCode !== null || child.signalCode) return resolve(child?.exitCode ?? 'ended');
      child.once('exit', (code, why) => resolve(code ?? why ?? 'unknown'));
      child.kill(signal);
      setTimeout(() => child.kill('SIGKILL'), 30_000).unref();
    });
  }
}
