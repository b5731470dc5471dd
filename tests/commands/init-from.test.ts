import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { listFiles, makeFolder } from '../folder.ts';
import { ARRIVED_TEXT as TEXT } from './arrived-text.ts';
import { handbill } from './run.ts';

const begin = async (text = TEXT) => {
  const cwd = await makeFolder({ 'appeal.txt': text });
  return { cwd, ran: await handbill(cwd, ['init', 'strike', '--from', 'appeal.txt', '--no-input']) };
};

test('a text becomes a folder, and all of it is marked as unread', async () => {
  const { cwd, ran } = await begin();
  expect(ran).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('Nothing is made before all is read'),
  });
  const head = await readFile(join(cwd, 'strike/appeal.yaml'), 'utf8');
  expect(head).toContain('- "demand-2, line 10: an independent inquiry"');
  expect(head).toContain('- "fact-3 (2026-05-01?), line 6: About 40 strikers were arrested since Friday."');
  const facts = await readFile(join(cwd, 'strike/facts.csv'), 'utf8');
  expect(facts).toContain('fact-2,event,,,{people} were injured.,source-1,disputed,people,people,3,,voice-1');
  const contacts = await readFile(join(cwd, 'strike/contacts.csv'), 'utf8');
  expect(contacts).toContain('embassy@ruritania.example');
  expect(contacts).toContain('+49 30 1234568');
});

test('nothing of it is made before it was read: check names each, letters and make refuse', async () => {
  const { cwd } = await begin();
  const checked = await handbill(cwd, ['check', 'strike', '--json']);
  const unread = JSON.parse(checked.stdout).problems.filter(
    ({ code }: { code: string }) => code === 'unread',
  );
  expect(unread).toHaveLength(10);
  for (const command of ['letters', 'leaflets', 'make'])
    expect(await handbill(cwd, [command, 'strike'])).toMatchObject({ code: 1 });
  expect((await listFiles(cwd)).filter((file) => file.startsWith('out/'))).toEqual([]);
});

test('once it is read, the letter tells each number with who says it', async () => {
  const { cwd } = await begin();
  const file = join(cwd, 'strike/appeal.yaml');
  const head = await readFile(file, 'utf8');
  await writeFile(file, head.replace(/^unread:\n(?: {2}- .*\n)+/m, ''));
  const ran = await handbill(cwd, ['letters', 'strike', '--format', 'txt']);
  expect(ran).toMatchObject({ code: 0 });
  const [letter] = (await listFiles(cwd)).filter(
    (name) => name.endsWith('.txt') && name.startsWith('out/letters'),
  );
  const text = (await readFile(join(cwd, letter!), 'utf8')).replace(/\s+/g, ' ');
  expect(text).toContain('3 people according to the police and 27 according to the union were injured.');
  expect(text).toMatch(/[Aa]bout 40 strikers were arrested/);
  expect(text).toContain('12 Example Street');
});

test('an appeal that is there already is not touched, and a text without words is told', async () => {
  const cwd = await makeFolder({ 'strike/appeal.json': '{}', 'a.txt': TEXT, 'b.txt': '12 34' });
  expect(await handbill(cwd, ['init', 'strike', '--from', 'a.txt'])).toMatchObject({ code: 2 });
  const ran = await handbill(cwd, ['init', 'other', '--from', 'b.txt']);
  expect(ran).toMatchObject({ code: 1, stderr: expect.stringContaining('isn’t in a language') });
  expect(await listFiles(cwd)).toEqual(['a.txt', 'b.txt', 'strike/appeal.json']);
});

test('a text that is piped in is read as a file is; none is told', async () => {
  const cwd = await makeFolder();
  const stdin = (async function* () {
    yield Buffer.from(TEXT.slice(0, 300));
    yield Buffer.from(TEXT.slice(300));
  })();
  const ran = await handbill(cwd, ['init', 'strike', '--from', '-', '--no-input'], { stdin });
  expect(ran).toMatchObject({ code: 0, stdout: expect.stringContaining('demands 2, addressees 1') });
  expect(await readFile(join(cwd, 'strike/text.txt'), 'utf8')).toBe(TEXT);
  const empty = await handbill(cwd, ['init', 'other', '--from', '-', '--no-input']);
  expect(empty).toMatchObject({ code: 1, stderr: expect.stringContaining('There is no text in it.') });
  expect(empty.stderr).toMatch(/^-/);
});

test('the star of a footnote stays out of the sentence', async () => {
  const { cwd } = await begin(TEXT.replace('since Friday.', 'since Friday.*'));
  expect(await readFile(join(cwd, 'strike/facts.csv'), 'utf8')).not.toContain('*');
});

test('what is piped in without end is read as far as its limit', async () => {
  const cwd = await makeFolder();
  let given = 0;
  async function* endless() {
    for (;;) {
      given += 1;
      yield Buffer.alloc(1024 * 1024, 'words ');
    }
  }
  const { code, stderr } = await handbill(cwd, 'init a --from -', { stdin: endless() });
  expect([code, stderr.replace(/\s+/g, ' ')]).toEqual([1, expect.stringContaining('8 MB')]);
  expect(given).toBeLessThan(11);
  expect(await listFiles(cwd)).toEqual([]);
});
