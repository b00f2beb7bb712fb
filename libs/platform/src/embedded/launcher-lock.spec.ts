import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { acquireLauncherLock, AlreadyRunningError } from './launcher-lock.js';
import { processIdentity } from './process-identity.js';

describe('acquireLauncherLock', () => {
  let folder: string;
  let file: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'jssu-lock-'));
    file = join(folder, 'lock');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is free again after its release, and leaves no file', async () => {
    for (let i = 0; i < 2; i++) {
      const lock = await acquireLauncherLock(file, 'The data');
      expect(lock.takenOver).toBe(false);
      lock.release();
    }
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is refused while another process holds it, and names that process', async () => {
    const holder = spawn('sleep', ['60']);
    try {
      writeFileSync(file, `${holder.pid}\n${processIdentity(holder.pid ?? 0)}\n`);
      const refusal = await acquireLauncherLock(file, 'The data').catch((error: unknown) => error);
      expect(refusal).toBeInstanceOf(AlreadyRunningError);
      expect((refusal as Error).message).toMatch(`The data is in use by process ${holder.pid}`);
      expect(existsSync(file)).toBe(true);
    } finally {
      holder.kill('SIGKILL');
    }
  });

  it('is taken over from a process that was killed', async () => {
    const holder = spawn('sleep', ['60']);
    writeFileSync(file, `${holder.pid}\n${processIdentity(holder.pid ?? 0)}\n`);
    holder.kill('SIGKILL');
    await new Promise((resolve) => holder.once('exit', resolve));
    expect((await acquireLauncherLock(file, 'The data')).takenOver).toBe(true);
  });

  it('is taken over when the process id went to another program since', async () => {
    writeFileSync(file, `${process.ppid}\nan earlier boot:12345\n`);
    expect((await acquireLauncherLock(file, 'The data')).takenOver).toBe(true);
  });

  it.each(['', 'garbage', '\n\n', '999999999\nundefined\n'])(
    'is taken over from a damaged file (%j)',
    async (content) => {
      writeFileSync(file, content);
      expect((await acquireLauncherLock(file, 'The data')).takenOver).toBe(true);
    },
  );

  it('goes to exactly one of many that find it stale at the same time', async () => {
    writeFileSync(file, '999999999\nlong gone\n');
    const results = await Promise.allSettled(Array.from({ length: 20 }, () => acquireLauncherLock(file, 'The data')));
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
  });
});

describe('processIdentity', () => {
  it('is the same at every look, differs between processes, and is nothing for the dead', async () => {
    const child = spawn('sleep', ['60']);
    const pid = child.pid ?? 0;
    expect(processIdentity(pid)).toBe(processIdentity(pid));
    expect(processIdentity(process.pid)).toBeDefined();
    expect(processIdentity(pid)).not.toBe(processIdentity(process.pid));
    child.kill('SIGKILL');
    await new Promise((resolve) => child.once('exit', resolve));
    expect(processIdentity(pid)).toBeUndefined();
    for (const impossible of [0, -1, 1.5, NaN]) expect(processIdentity(impossible)).toBeUndefined();
  });
});
