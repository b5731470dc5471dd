import { expect, test } from 'vitest';
import { checkAppeal } from '../../src/check/appeal.ts';
import { toldFor, USED_BY } from '../../src/commands/appeal.ts';
import { appealHead } from '../../src/model/appeal.ts';
import { readAppeal } from '../../src/read/appeal.ts';
import { parseStructured } from '../../src/read/structured.ts';
import { smallAppeal } from '../commands/small-appeal.ts';
import { makeFolder } from '../folder.ts';

/** The small appeal with a field of its head that holds what no field may hold. */
async function checkWrong(field: string) {
  const files = smallAppeal('a');
  const lines = files['a/appeal.yaml']!.split('\n');
  const isTop = (line: string) => /^\w/.test(line);
  const from = lines.findIndex((line) => line.startsWith(`${field}:`));
  const to = lines.findIndex((line, i) => i > from && isTop(line));
  const kept = from < 0 ? lines : [...lines.slice(0, from), ...lines.slice(to < 0 ? lines.length : to)];
  const head = [...kept, `${field}: { wrong: [1] }`, ''].join('\n');
  const read = await readAppeal(`${await makeFolder({ ...files, 'a/appeal.yaml': head })}/a`, {});
  return checkAppeal(read.files!, { today: '2026-05-03' });
}

const { shape } = appealHead;
const fields = Object.keys(shape).filter((field) => field !== '$schema');
const needed = ['id', 'title', 'issuer', 'issued', 'languages', 'summary', 'sources'];
const ofFacts = ['people', 'voices'];

test.each(fields.filter((field) => !needed.includes(field)))(
  '%s, where it is wrong, takes nothing else of the appeal away',
  async (field) => {
    const { campaign, problems } = await checkWrong(field);
    expect(problems.filter(({ severity }) => severity === 'error').length).toBeGreaterThan(0);
    expect(campaign?.facts.map(({ id }) => id)).toEqual(['what-happened']);
    const stops = toldFor(USED_BY.facts, problems).some(({ severity }) => severity === 'error');
    expect(stops).toBe(ofFacts.includes(field));
    expect(problems.filter(({ code }) => code === 'unknown-reference')).toEqual([]);
  },
);

test.each(needed)('without %s no command goes on', async (field) => {
  const { campaign, problems } = await checkWrong(field);
  expect(campaign).toBeUndefined();
  for (const scope of Object.values(USED_BY)) expect(toldFor(scope, problems)).not.toEqual([]);
});

test('what nobody has confirmed is told beside what the head lacks', async () => {
  const files = smallAppeal('a');
  const head = files['a/appeal.yaml']!.replace(/^issuer:\n {2}name:.*$/m, 'issuer:\n  name: ""');
  expect(head).toContain('name: ""');
  const unread = `unread:\n  - "title, line 1: Free the strikers"\n  - [wrong]\n  - "fact-1, line 3: …"\n${head}`;
  const read = await readAppeal(`${await makeFolder({ ...files, 'a/appeal.yaml': unread })}/a`, {});
  const { problems } = checkAppeal(read.files!, { today: '2026-05-03' });
  expect(problems.filter(({ code }) => code === 'unread').map(({ at }) => at?.line)).toEqual([2, 4]);
  expect(problems.map(({ code }) => code)).toContain('missing-value');
});

test.each([
  ['Free the strikers', 'title.en is missing.'],
  ['Our union', 'issuer.name is missing.'],
  ['Release them', 'demands.text.en is missing.'],
  ['Our union, 2 May 2026', 'sources.title is missing.'],
])('a text in which nothing is to be read is none: %s', async (written, message) => {
  const files = smallAppeal('a');
  for (const nothing of ['', '  ', '\u00a0', '\u200b\ufeff']) {
    const head = files['a/appeal.yaml']!.replaceAll(JSON.stringify(written), JSON.stringify(nothing));
    const read = await readAppeal(`${await makeFolder({ ...files, 'a/appeal.yaml': head })}/a`, {});
    const { problems } = checkAppeal(read.files!, { today: '2026-05-03' });
    expect(problems, JSON.stringify(nothing)).toContainEqual(
      expect.objectContaining({ severity: 'error', code: 'missing-value', message }),
    );
  }
});

test('a key that nobody knows may be any field, and stops all', async () => {
  const { campaign, problems } = await checkWrong('voicess');
  expect(campaign).toBeDefined();
  for (const scope of Object.values(USED_BY)) expect(toldFor(scope, problems)).not.toEqual([]);
});

test('what a comma cut off from a text in braces is told, with the quotes that keep it whole', () => {
  const text = `id: a
title: {es: Escribe a la empresa, al ayuntamiento}
summary: {es: S}
issuer: {name: U}
issued: 2026-05-02
languages: [es]
sources: [{id: s, title: T}]
`;
  const head = parseStructured({ file: 'appeal.yaml', text, sha256: '' });
  const { problems } = checkAppeal({ head }, { today: '2026-05-03' });
  const [found] = problems.filter(({ code }) => code === 'bad-language');
  expect(found).toMatchObject({ severity: 'error', at: { line: 2 } });
  expect(found?.hint).toContain('put the text between quotes');
});
