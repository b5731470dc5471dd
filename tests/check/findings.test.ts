import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkAppeal } from '../../src/check/appeal.ts';
import { checkTemplates } from '../../src/check/templates.ts';
import type { Problem } from '../../src/problems.ts';
import { readAppeal } from '../../src/read/appeal.ts';
import { readTemplates } from '../../src/read/templates.ts';

/** All findings in an appeal of the fixtures on 19 December 2011. */
async function findIn(name: string): Promise<Problem[]> {
  const folder = join('tests/fixtures', name);
  const read = await readAppeal(folder, {});
  const checked = checkAppeal(read.files!, { today: '2011-12-19', detailed: true });
  const { templates } = await readTemplates([join(folder, 'templates')]);
  const inTemplates = checked.campaign ? checkTemplates(templates, checked.campaign) : [];
  return [...read.problems, ...checked.problems, ...inTemplates];
}

const lineOf = ({ code, at }: Problem) => `${at?.file.replace(/^.*fixtures\/\w+\//, '')}:${at?.line} ${code}`;

test('nothing is found in the clean appeal', async () => {
  expect(await findIn('clean')).toEqual([]);
});

describe('seeded mistakes', async () => {
  const expected = (await readFile('tests/fixtures/mistakes/expected.txt', 'utf8'))
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split(' — '));
  const found = (await findIn('mistakes')).map(lineOf);

  test.each(expected)('%s — %s', (line) => {
    expect(found).toContain(line);
  });

  test('they are thirty or more, and nothing else is found', () => {
    expect(expected.length).toBeGreaterThanOrEqual(30);
    expect([...found].sort()).toEqual(expected.map(([line]) => line).sort());
  });
});
