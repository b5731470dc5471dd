import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { handbill } from '../commands/run.ts';
import { makeFolder } from '../folder.ts';
import { hasTool } from '../tools.ts';

async function script(shell: string): Promise<string> {
  const { code, stdout } = await handbill('/', ['completion', shell]);
  expect(code).toBe(0);
  return stdout;
}

describe('bash', () => {
  /** What bash offers after these words. */
  async function offered(...words: string[]): Promise<string[]> {
    const folder = await makeFolder({ 'h.bash': await script('bash'), 'my-appeal/appeal.yaml': '' });
    const ask = `source ./h.bash; COMP_WORDS=(${words.map((w) => `'${w}'`).join(' ')}); COMP_CWORD=${words.length - 1}; _handbill; printf '%s\\n' "\${COMPREPLY[@]}"`;
    return execFileSync('bash', ['-c', ask], { cwd: folder, encoding: 'utf8' }).split('\n').filter(Boolean);
  }

  test('commands, subcommands, options, and files where nothing else fits', async () => {
    expect(await offered('handbill', 'le')).toEqual(['letters', 'leaflets']);
    expect(await offered('handbill', 'contacts', 'li')).toEqual(['list']);
    expect(await offered('handbill', 'contacts', 'list', '--ki')).toEqual(['--kind']);
    expect(await offered('handbill', 'make', 'my-appeal', '--wa')).toEqual(['--watch']);
    expect(await offered('handbill', 'make', 'my')).toEqual(['my-appeal']);
  });
});

describe.each([
  ['zsh', ['-n']],
  ['fish', ['--no-execute']],
])('%s', (shell, parse) => {
  test.skipIf(!hasTool(shell))(`parses it (skipped where ${shell} is missing)`, async () => {
    const folder = await makeFolder();
    const file = join(folder, 'h');
    writeFileSync(file, await script(shell));
    expect(execFileSync(shell, [...parse, file], { encoding: 'utf8' })).toBe('');
  });
});

test('every command is in every script', async () => {
  const { stdout } = await handbill('/', '');
  const commands = [...stdout.slice(stdout.indexOf('Commands:')).matchAll(/^ {2}([a-z]+)/gm)].map(
    (m) => m[1]!,
  );
  expect(commands.length).toBeGreaterThan(12);
  for (const shell of ['bash', 'zsh', 'fish', 'powershell', 'man']) {
    const text = await script(shell);
    for (const command of commands) expect(text, shell).toMatch(new RegExp(`\\b${command}\\b`));
  }
});

test.skipIf(!hasTool('man'))('the manual page is one (skipped where man is missing)', async () => {
  const folder = await makeFolder();
  writeFileSync(join(folder, 'handbill.1'), await script('man'));
  const page = execFileSync('man', ['-l', '-E', 'utf-8', '--warnings', join(folder, 'handbill.1')], {
    encoding: 'utf8',
    env: { ...process.env, MANWIDTH: '80', LC_ALL: 'C.UTF-8' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  expect(page).toContain('make [appeal]');
  expect(page).toContain('--watch');
  expect(page).not.toContain('\\-');
});
