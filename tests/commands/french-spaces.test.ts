import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { frenchSpaces, hasFrenchSpaces } from '../../src/model/french-spaces.ts';
import { makeFolder } from '../folder.ts';
import { handbill } from './run.ts';
import { smallAppeal } from './small-appeal.ts';

test.each([
  ['Libérez-les!', 'Libérez-les\u00a0!'],
  ['Libérez-les !', 'Libérez-les\u00a0!'],
  ['Libérez-les\u202f!', 'Libérez-les\u202f!'],
  ['Pourquoi ?!', 'Pourquoi\u00a0?!'],
  ['Assez!!! Encore', 'Assez\u00a0!!! Encore'],
  ['Ils demandent: du pain; la paix.', 'Ils demandent\u00a0: du pain\u00a0; la paix.'],
  ['« Bonjour »', '«\u00a0Bonjour\u00a0»'],
  ['«Bonjour»: dit-il', '«\u00a0Bonjour\u00a0»\u00a0: dit-il'],
  ['«\u202fQuoi?»', '«\u202fQuoi\u00a0?\u00a0»'],
  ['à 12:30, https://example.org/?a=b;c', 'à 12:30, https://example.org/?a=b;c'],
  ['{killed} morts !', '{killed} morts\u00a0!'],
  [' : ', ' : '],
])('%j is set as %j, and stays so', (typed, set) => {
  expect(frenchSpaces(typed)).toBe(set);
  expect(frenchSpaces(set)).toBe(set);
});

test('French of Canada and Switzerland keeps its own spaces, and Frisian is no French', () => {
  expect(['fr', 'fr-FR', 'fr-BE', 'fr-CA', 'fr-CH', 'frr', 'de'].map(hasFrenchSpaces)).toEqual([
    ...[true, true, true],
    ...[false, false, false, false],
  ]);
});

test('check tells of them, and --fix sets them in YAML and CSV and leaves translations what they are', async () => {
  const files = smallAppeal('strike', {});
  files['strike/appeal.yaml'] = files['strike/appeal.yaml']!.replace(
    '\nlanguages:\n',
    '\nlanguages:\n  - { tag: fr, fallback: en, review: draft }\n',
  ).replace(/^title:.*\n(?: .*\n)*/m, 'title:\n  en: Free them\n  fr: "Libérez-les!"\n');
  const cwd = await makeFolder(files);
  const before = await handbill(cwd, 'check strike --json');
  const told = JSON.parse(before.stdout).problems.filter(
    ({ code }: { code: string }) => code === 'french-spaces',
  );
  expect(told).toHaveLength(1);
  const fixed = await handbill(cwd, 'check strike --fix');
  expect(fixed.stdout + fixed.stderr).toContain('1 text mended');
  expect(await readFile(join(cwd, 'strike/appeal.yaml'), 'utf8')).toContain('Libérez-les\u00a0!');
  const after = await handbill(cwd, 'check strike --fix --json');
  expect(JSON.parse(after.stdout)).toMatchObject({ mended: 0 });
  expect(after.stdout).not.toContain('french-spaces');
});
