import { readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { listFiles, makeFolder } from '../folder.ts';
import { handbill } from './run.ts';
import { smallAppeal } from './small-appeal.ts';

const facts = (count: number) =>
  [
    'id,role,date,text.en,sources',
    ...Array.from(
      { length: count },
      (_, i) => `f${i},event,2026-05-01,thing number ${'x'.repeat(i + 1)}y happened,source-1`,
    ),
  ].join('\n');

test('six facts without stops stand whole in letter and leaflet, each a sentence of its own', async () => {
  const cwd = await makeFolder(smallAppeal('a', { 'facts.csv': facts(6) }));
  expect((await handbill(cwd, 'make a --date 2026-05-02')).code).toBe(0);
  for (const file of ['letters/example-ltd.en.txt', 'letters/xx-embassy.en.txt']) {
    const text = (await readFile(join(cwd, 'out', file), 'utf8')).replace(/\s+/g, ' ');
    for (let i = 1; i <= 6; i += 1) expect(text).toContain(`Thing number ${'x'.repeat(i)}y happened.`);
  }
  expect((await handbill(cwd, 'leaflets a --kind picket --paper a4 --format txt --out l')).code).toBe(0);
  const [leaflet] = (await listFiles(join(cwd, 'l'))).filter((file) => file.endsWith('.txt'));
  const text = (await readFile(join(cwd, 'l', leaflet!), 'utf8')).replace(/\s+/g, ' ');
  for (let i = 1; i <= 6; i += 1) expect(text).toContain(`Thing number ${'x'.repeat(i)}y happened.`);
});

test('no heading stands over nothing where there is one fact, and the headline once', async () => {
  const cwd = await makeFolder(smallAppeal('a', { 'facts.csv': facts(1) }));
  await handbill(cwd, 'leaflets a --kind picket --paper a4 --format txt --out l');
  const [leaflet] = (await listFiles(join(cwd, 'l'))).filter((file) => file.endsWith('.txt'));
  const text = await readFile(join(cwd, 'l', leaflet!), 'utf8');
  expect(text).not.toContain('How it came to this');
  expect(text.match(/free the strikers/gi)).toHaveLength(1);
});

test('who reads two languages gets a letter in each, and it is told which to send', async () => {
  const files = smallAppeal('a');
  const head = files['a/appeal.yaml']!.replace(
    'languages:\n',
    'languages:\n  - { tag: ru, review: reviewed }\n',
  ).replace(/^( *)en: "(.*)"$/gm, '$1en: "$2"\n$1ru: "$2"');
  const cwd = await makeFolder({
    ...files,
    'a/appeal.yaml': head,
    'a/facts.csv': 'id,text.en,text.ru,sources\nf,It is so.,Это так.,source-1\n',
    'a/contacts.csv': files['a/contacts.csv']!.replace(',GB,en,', ',GB,en;ru,'),
  });
  const { code, stdout, stderr } = await handbill(cwd, 'letters a --to company --date 2026-05-02');
  expect({ code, stderr }).toMatchObject({ code: 0 });
  expect(stdout).toContain('post (in en; or ru)');
  expect(stdout).toContain('send one');
});

test('the papers bear no name of the appeal’s folder, nor its id', async () => {
  const cwd = await makeFolder(smallAppeal('inner-name'));
  await handbill(cwd, 'make inner-name --date 2026-05-02');
  await handbill(cwd, 'leaflets inner-name --kind picket,petition --format txt --out l');
  for (const folder of ['out', 'l'])
    for (const file of (await listFiles(join(cwd, folder))).filter((name) => name.endsWith('.txt')))
      expect(await readFile(join(cwd, folder, file), 'utf8'), file).not.toMatch(/inner-name|\bstrike \d{4}-/);
});

test('a company’s letter names the dispute before its background, in every language', () => {
  const letters = readdirSync('templates/letter').filter((name) => name.startsWith('company.'));
  expect(letters.length).toBeGreaterThan(13);
  for (const name of letters) {
    const body = readFileSync(`templates/letter/${name}`, 'utf8');
    const [event, background] = [body.indexOf('{{facts "event"'), body.indexOf('{{facts "background"')];
    expect(event, name).toBeGreaterThan(0);
    expect(background, name).toBeGreaterThan(event);
  }
});
