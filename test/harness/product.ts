import { execFile, fork, type ChildProcess } from 'node:child_process';
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { AnswerCheck, type OpenApi } from './open-api.js';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..');
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
  stop(): Promise<void>;
}

/** A process of the product. */
export interface Running {
  readonly pid: number;
  /** What all its lives have printed. */
  readonly output: string;
  /** Ends it with SIGKILL. */
  kill(): Promise<void>;
  /** Starts it anew with the same settings. */
  start(): Promise<unknown>;
}

export type Cli = (...args: string[]) => Promise<{ status: number; output: string }>;

export interface CallOptions {
  readonly body?: unknown;
  readonly token?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export type Client = (method: string, path: string, options?: CallOptions) => Promise<Answer>;

function environmentFor(databaseUrl: string, redisUrl?: string): NodeJS.ProcessEnv {
  return {
    ...process.env,
    NODE_OPTIONS: '',
    NODE_ENV: 'test',
    LOG_LEVEL: 'warn',
    DATABASE_URL: databaseUrl,
    REDIS_URL: redisUrl ?? '',
    PORT: '0',
    DATABASE_POOL: '8',
    JSSU_TOKEN_SECRET: randomBytes(32).toString('base64url'),
    JSSU_DATA_KEY: randomBytes(32).toString('base64url'),
    JSSU_CREDENTIAL_KEY: generateKeyPairSync('rsa', { modulusLength: 2048 })
      .privateKey.export({ type: 'pkcs8', format: 'pem' })
      .toString(),
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

/** The command line on a database that may be empty. */
export function databaseCli(databaseUrl: string): Cli {
  return runCli(environmentFor(databaseUrl));
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
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  const name = `product_${randomBytes(6).toString('hex')}`;
  await admin.query(`CREATE DATABASE ${name}`);
  const databaseUrl = Object.assign(new URL(adminUrl), { pathname: `/${name}` }).toString();
  const env = { ...environmentFor(databaseUrl, redisUrl), ...settings };
  const cli = runCli(env);
  for (const command of [['migrate'], ['seed-demo', demo]]) {
    const { status, output } = await cli(...command);
    if (status !== 0) throw new Error(`${command} failed: ${output}`);
  }
  const api = new Launched<{ listening: string }>('api', env);
  const worker = new Launched('worker', env);
  const [{ listening }] = await Promise.all([api.start(), worker.start()]);
  const url = listening.replace('[::1]', '127.0.0.1');
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 2 });
  const check = new AnswerCheck((await (await fetch(`${url}/api/openapi.json`)).json()) as OpenApi);

  const call = async (method: string, path: string, { body, token, headers }: CallOptions = {}): Promise<Answer> => {
    const form = body instanceof FormData;
    const response = await fetch(url + path, {
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
    async signIn(userName, password = DEMO_PASSWORD) {
      const { status, body } = await call('POST', '/api/v1/auth/login', { body: { userName, password } });
      if (status !== 200) throw new Error(`log-in of ${userName} failed: ${JSON.stringify(body)}`);
      return (method, path, options) => call(method, path, { token: body.accessToken, ...options });
    },
    sql: async (text, params) => (await pool.query(text, params)).rows as never,
    async stop() {
      await pool.end();
      await Promise.all([api.end(), worker.end()]);
      await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
      await admin.end();
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

class Launched<T> implements Running {
  output = '';
  private child?: ChildProcess;

  constructor(
    private readonly app: string,
    private readonly env: NodeJS.ProcessEnv,
  ) {}

  get pid(): number {
    return this.child?.pid ?? 0;
  }

  /** @returns its first message, which says that it is ready */
  start(): Promise<T> {
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
      child.once('message', (message) => resolve(message as T));
      child.once('exit', (code) => reject(new Error(`the process ended with ${code} before it was ready`)));
    });
  }

  kill(): Promise<void> {
    return this.end('SIGKILL');
  }

  end(signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
    return new Promise((resolve) => {
      const { child } = this;
      if (!child || child.exitCode !== null || child.signalCode) return resolve();
      child.once('exit', () => resolve());
      child.kill(signal);
      setTimeout(() => child.kill('SIGKILL'), 15_000).unref();
    });
  }
}
