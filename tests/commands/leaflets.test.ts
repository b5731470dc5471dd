import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { listFiles, makeFolder } from '../folder.ts';
import { handbill } from './run.ts';
import { smallAppeal } from './small-appeal.ts';

const EVENTS = `id,kind,date,time,place,city,source
north-gate,strike,2026-05-08,07:30,North gate,Exampleton,made up for a test
south-gate,strike,2026-05-08,18:00,South gate,Exampleton,made up for a test
`;

test('each event gets a leaflet of its own, with its time and place and no other', async () => {
  const cwd = await makeFolder(smallAppeal('a', { 'events.csv': EVENTS }));
  const ran = await handbill(cwd, 'leaflets a --kind demonstration --each-event --paper a5 --up 1');
  expect(ran).toMatchObject({ code: 0, stderr: '' });
  const files = await listFiles(join(cwd, 'out'));
  expect(files.filter((file) => file.startsWith('leaflets/'))).toEqual([
    'leaflets/demonstration.north-gate.en.a5.pdf',
    'leaflets/demonstration.north-gate.en.txt',
    'leaflets/demonstration.south-gate.en.a5.pdf',
    'leaflets/demonstration.south-gate.en.txt',
  ]);
  const text = await readFile(join(cwd, 'out/leaflets/demonstration.north-gate.en.txt'), 'utf8');
  expect(text).toContain('7:30');
  expect(text).toContain('North gate');
  expect(text).not.toContain('South gate');
});

test('a kind is made on its usual papers, and on those asked for that suit it', async () => {
  const cwd = await makeFolder(smallAppeal('a'));
  await handbill(cwd, 'leaflets a --kind placard,sticker,petition,postcard --up 1');
  await handbill(cwd, 'leaflets a --kind placard,sticker,petition --paper letter --up 1 --out b');
  expect(await listFiles(join(cwd, 'out/leaflets'))).toEqual([
    'petition.en.a4.pdf',
    'petition.en.txt',
    'placard.en.a3.pdf',
    'postcard.en.a6.pdf',
    'sticker.en.a7.pdf',
  ]);
  expect(await listFiles(join(cwd, 'b/leaflets'))).toEqual([
    'petition.en.letter.pdf',
    'petition.en.txt',
    'placard.en.letter.pdf',
  ]);
});

test('the style comes from the flag, else from the appeal', async () => {
  const files = smallAppeal('a');
  const notice = { ...files, 'a/appeal.yaml': `${files['a/appeal.yaml']}style: notice\n` };
  const cwd = await makeFolder(notice);
  const bytes = async (options: string, out: string) => {
    await handbill(cwd, `leaflets a --kind picket --paper a5 --up 1 --format pdf --out ${out} ${options}`);
    return (await readFile(join(cwd, out, 'leaflets/picket.en.a5.pdf'))).toString('latin1');
  };
  const own = await bytes('', 'x');
  expect(await bytes('--style notice', 'y')).toBe(own);
  expect(await bytes('--style newspaper', 'z')).not.toBe(own);
});

test('make makes what the appeal lists', async () => {
  const files = smallAppeal('a');
  const cwd = await makeFolder({
    ...files,
    'a/appeal.yaml': `${files['a/appeal.yaml']}materials: [resolution, press-release]\n`,
  });
  expect(await handbill(cwd, 'make a')).toMatchObject({ code: 0, stderr: '' });
  expect(await listFiles(join(cwd, 'out'))).toEqual([
    'handbill-manifest.json',
    'leaflets/press-release.en.a4.pdf',
    'leaflets/press-release.en.txt',
    'leaflets/resolution.en.a4.pdf',
    'leaflets/resolution.en.txt',
  ]);
  // The summary of this appeal is its title: a press release says it once.
  const release = await readFile(join(cwd, 'out/leaflets/press-release.en.txt'), 'utf8');
  expect(release.match(/Free the strikers/gi)).toHaveLength(1);
});

test('a kind that isn’t made on the papers asked for, or on a fold, is told, not left out in silence', async () => {
  const cwd = await makeFolder(smallAppeal('a'));
  const paper = await handbill(cwd, 'leaflets a --kind sticker,picket --paper a5 --up 1');
  expect(paper.stderr.replace(/\s+/g, ' ')).toContain('sticker isn’t made on a5: none is printed.');
  const fold = await handbill(cwd, 'leaflets a --kind petition --fold booklet --out b');
  expect(fold.stderr.replace(/\s+/g, ' ')).toContain('petition isn’t set on a fold (booklet)');
  const text = await handbill(cwd, 'leaflets a --kind petition --paper a5 --format txt --out c');
  expect(text.stderr).toBe('');
});
