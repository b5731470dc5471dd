import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { listFiles, makeFolder } from '../folder.ts';
import { handbill } from './run.ts';
import { smallAppeal } from './small-appeal.ts';

/** The English forms as somebody would begin with them, a few of them in Esperanto. */
async function esperantoWords(): Promise<string> {
  const english = await readFile('templates/words/en.yaml', 'utf8');
  const translated: readonly (readonly [string, string])[] = [
    ['language: en', 'language: eo'],
    ['name: English', 'name: Esperanto'],
    ['review: original', 'review: draft'],
    ['locale: en-GB', 'locale: eo'],
    ['general: Dear Sir or Madam,', 'general: Estimataj gesinjoroj,'],
    ['formal: Yours faithfully,', 'formal: Altestime,'],
    ['we-demand: We demand', 'we-demand: Ni postulas'],
  ];
  return translated.reduce((text, [from, to]) => {
    expect(text).toContain(from);
    return text.replace(from, to);
  }, english);
}

const LETTER = `---
material: letter
kind: company
language: eo
review: draft
---
{{> letterhead}}

Ni skribas al vi pri la sekva okazaĵo.

{{facts "event"}}

Ni postulas:

{{demands}}

{{> signature}}
`;

/** An appeal in English and Esperanto whose company reads Esperanto. */
async function esperantoAppeal(): Promise<Record<string, string>> {
  const files = smallAppeal('strike', {
    'templates/words/eo.yaml': await esperantoWords(),
    'templates/letter/company.eo.md': LETTER,
  });
  const change = (file: string, from: string, to: string) => {
    const text = files[`strike/${file}`]!;
    expect(text).toContain(from);
    files[`strike/${file}`] = text.replace(from, to);
  };
  change('contacts.csv', 'GB,en,', 'GB,eo;en,');
  change('appeal.yaml', '\nlanguages:\n', '\nlanguages:\n  - { tag: eo, fallback: en, review: draft }\n');
  return files;
}

test('a language that nobody foresaw is two files beside the appeal', async () => {
  const cwd = await makeFolder(await esperantoAppeal());
  const ran = await handbill(cwd, 'make strike --lang eo --format pdf,txt');
  expect(ran.stderr).toContain('Forms and templates that no speaker has signed are used: eo');
  expect(ran.code).toBe(0);
  const files = await listFiles(join(cwd, 'out'));
  for (const path of ['letters/example-ltd.eo.pdf', 'leaflets/picket.eo.a5.pdf'])
    expect(files).toContain(path);
  const letter = await readFile(join(cwd, 'out/letters/example-ltd.eo.txt'), 'utf8');
  expect(letter).toMatch(/Estimataj gesinjoroj,\n\nNi skribas al vi[\s\S]*Altestime,/);
  expect(await readFile(join(cwd, 'out/leaflets/picket.eo.txt'), 'utf8')).toContain('Ni postulas');
});

describe('two languages in one document', () => {
  test('leaflets stand under both names, letters have the translation behind them', async () => {
    const cwd = await makeFolder(await esperantoAppeal());
    for (const line of ['letters strike --to example-ltd', 'leaflets strike --paper a4'])
      expect((await handbill(cwd, `${line} --lang eo+en`)).code).toBe(0);
    const files = await listFiles(join(cwd, 'out'));
    expect(files).toContain('leaflets/picket.eo+en.a4.pdf');
    expect(files).toContain('letters/example-ltd.eo+en.pdf');
    expect(files.filter((file) => /\.(eo|en)\.(a4\.)?(pdf|txt)$/.test(file))).toEqual([]);
    const letter = await readFile(join(cwd, 'out/letters/example-ltd.eo+en.txt'), 'utf8');
    const [original = '', translation = ''] = letter.split('\n* * *\n');
    expect(original).toContain('Example Road');
    expect(translation).toMatch(/^\s*Courtesy translation\n/);
    expect(translation).not.toContain('Example Road');
    expect(translation).toContain('Yours faithfully,');
  });

  test.each([
    ['en+xx', 'there is no "xx"'],
    ['en+en', 'two different languages at most, found "en+en"'],
    ['en+eo+en', 'two different languages at most'],
  ])('--lang %s is wrong use', async (asked, message) => {
    const cwd = await makeFolder(await esperantoAppeal());
    const ran = await handbill(cwd, ['leaflets', 'strike', '--lang', asked]);
    expect(ran.code).toBe(2);
    expect(ran.stderr.replace(/\s+/g, ' ')).toContain(message);
  });
});

test('large print has paths of its own, beside the usual print', async () => {
  const cwd = await makeFolder(smallAppeal('strike'));
  expect((await handbill(cwd, 'make strike')).code).toBe(0);
  const usual = await listFiles(join(cwd, 'out'));
  const ran = await handbill(cwd, 'make strike --large-print --format pdf --paper a4');
  expect(ran.code).toBe(0);
  const files = await listFiles(join(cwd, 'out'));
  expect(files).toEqual(expect.arrayContaining(usual));
  expect(files.filter((file) => !usual.includes(file))).toEqual([
    'leaflets/picket.en.a4.large.pdf',
    'letters/example-ltd.en.large.pdf',
    'letters/xx-embassy.en.large.pdf',
  ]);
});

test('--strict does not let drafts pass', async () => {
  const cwd = await makeFolder(await esperantoAppeal());
  const ran = await handbill(cwd, 'check strike --lang eo --strict');
  expect(ran.code).toBe(1);
  expect(ran.stderr).toMatch(/error\s+Forms and templates that no speaker has signed/);
});

test('the forms of every language are those that the schema of words knows', async () => {
  const ran = await handbill('/', 'schema words');
  const { properties } = JSON.parse(ran.stdout);
  const keys = Object.keys(parse(await readFile('templates/words/ar.yaml', 'utf8')));
  for (const key of keys) expect(properties).toHaveProperty(key);
});

test('who signs the letters of a language signs for its letters alone', async () => {
  const files = await esperantoAppeal();
  const name = 'strike/templates/words/eo.yaml';
  files[name] = files[name]!.replace(
    'review: draft',
    'review: draft\nsigned: {letters: {by: L. Z., on: 2026-05-01}}',
  );
  const cwd = await makeFolder(files);
  const letters = await handbill(cwd, 'letters strike --lang eo');
  expect(letters.stderr).not.toContain('no speaker has signed');
  const leaflets = await handbill(cwd, 'leaflets strike --lang eo --kind placard');
  expect(leaflets.stderr).toContain('are used: eo (leaflets)');
  const tried = await handbill(cwd, 'words try eo --appeal strike');
  expect(tried.stdout).toContain('letters: reviewed by L. Z., 2026-05-01\nleaflets: draft\npage: draft');
});

test('a signature doesn’t cover a template in another folder', async () => {
  const cwd = await makeFolder({
    ...smallAppeal('strike', {}),
    'strike/templates/letter/company.fr.md': LETTER.replace('language: eo', 'language: fr'),
  });
  const { findDrafts } = await import('../../src/plan/drafts.ts');
  const { readWording } = await import('../../src/plan/wording.ts');
  const { words, ...read } = await readWording([join(cwd, 'strike/templates'), 'templates'], {
    languages: ['fr'],
  });
  const signed = { letters: { by: 'A. B.', on: '2026-05-01' } };
  const input = { ...read, words: new Map([['fr', { ...words.get('fr')!, signed }]]) };
  const drafts = (kind: 'company' | 'embassy') =>
    findDrafts([{ material: 'letter', kind, language: 'fr' } as never], input).map(
      ({ values }) => values?.some,
    );
  expect(drafts('company')).toEqual(['letter/company.fr.md']);
  expect(drafts('embassy')).toEqual([]);
});
