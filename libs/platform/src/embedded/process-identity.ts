import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

const onLinux = process.platform === 'linux';

/**
 * Something that names one run of one process, so that a recycled process id is never taken for the old process.
 * On Linux the boot id with the start time in ticks since boot; elsewhere the start time that `ps` prints.
 * `undefined` when no such process lives (a zombie counts as dead: it holds no file and no port).
 */
export function processIdentity(pid: number): string | undefined {
  if (!Number.isSafeInteger(pid) || pid <= 0) return undefined;
  try {
    if (!onLinux)
      return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || undefined;
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The command name is in brackets and may hold spaces and brackets: count the fields after the last one.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (fields[0] === 'Z' || fields[0] === 'X') return undefined;
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}:${fields[19]}`;
  } catch {
    return undefined;
  }
}

export function isAlive(pid: number): boolean {
  return processIdentity(pid) !== undefined;
}

/** Whether the process id is given away, also to a zombie: what PostgreSQL takes for a living server. */
export function isListed(pid: number): boolean {
  try {
    return pid > 0 && process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Waits until the process is gone. False when it still lives after `timeoutMs` milliseconds. */
export async function waitForExit(pid: number, timeoutMs: number): Promise<boolean> {
  const identity = processIdentity(pid);
  const deadline = Date.now() + timeoutMs;
  while (identity !== undefined && processIdentity(pid) === identity) {
    if (Date.now() > deadline) return false;
    await delay(20);
  }
  return true;
}

/**
 * Processes of `program` whose working directory is `folder`: a database server and its backends work in their data.
 * Only Linux can tell; elsewhere the list is empty and the server's own lock file has the last word.
 */
export function processesIn(folder: string, program: string): number[] {
  if (!onLinux) return [];
  const found: number[] = [];
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      if (readlinkSync(`/proc/${name}/cwd`) !== folder) continue;
      if (readFileSync(`/proc/${name}/comm`, 'utf8').startsWith(program)) found.push(Number(name));
    } catch {
      // Gone meanwhile, or a process of somebody else, which cannot be in a folder that is closed to others.
    }
  }
  return found;
}

export function delay(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
