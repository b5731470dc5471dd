import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

const program = fileURLToPath(new URL('../../bin/handbill.js', import.meta.url));

/** A person at a terminal: a real pseudo-terminal, with a shell in a folder. */
export interface Person {
  /** Types text, or presses keys by tmux's names: `Enter`, `Escape`, `Down`, `C-c`. Waits for nothing. */
  readonly type: (...keys: readonly string[]) => void;
  /** Pastes as a terminal does, line breaks and all. */
  readonly paste: (text: string) => void;
  /** Waits until the screen shows this; throws with the screen where it doesn't within 30 s. */
  readonly sees: (text: string) => Promise<string>;
  /** The screen, with what is scrolled away; with colours and the like where they are asked for. */
  readonly screen: (withStyle?: boolean) => string;
  /** Keys pressed so far, pasted text counted as one. */
  readonly presses: () => number;
}

const KEYS = ['Enter', 'Escape', 'Up', 'Down', 'BSpace', 'C-c', 'C-u'];
let count = 0;

/** Sits somebody down in a folder. `handbill` is on their path; what tmux runs ends with the test. */
export function sitDown(
  folder: string,
  {
    columns = 80,
    rows = 60,
    env = {},
  }: { columns?: number; rows?: number; env?: Readonly<Record<string, string>> } = {},
): Person {
  count += 1;
  const socket = `handbill-${process.pid}-${count}`;
  const tmux = (...args: readonly string[]) =>
    execFileSync('tmux', ['-L', socket, '-f', '/dev/null', ...args], { encoding: 'utf8' });
  const clean = {
    LANG: 'C.UTF-8',
    LC_ALL: 'C.UTF-8',
    CI: '',
    HANDBILL: program,
    NODE: process.execPath,
    ...env,
  };
  const settings = Object.entries(clean).flatMap(([name, value]) => ['-e', `${name}=${value}`]);
  const shell = `handbill() { "$NODE" "$HANDBILL" "$@"; }; export PS1='$ '; export -f handbill; exec bash --norc`;
  tmux(
    '-u',
    'new-session',
    '-d',
    '-s',
    'x',
    '-x',
    `${columns}`,
    '-y',
    `${rows}`,
    '-c',
    folder,
    ...settings,
    `bash -c '${shell.replaceAll("'", `'"'"'`)}'`,
  );
  onTestFinished(() => void tmux('kill-server'));
  let pressed = 0;
  const screen = (withStyle = false) =>
    tmux('capture-pane', '-p', '-S', '-', ...(withStyle ? ['-e'] : []), '-t', 'x');
  return {
    type: (...keys) => {
      for (const key of keys) {
        const isKey = KEYS.includes(key);
        pressed += isKey ? 1 : key.length;
        tmux('send-keys', '-t', 'x', ...(isKey ? [key] : ['-l', '--', key]));
      }
    },
    paste: (text) => {
      pressed += 1;
      tmux('set-buffer', '--', text);
      tmux('paste-buffer', '-p', '-t', 'x');
    },
    sees: async (text) => {
      for (let tries = 0; tries < 300; tries += 1) {
        const seen = screen();
        if (seen.includes(text)) return seen;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      throw new Error(`The screen doesn’t show ${JSON.stringify(text)}:\n${screen()}`);
    },
    screen,
    presses: () => pressed,
  };
}
