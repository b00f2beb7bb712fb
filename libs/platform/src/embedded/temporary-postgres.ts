import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { debianBinaries, embeddedBinaries, type PostgresBinaries } from './postgres-binaries.js';
import { initialiseData } from './postgres-data.js';
import { runPostgres } from './postgres-process.js';
import { accountFor } from './server-account.js';
import { makeTemporaryFolder, sweepTemporaryFolders } from './temporary-folder.js';

/** A server for tests: nothing of it is left after `stop`. */
export interface TemporaryPostgres {
  /** Superuser connection: `postgres://postgres:…@127.0.0.1:…/postgres`. */
  readonly adminUrl: string;
  readonly port: number;
  readonly pid: number;
  /** For example `18.4`. */
  readonly version: string;
  readonly dataDir: string;
  /** Settles, with the reason, when the server ends although nobody called `stop`. */
  readonly died: Promise<string>;
  stop(): Promise<void>;
}

export interface TemporaryPostgresOptions {
  /** Over the test defaults, for example `{ max_connections: '300' }`. */
  readonly settings?: Readonly<Record<string, string>>;
}

/** Data of a test need not survive a power cut. */
const FAST = { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' };

/** The embedded PostgreSQL on a fresh, temporary directory. */
export async function startTemporaryPostgres(options: TemporaryPostgresOptions = {}): Promise<TemporaryPostgres> {
  return start(embeddedBinaries(accountFor(join(tmpdir(), 'none'))), options);
}

/** The PostgreSQL `major` that Debian installed, on a temporary directory. `undefined` when the machine has none. */
export async function startDebianPostgres(
  major: number,
  options: TemporaryPostgresOptions = {},
): Promise<TemporaryPostgres | undefined> {
  const binaries = debianBinaries(major);
  return binaries && start(binaries, options);
}

async function start(binaries: PostgresBinaries, options: TemporaryPostgresOptions): Promise<TemporaryPostgres> {
  await sweepTemporaryFolders();
  const account = accountFor(join(tmpdir(), 'none'));
  const folder = makeTemporaryFolder(account);
  const removeFolder = (): void => rmSync(folder, { recursive: true, force: true });
  const plan = {
    binaries,
    account,
    dataDir: join(folder, 'data'),
    logFile: join(folder, 'server.log'),
    password: randomBytes(18).toString('base64url'),
    settings: { ...FAST, ...options.settings },
    durable: false,
  };
  try {
    initialiseData(plan);
    const server = await runPostgres(plan);
    // The last resort when the test process ends without `stop`: no second chance to wait for anything.
    const abandon = (): void => {
      try {
        process.kill(server.pid, 'SIGQUIT');
      } catch {
        // Gone already.
      }
      removeFolder();
    };
    process.once('exit', abandon);
    return {
      adminUrl: server.adminUrl,
      port: server.port,
      pid: server.pid,
      version: binaries.version,
      dataDir: plan.dataDir,
      died: server.died,
      stop: async () => {
        process.off('exit', abandon);
        await server.stop();
        removeFolder();
      },
    };
  } catch (error) {
    removeFolder();
    throw error;
  }
}
