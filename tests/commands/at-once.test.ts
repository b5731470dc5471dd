import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeFolder } from '../folder.ts';
import { runProgram } from '../torture/program.ts';
import { isLong, tally } from '../torture/tally.ts';
import { handbill, type Ran } from './run.ts';
import { smallAppeal } from './small-appeal.ts';

const list = (name: string, rows: number) =>
  `name,street,city,country\n${Array.from({ length: rows }, (_, i) => `${name} ${i} Ltd,${i} Road,Exampleton,GB\n`).join('')}`;

const CORRECT = 'facts correct --source https://www.example.org/news --date 2026-05-03';

/** Commands that change an appeal, each with what it leaves behind that nothing else does. */
const CHANGES: Readonly<Record<string, { args: string; file: string; leaves: RegExp }>> = {
  import: {
    args: 'contacts import one.csv --appeal a --yes --set kind=company',
    file: 'contacts.csv',
    leaves: /One 39 Ltd/,
  },
  'another import': {
    args: 'contacts import two.csv --appeal a --yes --set kind=company',
    file: 'contacts.csv',
    leaves: /Two 39 Ltd/,
  },
  correct: {
    args: `${CORRECT} what-happened a --status withdrawn`,
    file: 'corrections.csv',
    leaves: /withdrawn/,
  },
  'another correct': {
    args: `${CORRECT} rumour a --status disputed`,
    file: 'corrections.csv',
    leaves: /disputed/,
  },
  translate: { args: 'translate import de.po a', file: 'appeal.yaml', leaves: /Worte/ },
  'another translate': { args: 'translate import fr.po a', file: 'appeal.yaml', leaves: /Des mots/ },
  sent: {
    args: 'sent a/out/letters/example-ltd.en.txt --by post --date 2026-05-04',
    file: 'outbox.csv',
    leaves: /^example-ltd,/m,
  },
  'another sent': {
    args: 'sent a/out/letters/xx-embassy.en.txt --by fax --date 2026-05-04',
    file: 'outbox.csv',
    leaves: /^xx-embassy,/m,
  },
};

async function appealWithTranslations(): Promise<Record<string, string>> {
  const files: Record<string, string> = {
    ...smallAppeal('a'),
    'one.csv': list('One', 40),
    'two.csv': list('Two', 40),
  };
  files['a/facts.csv'] += files['a/facts.csv']!.split('\n')[1]!
    .replace('what-happened', 'rumour')
    .concat('\n');
  const cwd = await makeFolder(files);
  for (const [lang, words] of [
    ['de', 'Worte'],
    ['fr', 'Des mots'],
  ] as const) {
    const { stdout } = await handbill(cwd, `translate export a --lang ${lang}`);
    files[`${lang}.po`] = stdout.replaceAll('msgstr ""\n\n', `msgstr "${words}"\n\n`);
  }
  expect((await handbill(cwd, 'letters a --out a/out --format txt --date 2026-05-02')).code).toBe(0);
  for (const path of ['handbill-manifest.json', 'letters/example-ltd.en.txt', 'letters/xx-embassy.en.txt'])
    files[`a/out/${path}`] = await readFile(join(cwd, 'a/out', path), 'utf8');
  return files;
}

test('commands that change one appeal at the same moment: both changes are there', {
  timeout: 300_000,
}, async () => {
  const files = await appealWithTranslations();
  const names = Object.keys(CHANGES);
  const pairs = names.flatMap((one, i) => names.slice(i + 1).map((two) => [one, two] as const));
  const rounds = isLong ? pairs.length * 3 : pairs.length;
  for (let round = 0; round < rounds; round += 1) {
    const pair = pairs[round % pairs.length]!;
    const cwd = await makeFolder(files);
    const ran = await Promise.all(pair.map((name) => handbill(cwd, CHANGES[name]!.args)));
    for (const [i, { code, stderr }] of ran.entries())
      expect({ pair, name: pair[i], code, stderr: code === 0 ? '' : stderr }).toMatchObject({
        code: 0,
        stderr: '',
      });
    for (const name of pair)
      expect(await readFile(join(cwd, 'a', CHANGES[name]!.file), 'utf8'), pair.join(' and ')).toMatch(
        CHANGES[name]!.leaves,
      );
    expect(await handbill(cwd, 'facts check a')).toMatchObject({ code: 0 });
  }
  tally({ part: 'faults', what: 'two commands on one appeal at once', cases: rounds, survived: rounds });
});

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
