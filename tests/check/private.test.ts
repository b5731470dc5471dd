import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { handbill } from '../commands/run.ts';
import { smallAppeal } from '../commands/small-appeal.ts';
import { listFiles, makeFolder } from '../folder.ts';

/** An appeal about somebody, with one sentence as its fact; in English but for the names in it. */
async function appealAbout(publish: string, sentence: string, name = 'Natalia Sokolova') {
  const files = smallAppeal('strike');
  const head = files['strike/appeal.yaml']!;
  const people = `\npeople:\n  - id: person-1\n    name: { ${/\p{Script=Cyrillic}/u.test(name) ? 'Cyrl' : 'Latn'}: ${name} }\n    source: source-1\n${publish === '' ? '' : `    publish: "${publish}"\n`}`;
  const facts = files['strike/facts.csv']!;
  return makeFolder({
    ...files,
    'strike/appeal.yaml': head + people,
    'strike/facts.csv': facts.replace('twelve strikers were arrested.', sentence),
  });
}

test.each([
  ['no', 'Natalia Sokolova was arrested.'],
  ['initials', 'N. Sokolova was arrested.'],
  ['no', 'NATALIA SOKOLOVA was arrested.'],
  ['no', 'they took a friend and wrote #FreeNataliaSokolova.'],
  ['no', 'they came for Sokołowa Natalja.'],
])(
  'whoever is not to be named keeps documents that name them from being made: publish %s, %s',
  async (publish, said) => {
    const cwd = await appealAbout(publish, said);
    const made = await handbill(cwd, 'letters strike --format txt');
    expect(made.code).toBe(1);
    expect(made.stderr).toContain('person-1');
    expect(made.stderr).toContain('not to be named');
    expect(made.stderr).not.toMatch(/sokolova/i);
    expect(await listFiles(join(cwd, 'out'))).toEqual([]);
  },
);

test.each([
  ['yes', 'Natalia Sokolova was arrested.'],
  ['', 'Natalia Sokolova was arrested.'],
  ['no', 'Natalia Other and Ivan Grain were arrested.'],
  ['no', 'In Sokolovo Natalia was arrested.'],
])('a text that may say it is printed: publish %j, %s', async (publish, said) => {
  const cwd = await appealAbout(publish, said);
  const made = await handbill(cwd, 'letters strike --format txt');
  expect(made).toMatchObject({ code: 0, stderr: expect.not.stringContaining('to be named') });
});

test('a surname alone may be somebody else’s: told, not refused', async () => {
  const cwd = await appealAbout('no', 'the lawyer Sokolova was arrested.');
  const made = await handbill(cwd, 'letters strike --format txt');
  expect(made.code).toBe(0);
  const { stdout } = await handbill(cwd, 'check strike --json');
  expect(JSON.parse(stdout).problems).toContainEqual(
    expect.objectContaining({
      code: 'private-name',
      severity: 'warning',
      message: expect.stringContaining('may name person-1'),
    }),
  );
});

test('nor does the page', async () => {
  const cwd = await appealAbout('no', 'Natalia Sokolova was arrested.');
  expect((await handbill(cwd, 'site strike --out site')).code).toBe(1);
  expect(await listFiles(join(cwd, 'site'))).toEqual([]);
});

test('initials come with an id that isn’t the name', async () => {
  const cwd = await appealAbout('initials', 'a lawyer was arrested.');
  const file = join(cwd, 'strike/appeal.yaml');
  await writeFile(file, (await readFile(file, 'utf8')).replace('person-1', 'sokolova'));
  expect((await handbill(cwd, 'check strike')).stderr).toContain('spells a name');
});
