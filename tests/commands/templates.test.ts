import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeFolder } from '../folder.ts';
import { handbill } from './run.ts';
import { smallAppeal } from './small-appeal.ts';

const COPY = 'a/templates/letter/company.en.md';

test('a template is copied beside the appeal with what it may use, and says the same', async () => {
  const cwd = await makeFolder(smallAppeal('a'));
  const make = 'letters a --to company --format txt --date 2026-05-02';
  await handbill(cwd, `${make} --out before`);
  const { code, stdout } = await handbill(cwd, 'templates copy letter/company.en a');
  expect({ code, stdout }).toEqual({
    code: 0,
    stdout: `${COPY} is written.\nNext: edit it, and look at it with: handbill preview a\n`,
  });
  const text = await readFile(join(cwd, COPY), 'utf8');
  expect(text).toMatch(/^---\nmaterial: letter\n[^{]*---\n\{\{!--\n/);
  for (const word of [
    '{{facts <role> short=… limit=… from=… list=…}}',
    'target.city',
    'letterhead',
    'headline',
  ])
    expect(text.slice(0, text.indexOf('--}}'))).toContain(word);
  expect(await handbill(cwd, `${make} --out after`)).toMatchObject({ code: 0 });
  const letter = (out: string) => readFile(join(cwd, out, 'letters/example-ltd.en.txt'), 'utf8');
  expect(await letter('after')).toBe(await letter('before'));
});

test('a copy that somebody edited stays as it is', async () => {
  const cwd = await makeFolder(smallAppeal('a'));
  await handbill(cwd, 'templates copy letter/company.en a');
  await writeFile(join(cwd, COPY), 'mine');
  const { code, stderr } = await handbill(cwd, 'templates copy letter/company.en a');
  expect(code).toBe(1);
  expect(stderr).toMatch(/^a\/templates\/letter\/company\.en\.md +error +There is a template of this name/);
  expect(await readFile(join(cwd, COPY), 'utf8')).toBe('mine');
});

test('partials are copied too; a name that is unknown, and the bundled example, are wrong use', async () => {
  const cwd = await makeFolder(smallAppeal('a'));
  expect((await handbill(cwd, 'templates copy partials/signature a')).code).toBe(0);
  expect((await handbill(cwd, 'check a')).code).toBe(0);
  expect(await handbill(cwd, 'templates copy letter/compny.en a')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('Did you mean letter/company.en?'),
  });
  expect(await handbill(cwd, 'templates copy letter/company.en')).toMatchObject({
    code: 2,
    stderr: 'handbill: templates copy: name your appeal; the bundled example stays as it is\n',
  });
});

test('show --fields lists what a template uses and may use, at 80 columns', async () => {
  const { stdout } = await handbill('/', 'templates show letter/embassy.en --fields');
  expect(stdout).toMatch(
    /^letter\/embassy\.en, with its partials, uses:\n {2}fields {6}inCountry, oneDemand, example, appeal\.subject/,
  );
  expect(stdout).toMatch(/^ {2}\{\{salutation\}\} +how the target is addressed/m);
  expect(stdout.split('\n').filter((line) => line.length > 80)).toEqual([]);
  const { stdout: json } = await handbill('/', 'templates show letter/embassy.en --fields --json');
  const data = JSON.parse(json);
  expect(data.uses.partials).toEqual(['letterhead', 'signature']);
  expect(data.known.fields).toContain('events[].when');
});

test('an error in a template shows its line, with a caret under the column', async () => {
  const cwd = await makeFolder(smallAppeal('a'));
  await handbill(cwd, 'templates copy letter/company.en a');
  const text = await readFile(join(cwd, COPY), 'utf8');
  const long = `${'We demand of you, '.repeat(12)}{{demnds}} and ${'more '.repeat(20)}`;
  await writeFile(join(cwd, COPY), text.replace('{{demands}}', `We put {{demnds}} to it.\n\n${long}`));
  const { stderr } = await handbill(cwd, 'check a');
  expect(stderr).toContain(`
      We put {{demnds}} to it.
               ^
    → Did you mean "demands"?
`);
  const lines = stderr.split('\n');
  const shown = lines.findIndex((line) => line.startsWith('     …'));
  expect(lines[shown]!.length).toBeLessThanOrEqual(80);
  expect(lines[shown]!.slice(lines[shown + 1]!.indexOf('^'))).toMatch(/^demnds\}\} and/);
});

test('comments of a template hold whatever one likes', async () => {
  const cwd = await makeFolder(smallAppeal('a'));
  await handbill(cwd, 'templates copy letter/company.en a');
  const text = await readFile(join(cwd, COPY), 'utf8');
  const comment = '{{!--\n::: nowhere\n> 12 May, <b>{{x}}</b>\n--}}';
  await writeFile(join(cwd, COPY), text.replace('{{demands}}', `${comment}\n{{demands}}`));
  const { code, stderr } = await handbill(cwd, 'check a');
  expect({ code, stderr }).toEqual({ code: 0, stderr: expect.not.stringContaining('template') });
});
