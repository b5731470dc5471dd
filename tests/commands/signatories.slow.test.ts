import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { listFiles, makeFolder } from '../folder.ts';
import { describeWith } from '../tools.ts';
import { handbill } from './run.ts';
import { smallAppeal } from './small-appeal.ts';

/** Names of made-up groups in three scripts, each told from the others by its number. */
const GROUPS = Array.from({ length: 100 }, (_, i) => {
  const n = String(i + 1).padStart(3, '0');
  return [
    `Workers’ Group ${n}`,
    `Группа рабочих ${n}`,
    `لجنة العمال ${n}`,
    `Federación de Grupos de Trabajadores del Transporte y de los Puertos ${n}`,
  ][i % 4]!;
});

const list = (names: readonly string[]) =>
  `Organisation;Ort;Land\n${names.map((name) => `${name};Exampleton;Deutschland\n`).join('')}`;

const appeal = (names: readonly string[]) => {
  const files = smallAppeal('a');
  const head = files['a/appeal.yaml']!.replace(/^ {2}# - \{.*\n/gm, '').replace(
    'languages:\n',
    'languages:\n  - { tag: ru, fallback: en }\n  - { tag: ar, fallback: en }\n',
  );
  const contacts = files['a/contacts.csv']!.replaceAll(',en,made', ',en;ru;ar,made');
  return { ...files, 'a/appeal.yaml': head, 'a/contacts.csv': contacts, 'groups.csv': list(names) };
};

async function made(names: readonly string[], options = '') {
  const cwd = await makeFolder(appeal(names));
  const ran = await handbill(cwd, `letters a --to example-ltd --signatories groups.csv ${options}`);
  expect(ran.code, ran.stderr).toBe(0);
  return { cwd, ...ran };
}

/** Text without spaces, as lines of a table or of another direction divide words. */
const bare = (text: string) =>
  text.normalize('NFKC').replace(/[\s\u200e\u200f\u202a-\u202e\u2066-\u2069]+/g, '');

describeWith(['pdftotext', 'pdfinfo', 'qpdf'], 'a hundred who sign', () => {
  test('stand in columns over pages of their own, tagged and numbered, in each script', async () => {
    const { cwd } = await made(GROUPS);
    for (const language of ['en', 'ru', 'ar']) {
      const path = join(cwd, `out/letters/example-ltd.${language}.pdf`);
      const info = execFileSync('pdfinfo', [path], { encoding: 'utf8' });
      const pages = Number(/Pages:\s+(\d+)/.exec(info)?.[1]);
      expect(pages).toBeGreaterThan(2);
      expect(info).toMatch(/Tagged:\s+yes/);
      execFileSync('qpdf', ['--check', path]);
      const textOf = (page: number) =>
        execFileSync('pdftotext', ['-f', `${page}`, '-l', `${page}`, path, '-'], { encoding: 'utf8' });
      const numbers = Array.from({ length: pages }, (_, i) =>
        [...textOf(i + 1).matchAll(/(?<!\d)\d{3}(?!\d)/g)].map(([n]) => n),
      );
      // The letter is whole on its first page, and says how many names follow.
      expect(numbers[0]).toEqual(['100']);
      const all = numbers.slice(1).flat().sort();
      expect(all).toEqual(GROUPS.map((name) => /\d{3}/.exec(name)![0]));
      for (let page = 2; page <= pages; page += 1)
        expect(textOf(page)).toMatch(new RegExp(`${page}.*${pages}|${pages}.*${page}`));
      const tags = execFileSync('pdfinfo', ['-struct-text', path], { encoding: 'utf8' });
      expect(tags.match(/^\s*LI \(block\)/gm)?.length).toBeGreaterThanOrEqual(100);
    }
  });

  test('a few stand under the letter, on its page', async () => {
    const { cwd } = await made(GROUPS.slice(0, 6));
    const path = join(cwd, 'out/letters/example-ltd.en.pdf');
    expect(execFileSync('pdfinfo', [path], { encoding: 'utf8' })).toMatch(/Pages:\s+1\b/);
    const text = bare(execFileSync('pdftotext', [path, '-'], { encoding: 'utf8' }));
    expect(text).toContain('Signatories');
    expect(text).not.toContain('further pages');
    expect(text).toContain(bare('Группа рабочих 002, Exampleton'));
  });
});

test('the text of the letter and the page name all, in the order of the list, with the country in the language', async () => {
  const { cwd } = await made(GROUPS, '--format txt');
  const letter = await readFile(join(cwd, 'out/letters/example-ltd.en.txt'), 'utf8');
  const signed = letter.slice(letter.indexOf('Yours faithfully'));
  const names = [...signed.matchAll(/^- ([^,]*?),/gm)].map(([, name]) => name);
  expect(names.map((name) => bare(name!))).toEqual(GROUPS.map(bare));
  expect(letter).toContain('Workers’ Group 001, Exampleton, Germany');
  expect(letter).not.toContain('____');
  expect(await readFile(join(cwd, 'out/letters/example-ltd.ru.txt'), 'utf8')).toContain(
    'Exampleton, Германия',
  );
  expect((await handbill(cwd, 'site a --signatories groups.csv')).code).toBe(0);
  const page = await readFile(join(cwd, 'out/site/en/index.html'), 'utf8');
  expect(page.match(/<bdi>Exampleton<\/bdi>, <bdi>Germany<\/bdi><\/li>/g)).toHaveLength(100);
  // Each visitor signs for herself.
  const own = await readFile(join(cwd, 'out/site/en/letters/example-ltd.html'), 'utf8');
  expect(own).not.toContain('Workers’ Group 001');
});

test('a list as people have it is read, whoever stands in it twice signs once, and nothing but names is printed', async () => {
  const cwd = await makeFolder({
    ...smallAppeal('a'),
    'list.csv':
      'Name,Function,Union,E-mail,Street\nJane Doe,secretary,Example Union,jane@example.org,1 Secret Road\n,,Second Union,,\nJane Doe,secretary,Example Union,jane@example.org,1 Secret Road\n',
  });
  const { code, stderr } = await handbill(cwd, 'letters a --format txt --signatories list.csv');
  expect(code, stderr).toBe(0);
  expect(stderr).toContain('stands in the list twice');
  expect(stderr).not.toContain('Jane');
  const text = await readFile(join(cwd, 'out/letters/example-ltd.en.txt'), 'utf8');
  expect(text).toContain('Signatories\n- Example Union – Jane Doe, secretary\n- Second Union\n');
  expect(text).not.toMatch(/Secret Road|jane@/);
  const manifest = await readFile(join(cwd, 'out/handbill-manifest.json'), 'utf8');
  expect(manifest).not.toMatch(/Jane|Second Union/);
});

test('with a sender, the sender signs first; with many senders there is no joint letter', async () => {
  const cwd = await makeFolder({
    ...appeal(GROUPS.slice(0, 3)),
    'members.csv': 'name,country\nJane Doe,DE\n',
  });
  expect(
    (await handbill(cwd, 'letters a --format txt --sender a/sender.json --signatories groups.csv')).code,
  ).toBe(0);
  const text = await readFile(join(cwd, 'out/letters/example-ltd.en.txt'), 'utf8');
  expect(text).toMatch(/Our union\n\nSignatories\n- Workers/);
  const both = await handbill(cwd, 'letters a --senders members.csv --signatories groups.csv');
  expect(both).toMatchObject({ code: 2, stderr: expect.stringContaining('--signatories') });
  expect(await listFiles(join(cwd, 'out/letters'))).toHaveLength(6);
});
