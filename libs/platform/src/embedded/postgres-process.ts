import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import pg from 'pg';
import { dataPath, programEnvironment, type PostgresPlan } from './postgres-data.js';
import { delay, waitForExit } from './process-identity.js';

/** A server process that accepts connections. */
export interface PostgresProcess {
  readonly pid: number;
  readonly port: number;
  readonly adminUrl: string;
  /** Settles, with the reason, when the server ends although nobody called `stop`. */
  readonly died: Promise<string>;
  stop(): Promise<void>;
}

const DEFAULTS = {
  listen_addresses: '127.0.0.1',
  // A socket in the file system would be a second door for other local users.
  unix_socket_directories: '',
  jit: 'off',
  shared_buffers: '128MB',
  max_connections: '200',
  timezone: 'UTC',
  log_timezone: 'UTC',
};
const START_TIMEOUT_MS = 180_000;
const STOP_TIMEOUT_MS = 30_000;

/** Starts the server and waits until it answers. Tries other ports when the chosen one was taken in between. */
export async function runPostgres(plan: PostgresPlan): Promise<PostgresProcess> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await runOnPort(plan, plan.port ?? (await freePort()));
    } catch (error) {
      const portTaken = error instanceof Error && /could not bind|could not create any TCP/i.test(error.message);
      if (!portTaken || plan.port !== undefined || attempt === 5) throw error;
    }
  }
}

async function runOnPort(plan: PostgresPlan, port: number): Promise<PostgresProcess> {
  const settings = Object.entries({ ...DEFAULTS, ...plan.settings, port: String(port) });
  const log = openSync(plan.logFile, 'a', 0o600);
  // Detached: Ctrl-C goes to the whole process group, and the database must outlive those who still write to it.
  const child = spawn(
    join(plan.binaries.bin, 'postgres'),
    ['-D', dataPath(plan, plan.dataDir), ...settings.flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    { ...plan.account, cwd: plan.dataDir, env: programEnvironment(), detached: true, stdio: ['ignore', log, log] },
  );
  closeSync(log);
  let stopping = false;
  let ended: string | undefined;
  const died = new Promise<string>((resolve) => {
    const finish = (reason: string): void => {
      ended = reason;
      if (!stopping) resolve(reason);
    };
    child.once('error', (error) => finish(error.message));
    child.once('exit', (code, signal) => finish(`the database server ended (${signal ?? `code ${code}`})`));
  });
  const adminUrl = `postgres://postgres:${plan.password}@127.0.0.1:${port}/postgres`;
  const kill = (signal: NodeJS.Signals): void => {
    if (ended === undefined) child.kill(signal);
  };
  const stop = async (): Promise<void> => {
    stopping = true;
    if (ended !== undefined || child.pid === undefined) return;
    kill('SIGINT');
    if (!(await waitForExit(child.pid, STOP_TIMEOUT_MS))) kill('SIGQUIT');
    if (!(await waitForExit(child.pid, 5_000))) kill('SIGKILL');
    while (ended === undefined) await delay(5);
  };
  try {
    const deadline = Date.now() + START_TIMEOUT_MS;
    while (!(reportsReady(plan.dataDir, child.pid) && (await answers(adminUrl)))) {
      if (ended !== undefined) throw new Error(`${ended}. The end of ${plan.logFile}:\n${tail(plan.logFile)}`);
      if (Date.now() > deadline) throw new Error(`the database server did not get ready in time, see ${plan.logFile}`);
      await delay(15);
    }
  } catch (error) {
    await stop();
    throw error;
  }
  return { pid: child.pid ?? 0, port, adminUrl, died, stop };
}

/** A port on 127.0.0.1 that nobody listens on at this moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}

/** Line 8 of the server's lock file is its state. Read before a connection is tried: the port might be another program's. */
function reportsReady(dataDir: string, pid: number | undefined): boolean {
  const lines = textOf(join(dataDir, 'postmaster.pid')).split('\n');
  return lines[0] === String(pid) && (lines[7]?.startsWith('ready') ?? false);
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch (error) {
    // Waiting will not mend a password that does not fit these data.
    if ((error as { code?: string }).code === '28P01') {
      throw new Error(
        'The kept database password does not fit the data. Remove the file postgres.password to set a new one.',
      );
    }
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

function tail(file: string): string {
  return textOf(file).trimEnd().split('\n').slice(-8).join('\n');
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
