import { spawnSync } from 'node:child_process';
import { existsSync, lstatSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/** The account a server process runs under: nothing for an ordinary user, who runs it himself. */
export interface ServerAccount {
  readonly uid?: number;
  readonly gid?: number;
}

const NOBODY = 65534;

/**
 * PostgreSQL refuses to run as root. Root therefore drops to the owner of existing data (a folder that an ordinary
 * user made goes on working), and to `nobody` for new data. No account is created on the machine.
 */
export function accountFor(dataDir: string): ServerAccount {
  if (process.getuid?.() !== 0) return {};
  if (existsSync(dataDir)) {
    const { uid, gid } = lstatSync(dataDir);
    if (uid !== 0) return { uid, gid };
  }
  return { uid: NOBODY, gid: NOBODY };
}

/** Whether that account can enter the nearest existing folder on the way to `path`. Asked of the kernel, not of mode bits. */
export function canReach(account: ServerAccount, path: string): boolean {
  let folder = resolve(path);
  while (!existsSync(folder)) folder = dirname(folder);
  if (account.uid === undefined) return true;
  return spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { ...account, cwd: '/', stdio: 'ignore' }).status === 0;
}
