import { fork, type ChildProcess } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { delay, waitForExit } from '@jssu/platform/embedded';

const BACKOFF_MS = [1_000, 3_000, 9_000];
const STEADY_MS = 300_000;
const STOP_TIMEOUT_MS = 30_000;
const LOG_LIMIT_BYTES = 20_000_000;

export interface SupervisedProcessOptions {
  readonly name: string;
  readonly script: string;
  readonly args?: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly logFile: string;
  /** File URL of a module that the process loads first. */
  readonly preload: string;
}

/**
 * A program of ours that runs as its own process and is started again when it dies: three times, after 1, 3 and 9
 * seconds; five minutes of steady running wipe the slate.
 */
export class SupervisedProcess {
  /** Settles, with the reason, when the process has died too often. */
  readonly gaveUp: Promise<string>;
  private child?: ChildProcess;
  private stopping = false;

  constructor(private readonly options: SupervisedProcessOptions) {
    this.gaveUp = this.supervise();
  }

  /** Asks the process to end, waits up to 30 s for the work in hand, then kills it. */
  async stop(): Promise<void> {
    this.stopping = true;
    const { child } = this;
    if (!child?.pid || child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGTERM');
    if (!(await waitForExit(child.pid, STOP_TIMEOUT_MS))) this.kill();
  }

  kill(): void {
    this.stopping = true;
    this.child?.kill('SIGKILL');
  }

  private async supervise(): Promise<string> {
    for (let deaths = 0; ;) {
      const startedAt = Date.now();
      this.child = forkProgram(this.options);
      const end = await endOf(this.child);
      if (this.stopping) return new Promise(() => undefined);
      if (Date.now() - startedAt > STEADY_MS) deaths = 0;
      const wait = BACKOFF_MS[deaths++];
      const reason = `${this.options.name} ended (${end}), see ${this.options.logFile}`;
      if (wait === undefined) return `${reason}. Its last words:\n${lastLines(this.options.logFile)}`;
      console.log(`${reason}; starting it again in ${wait / 1000} s`);
      await delay(wait);
      if (this.stopping) return new Promise(() => undefined);
    }
  }
}

/** Runs a program of ours to its end, with its output on this console. @throws Error when it fails. */
export async function runToEnd(
  name: string,
  script: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<void> {
  const end = await endOf(fork(script, args, { env, execArgv: ['--enable-source-maps'] }));
  if (end !== 'code 0') throw new Error(`${name} failed (${end})`);
}

function forkProgram({ script, args, env, logFile, preload }: SupervisedProcessOptions): ChildProcess {
  if (existsSync(logFile) && statSync(logFile).size > LOG_LIMIT_BYTES) renameSync(logFile, `${logFile}.old`);
  const log = openSync(logFile, 'a', 0o600);
  // Detached: Ctrl-C reaches the whole process group, and it is the launcher that says in which order all end.
  const child = fork(script, args ?? [], {
    env,
    detached: true,
    execArgv: ['--enable-source-maps', '--import', preload],
    stdio: ['ignore', log, log, 'ipc'],
  });
  closeSync(log);
  return child;
}

function endOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(signal ?? `code ${code}`));
  });
}

function lastLines(file: string): string {
  return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-15).join('\n');
}
