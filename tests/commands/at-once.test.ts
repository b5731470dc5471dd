import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeFolder } from '../folder.ts';
import { list } from '../torture/at-once.ts';
import { runProgram } from '../torture/program.ts';
import { handbill, type Ran } from './run.ts';
import { smallAppeal } from './small-appeal.ts';

test('two imports as processes of their own: no row is lost', { timeout: 120_000 }, async () => {
  const cwd = await makeFolder({
    ...smallAppeal('a'),
    'one.csv': list('One', 800),
    'two.csv': list('Two', 800),
  });
  const args = (file: string) => [
    'contacts',
    'import',
    file,
    '--appeal',
    'a',
    '--yes',
    '--set',
    'kind=company',
  ];
  const ran = await Promise.all(['one.csv', 'two.csv'].map((file) => runProgram(cwd, args(file))));
  expect(ran.map(({ code, stderr }) => [code, code === 0 ? '' : stderr])).toEqual([
    [0, ''],
    [0, ''],
  ]);
  const rows = (await readFile(join(cwd, 'a/contacts.csv'), 'utf8')).trim().split('\n');
  expect(rows).toHaveLength(1 + 2 + 1600);
});

test('two who make one appeal: one does, the other is told, and no file is of both', async () => {
  const cwd = await makeFolder();
  const init = (title: string): Promise<Ran> =>
    handbill(cwd, [
      ...'init a --issuer Us --source Us --to Ltd --to-kind company --demand Go --what Much.'.split(' '),
      '--title',
      title,
    ]);
  const ran = await Promise.all([init('One'), init('Two')]);
  expect(ran.map(({ code }) => code).sort(), ran.map(({ stderr }) => stderr).join()).toEqual([0, 2]);
  expect(ran.find(({ code }) => code === 2)?.stderr).toContain('a holds an appeal already');
});

test('two who import words of one language: those of both are there', async () => {
  const cwd = await makeFolder(smallAppeal('a'));
  expect(await handbill(cwd, 'translate new ro a')).toMatchObject({ code: 0 });
  const { stdout } = await handbill(cwd, 'translate export a --words ro');
  const open = stdout.split('\n\n').filter((text) => !text.includes('{') && /msgstr ""\s*$/.test(text));
  const files = ['one.po', 'two.po'];
  for (const [i, file] of files.entries()) {
    const filled = stdout.replace(open[i]!, () =>
      open[i]!.replace(/msgstr ""(\s*)$/, `msgstr "Cuvinte ${i}"$1`),
    );
    await writeFile(join(cwd, file), filled);
  }
  const ran = await Promise.all(files.map((file) => handbill(cwd, `translate import ${file} a`)));
  expect(ran.map(({ code, stderr }) => [code, stderr])).toEqual([
    [0, expect.any(String)],
    [0, expect.any(String)],
  ]);
  const again = (await handbill(cwd, 'translate export a --words ro')).stdout;
  for (const i of files.keys()) expect(again).toContain(`msgstr "Cuvinte ${i}"`);
});
