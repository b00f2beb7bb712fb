import { spawnSync } from 'node:child_process';
import {
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { PostgresBinaries } from './postgres-binaries.js';
import { isAlive, isListed, processesIn, waitForExit } from './process-identity.js';
import { canReach, type ServerAccount } from './server-account.js';

/** What is needed to make and run one server. */
export interface PostgresPlan {
  readonly binaries: PostgresBinaries;
  readonly account: ServerAccount;
  /** Real absolute path of the data; its parent exists. */
  readonly dataDir: string;
  readonly logFile: string;
  /** Password of the superuser `postgres`. Letters, digits, `-` and `_` only. */
  readonly password: string;
  /** Server settings over the defaults, for example `{ fsync: 'off' }`. */
  readonly settings: Readonly<Record<string, string>>;
  /** TCP port on 127.0.0.1. Left out: a free one. */
  readonly port?: number;
  /** False for data that need not survive a power cut. */
  readonly durable: boolean;
}

const HOST_RULES = '# Passwords only, from this machine only.\nhost all all 127.0.0.1/32 scram-sha-256\n';
const ORPHAN_TIMEOUT_MS = 30_000;

/**
 * Makes the data directory when there is none. The work is done beside it and renamed at the end, so that a run that was
 * killed half way leaves nothing that looks like a database.
 */
export function initialiseData(plan: PostgresPlan): void {
  const parent = dirname(plan.dataDir);
  const draftPrefix = `${basename(plan.dataDir)}.new-`;
  for (const name of readdirSync(parent)) {
    if (name.startsWith(draftPrefix)) rmSync(join(parent, name), { recursive: true, force: true });
  }
  const draft = join(parent, draftPrefix + process.pid);
  mkdirSync(draft, { mode: 0o700 });
  if (plan.account.uid !== undefined) chownSync(draft, plan.account.uid, plan.account.gid ?? plan.account.uid);
  const options = [
    '-U',
    'postgres',
    '--auth=reject',
    '-E',
    'UTF8',
    '--locale=C.UTF-8',
    ...(plan.durable ? [] : ['--no-sync']),
  ];
  runProgram(plan, draft, 'initdb', options);
  writeFileSync(join(draft, 'pg_hba.conf'), HOST_RULES);
  setPassword({ ...plan, dataDir: draft });
  // Only an empty folder may stand in the way: anything else is somebody's data.
  if (existsSync(plan.dataDir)) rmdirSync(plan.dataDir);
  renameSync(draft, plan.dataDir);
}

/** Sets the superuser's password on a stopped server, over standard input so that no process list ever shows it. */
export function setPassword(plan: PostgresPlan): void {
  runProgram(plan, plan.dataDir, 'postgres', [], `ALTER ROLE postgres PASSWORD '${plan.password}'\n`);
}

/**
 * Ends a server that an earlier, killed launcher left on this data, and clears a lock file that PostgreSQL would
 * misread: another program has got the process id since, or the dead server was never reaped (both common in containers).
 *
 * @returns true when a server had to be stopped.
 */
export async function endOrphan(dataDir: string): Promise<boolean> {
  const lockFile = join(dataDir, 'postmaster.pid');
  const pid = existsSync(lockFile) ? Number(readFileSync(lockFile, 'utf8').split('\n')[0]) : 0;
  const orphans = processesIn(dataDir, 'postgres');
  const serves = process.platform === 'linux' ? orphans.includes(pid) : isAlive(pid);
  if (serves) {
    process.kill(pid, 'SIGINT');
    if (!(await waitForExit(pid, ORPHAN_TIMEOUT_MS))) process.kill(pid, 'SIGQUIT');
    if (!(await waitForExit(pid, ORPHAN_TIMEOUT_MS))) {
      throw new Error(
        `An earlier database server (process ${pid}) on ${dataDir} does not end. End it and start again.`,
      );
    }
  } else if (isListed(pid)) {
    rmSync(lockFile, { force: true });
  }
  // Backends of a postmaster that was itself killed see its death within moments and leave.
  for (const backend of orphans) await waitForExit(backend, ORPHAN_TIMEOUT_MS);
  if (processesIn(dataDir, 'postgres').length > 0) {
    throw new Error(
      `Database processes ${processesIn(dataDir, 'postgres').join(', ')} still use ${dataDir}. End them and start again.`,
    );
  }
  return serves;
}

/**
 * How the server's account names the data. In a private home it cannot walk there, but a process may always use the
 * working directory that root has put it into; PostgreSQL works in its data directory all its life.
 */
export function dataPath(plan: PostgresPlan, dir: string): string {
  if (canReach(plan.account, dir)) return dir;
  if (process.platform === 'linux') return '/proc/self/cwd';
  throw new Error(`The account that the database runs under cannot reach ${dir}. Start as an ordinary user.`);
}

function runProgram(
  plan: PostgresPlan,
  dir: string,
  program: 'initdb' | 'postgres',
  options: string[],
  input = '',
): void {
  const path = dataPath(plan, dir);
  const args = program === 'initdb' ? ['-D', path, ...options] : ['--single', '-D', path, ...options, 'postgres'];
  const run = spawnSync(join(plan.binaries.bin, program), args, {
    ...plan.account,
    cwd: dir,
    env: programEnvironment(),
    input,
    encoding: 'utf8',
  });
  if (run.status !== 0 || /\b(ERROR|FATAL|PANIC): /.test(run.stderr)) {
    throw new Error(`${program} failed: ${run.error?.message ?? run.stderr.trim()}`);
  }
}

/** Only what the programs need: the launcher's environment may hold secrets, and PG* variables would change them. */
export function programEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env['PATH'], TZ: 'UTC', LC_ALL: 'C' };
}
