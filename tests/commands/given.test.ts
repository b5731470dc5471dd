import { execFileSync } from 'node:child_process';
import { mkdir, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { listFiles, makeFolder } from '../folder.ts';
import { handbill } from './run.ts';
import { smallAppeal } from './small-appeal.ts';

const SECRET = 'Only for the owner of this disk';

/** An appeal beside a file that isn't part of it. */
const appeal = () =>
  makeFolder({
    ...smallAppeal('a', {
      'templates/letter/company.en.md':
        '---\nmaterial: letter\nkind: company\nlanguage: en\n---\n\n# Strike\n\n{{> private}}\n',
      'templates/partials/own.md': 'Words of our own.\n',
      'appeal-in-json/appeal.json': '{}',
    }),
    'outside/private.md': `${SECRET}\n`,
    'outside/private.yaml': `${SECRET}: [\n`,
    'outside/private.css': `/* ${SECRET} */`,
  });

const LETTERS = 'letters a --format txt --to example-ltd';

/** Files of an appeal that may be links, and what reads them. */
const LINKS: readonly (readonly [place: string, to: string, command: string])[] = [
  ['a/templates/partials/private.md', '../../../outside/private.md', LETTERS],
  ['a/templates/partials', '../../outside', LETTERS],
  ['a/templates', '..', LETTERS],
  ['a/templates', '../outside', LETTERS],
  ['a/templates/words/en.yaml', '../../../outside/private.yaml', LETTERS],
  ['a/templates/site/style.css', '../../../outside/private.css', 'site a --lang en'],
  ['a/appeal.yaml', '../outside/private.yaml', 'check a'],
  ['a/facts.csv', '../outside/private.md', 'check a'],
  ['a/contacts.csv', '../outside/private.md', 'contacts list a'],
  ['a/fonts/private.ttf', '../../outside/private.md', LETTERS],
  ['a/draft.yaml', '../outside/private.yaml', 'init a --title x'],
];

test.each(LINKS)(
  '%s as a link to %s: %s names the rule, and nothing of what lies there',
  async (place, to, command) => {
    const cwd = await appeal();
    if (place.endsWith('draft.yaml')) await rm(join(cwd, 'a/appeal.yaml'));
    await rm(join(cwd, place), { recursive: true, force: true });
    await mkdir(join(cwd, place, '..'), { recursive: true });
    await symlink(to, join(cwd, place));
    const before = await listFiles(cwd);
    const { code, stdout, stderr } = await handbill(cwd, command);
    expect(code).toBe(1);
    expect(stderr.replace(/\s+/g, ' ')).toContain(
      'This is a link that leads out of the folder of the appeal',
    );
    expect(stdout + stderr).not.toContain('Only for');
    expect(await listFiles(cwd)).toEqual(before);
  },
);

test('links that stay within the folder are followed, each folder once', async () => {
  const cwd = await appeal();
  await symlink('own.md', join(cwd, 'a/templates/partials/private.md'));
  await mkdir(join(cwd, 'a/templates/round'));
  for (const name of ['one', 'two', 'three']) await symlink('..', join(cwd, 'a/templates/round', name));
  await mkdir(join(cwd, 'a/fonts'));
  for (const name of ['one', 'two', 'three']) await symlink('.', join(cwd, 'a/fonts', name));
  expect(await handbill(cwd, LETTERS)).toMatchObject({ code: 0, stderr: '' });
});

test('the folder of an appeal may itself be a link', async () => {
  const cwd = await makeFolder(smallAppeal('real'));
  await symlink('real', join(cwd, 'a'));
  expect(await handbill(cwd, LETTERS)).toMatchObject({ code: 0 });
});

describe('pipes, devices and the system’s own files are refused at once', () => {
  const PIPES: readonly (readonly [place: string, command: string])[] = [
    ['a/appeal.yaml', 'check a'],
    ['a/facts.csv', 'check a'],
    ['a/contacts.csv', 'contacts list a'],
    ['a/contacts.csv', 'contacts import list.csv --appeal a --yes'],
    ['a/events.csv', 'check a'],
    ['a/corrections.csv', 'check a'],
    ['a/templates/letter/company.en.md', LETTERS],
    ['a/templates/words/en.yaml', LETTERS],
    ['a/templates/site/act.js', 'site a --lang en'],
    ['list.csv', 'contacts import list.csv --appeal a --yes'],
    ['de.po', 'translate import de.po a'],
    ['sender.yaml', `${LETTERS} --sender sender.yaml`],
    ['sender.csv', `${LETTERS} --senders sender.csv`],
    ['out/letters/example-ltd.en.txt', LETTERS],
    ['out/handbill-manifest.json', LETTERS],
  ];
  test.each(PIPES)('a pipe as %s: %s', { timeout: 10_000 }, async (place, command) => {
    const cwd = await makeFolder({
      ...smallAppeal('a'),
      'list.csv': 'name,country\nExample,GB\n',
    });
    await rm(join(cwd, place), { force: true });
    await mkdir(join(cwd, place, '..'), { recursive: true });
    execFileSync('mkfifo', [join(cwd, place)]);
    const { code, stderr } = await handbill(cwd, command);
    expect({ code, stderr: stderr.replace(/\s+/g, ' ') }).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/A file was expected, a device, a pipe|what stands there is no file/),
    });
  });

  test('a font that is a pipe is no font', { timeout: 10_000 }, async () => {
    const cwd = await makeFolder({ ...smallAppeal('a'), 'a/fonts/x': '' });
    execFileSync('mkfifo', [join(cwd, 'a/fonts/pipe.ttf')]);
    expect(await handbill(cwd, LETTERS)).toMatchObject({ code: 0 });
  });

  test.each([
    'contacts import /dev/zero --appeal a --yes',
    'contacts import /proc/self/environ --appeal a --yes',
    'check /proc/self/environ',
    `${LETTERS} --sender /proc/self/status`,
    `${LETTERS} --facts /dev/zero`,
  ])('%s', { timeout: 10_000 }, async (command) => {
    const cwd = await makeFolder(smallAppeal('a'));
    const { code, stdout, stderr } = await handbill(cwd, command);
    expect(code).toBe(1);
    expect(stdout + stderr).not.toMatch(/PATH=|Pid:/);
  });

  test.each([
    [LETTERS, '--out /proc/x'],
    [LETTERS, '--out /sys/x/y'],
    ['site a', '--out /dev/x'],
    ['contacts labels a', '--out /proc/self/x'],
    ['init', '/proc/x --title T --issuer Us --source Us --to Ltd --to-kind company --demand Go --what Much.'],
    ['translate export a --lang de', '--to /proc/x/y/de.po'],
    ['contacts import list.csv --yes', '--out-file /proc/self/contacts.csv'],
  ])('%s %s', { timeout: 10_000 }, async (command, place) => {
    const cwd = await makeFolder({ ...smallAppeal('a'), 'list.csv': 'name,country\nExample,GB\n' });
    const { code, stderr } = await handbill(cwd, `${command} ${place}`);
    expect({ code, stderr }).toMatchObject({ code: expect.toSatisfy((c) => c === 1 || c === 2) });
    // The terminal's width decides where its lines break.
    expect(stderr.replace(/\s+/g, ' ')).toMatch(/no place for files/);
  });
});
