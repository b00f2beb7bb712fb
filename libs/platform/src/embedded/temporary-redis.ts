import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { freePort } from './postgres-process.js';
import { delay, waitForExit } from './process-identity.js';
import { makeTemporaryFolder, sweepTemporaryFolders } from './temporary-folder.js';

/** A Redis server for tests, in memory only: nothing of it is left after `stop`. */
export interface TemporaryRedis {
  /** `redis://:password@127.0.0.1:port/0`. */
  readonly url: string;
  /** For example `7.0.15`. */
  readonly version: string;
  readonly pid: number;
  stop(): Promise<void>;
}

/** Starts the `redis-server` on the PATH. `undefined` when there is none. */
export async function startTemporaryRedis(): Promise<TemporaryRedis | undefined> {
  const asked = spawnSync('redis-server', ['--version'], { encoding: 'utf8' });
  const version = asked.status === 0 ? /v=(\d+(?:\.\d+)*)/.exec(asked.stdout)?.[1] : undefined;
  if (!version) return undefined;
  await sweepTemporaryFolders();
  const folder = makeTemporaryFolder({});
  const port = await freePort();
  const password = randomBytes(18).toString('base64url');
  // The settings go over standard input: a command line would show the password to everybody.
  const child = spawn('redis-server', ['-'], { cwd: folder, detached: true, stdio: ['pipe', 'ignore', 'ignore'] });
  child.stdin.on('error', () => undefined);
  child.stdin.end(
    [
      'bind 127.0.0.1',
      `port ${port}`,
      `requirepass ${password}`,
      'save ""',
      'appendonly no',
      `pidfile ${join(folder, 'pid')}`,
      '',
    ].join('\n'),
  );
  let ended = false;
  child.once('exit', () => (ended = true));
  const pid = child.pid ?? 0;
  const abandon = (): void => {
    child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  };
  process.once('exit', abandon);
  const stop = async (): Promise<void> => {
    process.off('exit', abandon);
    child.kill('SIGTERM');
    if (!(await waitForExit(pid, 10_000))) child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  };
  for (let waited = 0; !(await accepts(port)); waited += 20) {
    if (ended || waited > 10_000) {
      await stop();
      throw new Error('redis-server did not start');
    }
    await delay(20);
  }
  return { url: `redis://:${password}@127.0.0.1:${port}/0`, version, pid, stop };
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
