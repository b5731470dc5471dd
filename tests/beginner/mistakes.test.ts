import { execFileSync } from 'node:child_process';
import { cpSync } from 'node:fs';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { handbill } from '../commands/run.ts';
import { smallAppeal } from '../commands/small-appeal.ts';
import { makeFolder } from '../folder.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** A mistake that beginners make: the files that differ from a small whole appeal, what they type, and what they see. */
interface Mistake {
  readonly files?: Record<string, string | Uint8Array>;
  readonly line: readonly string[];
  readonly code?: number;
  /** Of the problem that tells it; none for wrong use. */
  readonly problem?: string;
  /** Each stands on the screen: the place, what is wrong, what to do. */
  readonly sees: readonly string[];
}

const FACTS = 'id,date,text.en,sources\nfact-1,2026-05-01,They struck.,source-1\n';
const check = ['check', 'my-appeal', '--date', '2026-05-03'];
const latin1 = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));

const MISTAKES: Record<string, Mistake> = {
  'facts saved by a spreadsheet, with semicolons and a date of its own': {
    files: { 'facts.csv': FACTS.replaceAll(',', ';').replace('2026-05-01', '31.4.2026') },
    line: check,
    problem: 'bad-date',
    sees: ['my-appeal/facts.csv:2:8  error', 'found "31.4.2026"', '→ Write year, month and day'],
  },
  'a date whose day and month nobody can tell apart': {
    files: { 'facts.csv': FACTS.replace('2026-05-01', '05/01/26') },
    line: check,
    problem: 'bad-date',
    sees: ['facts.csv:2:8  error', '→ Write year, month and day, such as 2026-05-31.'],
  },
  'umlauts in the encoding of an old spreadsheet': {
    files: { 'facts.csv': latin1(FACTS.replace('struck', 'struck in Köln')) },
    line: check,
    code: 0,
    problem: 'encoding',
    sees: [
      'my-appeal/facts.csv  notice',
      'This isn’t UTF-8: it is read as windows-1252',
      '→ Save it as UTF-8',
    ],
  },
  'a spreadsheet that was only renamed to .csv': {
    files: { 'contacts.csv': latin1('PK\x03\x04\x14\x00\x06\x00') },
    line: check,
    problem: 'encoding',
    sees: ['my-appeal/contacts.csv  error', 'spreadsheet or a document', 'save it there as “CSV'],
  },
  'a contact without a country': {
    files: {
      'contacts.csv':
        'id,kind,organisation,street,city,country,languages,source\na,company,A,1 Road,Town,,en,made up\nb,embassy,B,1 Road,Town,GB,en,made up\n',
    },
    line: check,
    code: 0,
    problem: 'incomplete-address',
    sees: ['contacts.csv:2:', 'a: has an address but no country.', '→ Add it as a code of two letters'],
  },
  'a comma missing in sender.json': {
    files: { 'sender.json': '{\n  "name": "A. Example"\n  "city": "Town"\n}\n' },
    line: ['letters', 'my-appeal', '--sender', 'my-appeal/sender.json'],
    problem: 'json-syntax',
    sees: ['my-appeal/sender.json:3:3  error', 'a comma is missing before this', '→ Look at quotes, commas'],
  },
  'what to make typed as if it were the appeal': {
    line: ['make', 'letters'],
    problem: 'file-not-found',
    sees: ['letters  error  There is no such file or folder.', '→ Did you mean handbill letters?'],
  },
  'the folder misspelt': {
    line: ['make', 'my-apeal'],
    problem: 'file-not-found',
    sees: ['my-apeal  error', '→ Did you mean my-appeal?'],
  },
  'the folder around the appeal': {
    line: ['make', '.'],
    problem: 'not-an-appeal',
    sees: ['.  error  The folder holds no appeal.yaml', '→ Did you mean my-appeal?'],
  },
  'no folder, in the folder around the appeal': {
    line: ['contacts', 'list'],
    code: 0,
    problem: 'example-appeal',
    sees: ['the bundled example is', '→ Name a folder, such as: handbill make my-appeal'],
  },
  'a number in the text that the figures contradict': {
    files: {
      'facts.csv':
        'id,date,text.en,sources,quantity,unit.en,value,saidIn\nfact-1,2026-05-01,"They arrested {held}, 15 in all.",source-1,held,strikers,12,source-1\n',
    },
    line: check,
    code: 0,
    problem: 'wrong-number',
    sees: ['my-appeal/facts.csv:2:19  warning', '15 in the text of the fact fact-1 (en)', '→ Mend it, or'],
  },
  'a field misspelt in a template': {
    files: {
      'templates/letter/company.en.md':
        '---\nmaterial: letter\nkind: company\nlanguage: en\nreview: original\n---\n{{appeal.titel}}\n',
    },
    line: check,
    problem: 'template-data',
    sees: ['company.en.md:7:3  error', '{{appeal.titel}}', '→ Did you mean "title"?'],
  },
  'the language by another code': {
    files: {
      'appeal.yaml': smallAppeal('a')['a/appeal.yaml']!.replace(/tag: "?en"?/, 'tag: ger'),
    },
    line: check,
    problem: 'bad-language',
    sees: ['appeal.yaml:21:', 'found "ger"', '→ Did you mean de?'],
  },
  'a country by half of its name': {
    files: {
      'contacts.csv':
        'id,kind,organisation,country,languages,source\na,company,A,Germ,en,made up\nb,embassy,B,Großbritanien,en,made up\n',
    },
    line: check,
    problem: 'bad-country',
    sees: ['contacts.csv:2:13  error', '→ Did you mean DE (Germany)?', '→ Did you mean GB (United Kingdom)?'],
  },
  'a name with a space in it': {
    line: ['make', 'my', 'appeal'],
    code: 2,
    sees: ["too many arguments for 'make'", 'needs quotes: "my appeal"'],
  },
  'an option that there is not': {
    line: ['make', 'my-appeal', '--verbose'],
    code: 2,
    sees: ["unknown option '--verbose'", 'All options: handbill make --help'],
  },
};

test.each(Object.entries(MISTAKES))('%s', async (_, { files = {}, line, code = 1, problem, sees }) => {
  const own = Object.entries(files).map(([name, text]) => [`my-appeal/${name}`, text]);
  const folder = await makeFolder({ ...smallAppeal('my-appeal'), ...Object.fromEntries(own) });
  const ran = await handbill(folder, line);
  const screen = ran.stderr.replace(/\n {4}(?=\S)/g, ' ');
  for (const text of sees) expect(screen).toContain(text);
  expect(ran.code).toBe(code);
  expect(ran.stderr.split('\n').filter((shown) => [...shown].length > 80)).toEqual([]);
  expect(ran.stderr).not.toMatch(/defect|\bat .*\.ts:/);
  if (problem === undefined) return;
  const { problems } = JSON.parse((await handbill(folder, [...line, '--json'])).stdout);
  expect(problems.map((p: { code: string }) => p.code)).toContain(problem);
});

test('a letter that stands open where its place is taken: said what to do, nothing else lost', async () => {
  const folder = await makeFolder(smallAppeal('my-appeal'));
  expect((await handbill(folder, 'letters my-appeal')).code).toBe(0);
  const letter = join(folder, 'out/letters/example-ltd.en.pdf');
  await rm(letter);
  await mkdir(letter);
  await writeFile(join(letter, 'x'), '');
  const ran = await handbill(folder, 'letters my-appeal --own-words Hello.');
  expect(ran).toMatchObject({ code: 1, stderr: expect.stringContaining('→ Move away what stands there') });
  expect(await readdir(join(folder, 'out/letters'))).toContain('xx-embassy.en.pdf');
});

test('the program not installed whole: said how', async () => {
  const folder = await makeFolder();
  cpSync(join(root, 'bin'), join(folder, 'bin'), { recursive: true });
  cpSync(join(root, 'package.json'), join(folder, 'package.json'));
  const run = () =>
    execFileSync(process.execPath, [join(folder, 'bin/handbill.js'), 'check'], { stdio: 'pipe' });
  expect(run).toThrow(/^Command failed[^\n]*\nhandbill: it isn’t installed whole\. In its folder: npm ci\n$/);
});
