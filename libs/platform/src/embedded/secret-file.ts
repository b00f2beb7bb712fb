import { chmodSync, existsSync, linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';

/**
 * The text kept in `file`, made by `create` the first time. Only the owner can read the file (mode 0600), also when an
 * older file was open to others.
 */
export function keepSecret(file: string, create: () => string): string {
  if (!existsSync(file)) {
    // Written beside and linked: the file is never seen half written, and the first of two writers wins.
    const draft = `${file}.${process.pid}`;
    writeFileSync(draft, `${create()}\n`, { mode: 0o600 });
    try {
      linkSync(draft, file);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    } finally {
      rmSync(draft, { force: true });
    }
  }
  chmodSync(file, 0o600);
  return readFileSync(file, 'utf8').trimEnd();
}
