import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { handbill } from './commands/run.ts';
import { makeFolder } from './folder.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const lines = [...readme.matchAll(/^```sh\n(.*?)^```$/gms)].flatMap((block) => block[1]!.trim().split('\n'));

/** Commands around handbill itself: `.ci/run` does these from a fresh clone. */
const SETUP = ['npm ci', 'npm run check', 'npm test', 'npm start'];

describe('every command of the README runs', () => {
  test('in order, in one folder', { timeout: 120_000 }, async () => {
    const folder = await makeFolder();
    const commands = lines.filter((line) => !SETUP.includes(line));
    expect(commands.length).toBeGreaterThan(5);
    for (const line of commands) {
      expect(line).toMatch(/^npx handbill /);
      const { code, stderr } = await handbill(folder, wordsOf(line).slice(2));
      expect({ line, code, stderr: code === 0 ? '' : stderr }).toEqual({ line, code: 0, stderr: '' });
    }
  });

  test('setup stands in .ci/run, and npm start makes the example', () => {
    const ci = readFileSync(join(root, '.ci/run'), 'utf8');
    for (const line of SETUP.filter((l) => l !== 'npm start')) expect(ci).toContain(line);
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    expect(scripts.start).toBe('node bin/handbill.js make');
  });
});

test('the README names every command, and its pictures are there', async () => {
  const { stdout } = await handbill('/', '');
  const names = [...stdout.slice(stdout.indexOf('Commands:')).matchAll(/^ {2}([a-z]+)/gm)].map((m) => m[1]!);
  for (const name of names.filter((n) => n !== 'help')) expect(readme).toMatch(new RegExp(`\`${name}[ \`]`));
  for (const [, path] of readme.matchAll(/!\[[^\]]*\]\(([^)]+)\)/g))
    expect(existsSync(join(root, path!))).toBe(true);
});

test('the program starts as a process of its own, and says its version', async () => {
  if (!existsSync(join(root, 'dist/program/cli.js'))) throw new Error('run `npm run build` first');
  const { stdout } = await promisify(execFile)(process.execPath, [
    join(root, 'bin/handbill.js'),
    '--version',
  ]);
  expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
});

/** Words of a command line, double quotes taken away. */
function wordsOf(line: string): string[] {
  return [...line.matchAll(/"([^"]*)"|(\S+)/g)].map((m) => m[1] ?? m[2]!);
}
