import {
  closeSync,
  existsSync,
  linkSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { delay, processIdentity } from './process-identity.js';

/** Thrown when another running process holds the data. */
export class AlreadyRunningError extends Error {
  constructor(
    readonly pid: number,
    what: string,
  ) {
    super(
      `${what} is in use by process ${pid}, which is still running. Stop that one first (Ctrl-C there, or: kill ${pid}).`,
    );
    this.name = 'AlreadyRunningError';
  }
}

export interface LauncherLock {
  /** True when the last holder was killed and could not clean up. */
  readonly takenOver: boolean;
  release(): void;
}

const TAKEOVER_STALE_MS = 10_000;

/**
 * Takes the lock file for this process. It names the holder by process id and start time, so that a lock left by a
 * killed process is recognised even when its process id was given to another program since.
 *
 * @param what how a message calls what is locked.
 * @throws AlreadyRunningError when the holder lives.
 */
export async function acquireLauncherLock(file: string, what: string): Promise<LauncherLock> {
  const mine = `${process.pid}\n${processIdentity(process.pid)}\n`;
  const takeover = `${file}.takeover`;
  // Takers of a stale lock go one by one: two of them must not each remove what the other has just made.
  while (!claim(takeover)) {
    if (existsSync(takeover) && Date.now() - mtime(takeover) > TAKEOVER_STALE_MS) rmSync(takeover, { force: true });
    await delay(25);
  }
  try {
    const holder = existsSync(file) ? readFileSync(file, 'utf8') : undefined;
    const [pid, identity] = holder?.split('\n') ?? [];
    if (identity !== undefined && processIdentity(Number(pid)) === identity)
      throw new AlreadyRunningError(Number(pid), what);
    const draft = `${file}.${process.pid}`;
    writeFileSync(draft, mine, { mode: 0o600 });
    if (holder !== undefined) unlinkSync(file);
    linkSync(draft, file);
    unlinkSync(draft);
    return {
      takenOver: holder !== undefined,
      release: () => {
        if (existsSync(file) && readFileSync(file, 'utf8') === mine) unlinkSync(file);
      },
    };
  } finally {
    rmSync(takeover, { force: true });
  }
}

function claim(file: string): boolean {
  try {
    closeSync(openSync(file, 'wx', 0o600));
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function mtime(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
}
