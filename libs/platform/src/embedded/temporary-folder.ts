import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endOrphan } from './postgres-data.js';
import { processesIn, processIdentity } from './process-identity.js';
import { canReach, type ServerAccount } from './server-account.js';

const PREFIX = 'jssu-temporary-';

/**
 * A new folder for a temporary server, that `account` can enter. It names its owner, so that a later run can clear it
 * away when the owner was killed. Others may pass through it (the server's own account must) but not list it.
 */
export function makeTemporaryFolder(account: ServerAccount): string {
  const parent = canReach(account, tmpdir()) ? tmpdir() : '/var/tmp';
  const folder = mkdtempSync(join(realpathSync(parent), PREFIX));
  writeFileSync(join(folder, 'owner'), `${process.pid} ${processIdentity(process.pid)}`, { mode: 0o600 });
  chmodSync(folder, 0o711);
  return folder;
}

/** Ends servers and removes folders that killed test runs of this user left behind. Never throws. */
export async function sweepTemporaryFolders(): Promise<void> {
  for (const parent of new Set([tmpdir(), '/var/tmp'])) {
    for (const name of existsSync(parent) ? readdirSync(parent) : []) {
      if (!name.startsWith(PREFIX)) continue;
      const folder = join(parent, name);
      try {
        if (lstatSync(folder).uid !== process.getuid?.() || !lstatSync(folder).isDirectory()) continue;
        const [pid, identity] = readFileSync(join(folder, 'owner'), 'utf8').split(' ');
        if (processIdentity(Number(pid)) === identity) continue;
        for (const redis of processesIn(realpathSync(folder), 'redis-server')) process.kill(redis, 'SIGKILL');
        await endOrphan(join(realpathSync(folder), 'data'));
        rmSync(folder, { recursive: true, force: true });
      } catch {
        // Being made or removed by another run at this moment.
      }
    }
  }
}
