import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const bin = fileURLToPath(new URL('../../bin/handbill.js', import.meta.url));

/** How a run of the program ended. */
export interface Ended {
  /** Null where a signal ended it. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A run of the program as a process of its own. */
export interface Running {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
}

/** Starts the built program; `through` is what it is started by, such as `['sh', '-c', 'ulimit -n 20; exec "$@"', 'sh']`. */
export function start(
  cwd: string,
  args: readonly string[],
  options: SpawnOptions = {},
  through: readonly string[] = [],
  node = process.execPath,
): Running {
  const [command = node, ...rest] = [...through, node, bin, ...args];
  const child = spawn(command, rest, { cwd, stdio: ['ignore', 'pipe', 'pipe'], ...options });
  const texts = { stdout: '', stderr: '' };
  child.stdout?.on('data', (text) => {
    texts.stdout += text;
  });
  child.stderr?.on('data', (text) => {
    texts.stderr += text;
  });
  const ended = new Promise<Ended>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, ...texts }));
  });
  return { child, ended };
}

/** Runs the built program to its end. */
export function runProgram(...args: Parameters<typeof start>): Promise<Ended> {
  return start(...args).ended;
}
