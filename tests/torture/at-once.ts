import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { handbill } from '../commands/run.ts';
import { smallAppeal } from '../commands/small-appeal.ts';
import { makeTemporary, writeFiles } from '../folder.ts';

/** A list of contacts to import. */
export const list = (name: string, rows: number) =>
  `name,street,city,country\n${Array.from({ length: rows }, (_, i) => `${name} ${i} Ltd,${i} Road,Exampleton,GB\n`).join('')}`;

const CORRECT = 'facts correct --source https://www.example.org/news --date 2026-05-03';
const ADD = '--no-input --date 2026-05-04';

/** A command that changes an appeal, and what it leaves behind that nothing else does. */
export interface Changing {
  readonly args: string;
  readonly file: string;
  readonly leaves: RegExp;
}

/** Commands that change an appeal, two of most kinds. */
export const CHANGES: Readonly<Record<string, Changing>> = {
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
  edit: { args: 'edit a --no-input --set title=Freedom', file: 'appeal.yaml', leaves: /Freedom/ },
  'another edit': {
    args: 'edit a --no-input --set what-happened.place=Harbour',
    file: 'facts.csv',
    leaves: /Harbour/,
  },
  'add demand': { args: `add demand a --demand Apologise ${ADD}`, file: 'appeal.yaml', leaves: /Apologise/ },
  'add fact': {
    args: `add fact a --what Fined. --when 2026-05-02 --where Exampleton --source Union ${ADD}`,
    file: 'facts.csv',
    leaves: /Fined\./,
  },
};

/** Every two of them. */
export const PAIRS = Object.keys(CHANGES).flatMap((one, i, names) =>
  names.slice(i + 1).map((two) => [one, two] as const),
);

/** The files that these commands find. */
export async function appealToChange(): Promise<Record<string, string>> {
  const files: Record<string, string> = {
    ...smallAppeal('a'),
    'one.csv': list('One', 40),
    'two.csv': list('Two', 40),
  };
  files['a/facts.csv'] += files['a/facts.csv']!.split('\n')[1]!
    .replace('what-happened', 'rumour')
    .concat('\n');
  const { path: cwd, remove } = await makeTemporary();
  await writeFiles(cwd, files);
  for (const [lang, words] of [
    ['de', 'Worte'],
    ['fr', 'Des mots'],
  ] as const) {
    const { stdout } = await handbill(cwd, `translate export a --lang ${lang}`);
    files[`${lang}.po`] = stdout.replaceAll('msgstr ""\n\n', `msgstr "${words}"\n\n`);
  }
  const { code, stderr } = await handbill(cwd, 'letters a --out a/out --format txt --date 2026-05-02');
  if (code !== 0) throw new Error(stderr);
  for (const path of ['handbill-manifest.json', 'letters/example-ltd.en.txt', 'letters/xx-embassy.en.txt'])
    files[`a/out/${path}`] = await readFile(join(cwd, 'a/out', path), 'utf8');
  await remove();
  return files;
}
