import { runCommand } from '../../src/cli.ts';
import type { Io } from '../../src/terminal/io.ts';

export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command line in this process, in a world of its own: a folder, no terminal, New Year's Day 2026. */
export async function handbill(
  cwd: string,
  line: string | readonly string[],
  world: Partial<Io> = {},
): Promise<Ran> {
  const texts = { stdout: '', stderr: '' };
  const sink = (name: keyof typeof texts) => ({
    write: (text: string) => {
      texts[name] += text;
    },
  });
  const code = await runCommand(typeof line === 'string' ? line.split(' ').filter(Boolean) : line, {
    stdout: sink('stdout'),
    stderr: sink('stderr'),
    cwd,
    env: {},
    now: new Date(2026, 0, 1, 12),
    isTTY: false,
    ...world,
  });
  return { code, ...texts };
}
