import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeFolder } from '../folder.ts';
import { ARRIVED_TEXT } from './arrived-text.ts';
import { handbill } from './run.ts';

const OLDER = ARRIVED_TEXT.replace(
  'since Friday.\n',
  'since Friday.\nThe union fears that the camp will be torn down.\n',
);
const NEWER = OLDER.replace('2 May 2026', '5 May 2026')
  .replace('the union, 27', 'the union, 31')
  .replace(
    'The union fears that the camp will be torn down.',
    'On 4 May 2026 the worker Jane Example was sentenced to 2 years in prison.',
  )
  .replace('- an independent inquiry', '- an independent inquiry\n- the withdrawal of all charges');

async function begin() {
  const cwd = await makeFolder({ 'older.txt': OLDER, 'newer.txt': NEWER });
  expect(await handbill(cwd, ['init', 'strike', '--from', 'older.txt', '--no-input'])).toMatchObject({
    code: 0,
  });
  const head = join(cwd, 'strike/appeal.yaml');
  const text = await readFile(head, 'utf8');
  await writeFile(head, `# our own note\n${text.replace(/^unread:\n(?: {2}- .*\n)+/m, '')}`);
  const read = (name: string) => readFile(join(cwd, 'strike', name), 'utf8');
  return {
    cwd,
    read,
    update: (...more: string[]) => handbill(cwd, ['init', 'strike', '--update', 'newer.txt', ...more]),
  };
}

test('of a newer text only what is new comes in, marked as unread; a number that changed is told, not taken', async () => {
  const { cwd, read, update } = await begin();
  const before = await read('facts.csv');
  const ran = await update('--no-input', '--json');
  expect(ran).toMatchObject({ code: 0 });
  const { added, gone } = JSON.parse(ran.stdout);
  expect(added).toEqual(['fact-5', 'demand-3', 'jane-example']);
  expect(gone).toEqual(['The union fears that the camp will be torn down.']);
  const facts = await read('facts.csv');
  expect(facts.startsWith(before)).toBe(true);
  expect(facts).toContain('2026-05-04');
  const head = await read('appeal.yaml');
  expect(head).toMatch(/^# our own note/);
  expect(head).toContain('people (according to the union) was 27, is 31');
  expect(head).toMatch(/- "?fact-5, line 7: On 4 May 2026 the worker/);
  expect(head).toContain('the withdrawal of all charges');
  expect(await read('text.txt')).toBe(NEWER);
  expect(await handbill(cwd, ['letters', 'strike'])).toMatchObject({ code: 1 });
});

test('the same text once more changes nothing', async () => {
  const { read, update } = await begin();
  await update('--no-input');
  const before = [await read('appeal.yaml'), await read('facts.csv')];
  expect(await update('--no-input', '--json')).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('"added": []'),
  });
  expect([await read('appeal.yaml'), await read('facts.csv')]).toEqual(before);
});

test('an appeal without the text that it was made from is told so', async () => {
  const cwd = await makeFolder({ 'newer.txt': NEWER, 'strike/appeal.yaml': 'id: strike\n' });
  const ran = await handbill(cwd, ['init', 'strike', '--update', 'newer.txt']);
  expect(ran).toMatchObject({ code: 2, stderr: expect.stringContaining('has no text.txt') });
});
