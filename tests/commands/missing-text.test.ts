import { appendFile, cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { listFiles, makeFolder, writeFiles } from '../folder.ts';
import { handbill } from './run.ts';
import { smallAppeal } from './small-appeal.ts';

let cwd: string;

/** An appeal in 14 languages, with one more fact that is told in English alone. */
beforeEach(async () => {
  cwd = await makeFolder();
  await cp('data/zhanaozen', join(cwd, 'a'), { recursive: true });
  const file = join(cwd, 'a/facts.csv');
  const [header = ''] = (await readFile(file, 'utf8')).split('\n');
  const values: Record<string, string> = {
    id: 'curfew',
    role: 'event',
    date: '2011-12-17',
    sources: 'appeal',
    'text.en': 'A state of emergency was declared in the city.',
  };
  await appendFile(file, `${header.split(',').map((name) => values[name.trim()] ?? '')}\n`);
});

describe('a fact that is told in one language only', () => {
  test.each([
    'facts list a',
    'facts show curfew a',
    'facts log a',
    'facts correct killed a --voice official --value 13 --source appeal --date 2026-01-01 --dry-run',
    'contacts list a',
    'contacts check a',
    'contacts export a --format csv',
    'translate status a',
    'translate export a --lang fr',
    'letters a --lang en --to co-citic-group',
  ])('handbill %s', async (line) => {
    const { code, stdout, stderr } = await handbill(cwd, line);
    expect(stderr).not.toContain('is missing in');
    expect({ code, hasOutput: stdout !== '' }).toEqual({ code: 0, hasOutput: true });
  });

  test('the export holds what is missing', async () => {
    const { stdout } = await handbill(cwd, 'translate export a --lang fr');
    expect(stdout).toContain(
      'msgctxt "fact/curfew/text"\nmsgid "A state of emergency was declared in the city."\nmsgstr ""\n',
    );
  });

  test('a correction is written', async () => {
    const line = 'facts correct killed a --voice official --value 13 --source appeal --date 2026-01-01';
    expect(await handbill(cwd, line)).toMatchObject({ code: 0 });
    expect(await readFile(join(cwd, 'a/facts.csv'), 'utf8')).toContain(',killed,13,');
  });

  test('a document that would print it is an error at the place of the text, and none of the run is written', async () => {
    const { code, stderr } = await handbill(cwd, 'letters a --lang fr --to embassy --country FR');
    expect(code).toBe(1);
    expect(stderr.replace(/\s+/g, ' ')).toMatch(
      /a\/facts\.csv:\d+:\d+ error The text of the fact curfew is missing in fr\. .* 1 error/,
    );
    expect((await listFiles(join(cwd, 'out'))).filter((name) => name.endsWith('.pdf'))).toEqual([]);
  });
});

/** A small appeal to which a second language was added, with none of its texts. */
async function withFrench(): Promise<void> {
  const files = smallAppeal('b');
  const head = files['b/appeal.yaml']!.replace('review: original }', '$&\n  - { tag: fr, review: draft }');
  const contacts = files['b/contacts.csv']!.replaceAll(',en,made', ',en;fr,made');
  await writeFiles(cwd, { ...files, 'b/appeal.yaml': head, 'b/contacts.csv': contacts });
}

test('status tells of the documents that can be made, and what is missing for the others', async () => {
  await withFrench();
  const { code, stdout, stderr } = await handbill(cwd, 'status b --json');
  const { files } = JSON.parse(stdout) as { files: { path: string }[] };
  expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
  expect(files.map(({ path }) => path)).toContain('letters/example-ltd.en.pdf');
  expect(files.filter(({ path }) => path.includes('.fr.'))).toEqual([]);
});

test('status doesn’t recall what can’t be made for want of a text', async () => {
  await withFrench();
  const head = join(cwd, 'b/appeal.yaml');
  const whole = await readFile(head, 'utf8');
  await writeFile(head, whole.replace('tag: fr,', 'tag: fr, fallback: en,'));
  expect(await handbill(cwd, 'letters b')).toMatchObject({ code: 0 });
  await writeFile(head, whole);
  const { stdout } = await handbill(cwd, 'status b --json');
  const { files } = JSON.parse(stdout) as { files: { fate: string }[] };
  expect(files.filter(({ fate }) => fate === 'recall')).toEqual([]);
});

test('check names each text once, bound to what it is of', async () => {
  await withFrench();
  const { code, stdout } = await handbill(cwd, 'check b --json');
  const { problems } = JSON.parse(stdout) as {
    problems: { code: string; severity: string; about: object }[];
  };
  expect(code).toBe(1);
  expect(
    problems.flatMap((p) =>
      p.code === 'missing-translation' ? [[p.severity, ...Object.values(p.about)]] : [],
    ),
  ).toEqual([
    ['error', 'head', 'appeal/title', 'fr'],
    ['error', 'head', 'appeal/summary', 'fr'],
    ['error', 'head', 'demand/demand-1', 'fr'],
    ['error', 'facts', 'fact/what-happened', 'fr'],
  ]);
});

test('a text that a document doesn’t print keeps nobody from making it', async () => {
  const head = join(cwd, 'a/appeal.yaml');
  await writeFile(head, (await readFile(head, 'utf8')).replace(/^ {2}fr: "Produits du Kazakhstan.*\n/m, ''));
  await cp('data/zhanaozen/facts.csv', join(cwd, 'a/facts.csv'));
  const letters = await handbill(cwd, 'letters a --lang fr --to embassy --country FR');
  expect(letters).toMatchObject({ code: 0 });
  expect(letters.stderr).toContain('warning  The boycott is missing in fr.');
  const leaflets = await handbill(cwd, 'leaflets a --lang fr --kind boycott --paper a5');
  expect(leaflets).toMatchObject({ code: 1 });
  expect(leaflets.stderr).toContain('error  The boycott is missing in fr.');
});

test('an error in the contacts keeps letters from being made, and no fact from being set right', async () => {
  await appendFile(join(cwd, 'a/contacts.csv'), 'broken,embassy\n');
  const line = 'facts correct killed a --voice official --value 13 --source appeal --date 2026-01-01';
  expect(await handbill(cwd, line)).toMatchObject({ code: 0 });
  expect(await handbill(cwd, 'contacts list a --kind company')).toMatchObject({ code: 1 });
  expect(await handbill(cwd, 'letters a --lang en')).toMatchObject({ code: 1 });
});
