import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { listFiles, makeFolder } from '../folder.ts';
import { handbill } from './run.ts';

const LANGUAGES = ['ar', 'de', 'en', 'es', 'fa', 'fr', 'it', 'kk', 'pl', 'pt', 'ru', 'tr', 'uk'];

test('the example makes letters for its targets and leaflets in all its languages, and says that it is history', {
  timeout: 120_000,
}, async () => {
  const cwd = await makeFolder();
  // More documents than one thread makes: another thread would need the compiled program.
  const ran = await handbill(cwd, 'make --workers 1');
  expect(ran.code).toBe(0);
  expect(ran.stderr).toMatch(/example/);
  expect(ran.stderr).toMatch(/2011/);
  expect(ran.stderr).not.toMatch(/error/);
  const files = await listFiles(join(cwd, 'out'));
  for (const language of LANGUAGES) {
    for (const kind of ['picket', 'boycott']) {
      for (const end of ['a4.pdf', 'a5.pdf', 'txt'])
        expect(files).toContain(`leaflets/${kind}.${language}.${end}`);
    }
  }
  expect(files.filter((f) => f.startsWith('letters/')).length).toBeGreaterThan(50);
  expect(await readFile(join(cwd, 'out/leaflets/picket.en.txt'), 'utf8')).toMatch(
    /11[^0-9]*according to official data[^0-9]*70[^0-9]*according to unofficial data/,
  );
});

test('check writes nothing, and lists the files that can be made', async () => {
  const cwd = await makeFolder();
  const ran = await handbill(cwd, 'check --json');
  expect(ran.code).toBe(0);
  expect(JSON.parse(ran.stdout)).toMatchObject({ command: 'check', ok: true, files: expect.any(Array) });
  expect(await listFiles(cwd)).toEqual([]);
});

test('contacts list shows ids, kinds and countries at 80 columns, and narrows', async () => {
  const cwd = await makeFolder();
  const all = await handbill(cwd, 'contacts list');
  expect(all.code).toBe(0);
  expect(all.stdout.split('\n').filter((line) => [...line].length > 80)).toEqual([]);
  expect(all.stdout).toMatch(/^kz-gb-london +embassy +GB +en,ru,kk +post,fax,email +Embassy/m);
  const german = await handbill(cwd, 'contacts list --country DE --json');
  const { contacts } = JSON.parse(german.stdout);
  expect(contacts.length).toBeGreaterThan(0);
  expect(contacts.every((c: { country: string }) => c.country === 'DE')).toBe(true);
});

test('templates list and show', async () => {
  const cwd = await makeFolder();
  expect((await handbill(cwd, 'templates list')).stdout).toMatch(
    /^letter\/embassy\.en +en +original +bundled$/m,
  );
  expect((await handbill(cwd, 'templates show letter/embassy.en')).stdout).toMatch(
    /^---\nmaterial: letter\n/,
  );
  expect(await handbill(cwd, 'templates show letter/embasy.en')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('Did you mean letter/embassy.en?'),
  });
});

test.each(['appeal', 'contacts', 'corrections', 'events', 'facts', 'sender', 'words'])(
  'schema %s is JSON Schema',
  async (part) => {
    const ran = await handbill('/', `schema ${part}`);
    expect(JSON.parse(ran.stdout)).toMatchObject({ $schema: expect.stringContaining('json-schema.org') });
  },
);
