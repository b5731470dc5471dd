import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Problem } from '../../src/problems.ts';
import { listFiles, makeFolder, readFolder } from '../folder.ts';
import { handbill } from './run.ts';
import { smallAppeal } from './small-appeal.ts';

const FILES = [
  'handbill-manifest.json',
  'leaflets/picket.en.a4.pdf',
  'leaflets/picket.en.a5.2up.pdf',
  'leaflets/picket.en.a5.pdf',
  'leaflets/picket.en.txt',
  'letters/example-ltd.en.pdf',
  'letters/example-ltd.en.txt',
  'letters/xx-embassy.en.pdf',
  'letters/xx-embassy.en.txt',
];

test('make writes every letter and leaflet, and tells what to do next', async () => {
  const cwd = await makeFolder(smallAppeal('a'));
  const ran = await handbill(cwd, 'make a');
  expect(ran.stderr).toBe('');
  expect(ran.code).toBe(0);
  expect(ran.stdout).toContain('Next: print out/leaflets/picket.en.a5.2up.pdf');
  expect(await listFiles(join(cwd, 'out'))).toEqual(FILES);
});

test('the current folder is used if it holds an appeal', async () => {
  const cwd = await makeFolder(smallAppeal('.'));
  expect(await handbill(cwd, 'make --format txt')).toMatchObject({ code: 0, stderr: '' });
  expect(await listFiles(join(cwd, 'out'))).toContain('letters/xx-embassy.en.txt');
});

test('one fact changed: only what shows it is written, and the manifest names the reason', async () => {
  const cwd = await makeFolder(smallAppeal('a'));
  await handbill(cwd, 'make a');
  const before = await stat(join(cwd, 'out/handbill-manifest.json'), { bigint: true });
  expect((await handbill(cwd, 'make a')).stdout).toContain('8 files unchanged');
  const after = await stat(join(cwd, 'out/handbill-manifest.json'), { bigint: true });
  expect(after.mtimeNs).toBe(before.mtimeNs);

  const facts = await readFile(join(cwd, 'a/facts.csv'), 'utf8');
  await writeFile(join(cwd, 'a/facts.csv'), facts.replace('twelve', 'thirteen'));
  const check = await handbill(cwd, 'make a --check');
  expect(check.code).toBe(1);
  expect(check.stdout).toContain('changed  letters/example-ltd.en.txt  (fact/what-happened)');
  expect(await handbill(cwd, 'make a --dry-run')).toMatchObject({ code: 0, stdout: check.stdout });
  const status = await handbill(cwd, 'status a');
  expect(status).toMatchObject({ code: 0, stderr: '' });
  expect(status.stdout).toMatch(
    /^Because fact what-happened has another wording:\n {2}recall {3}letters\/example-ltd\.en\.pdf$/m,
  );
  expect((await handbill(cwd, 'make a')).stdout).toContain('8 files written');
  expect(await readFile(join(cwd, 'out/letters/example-ltd.en.txt'), 'utf8')).toContain('thirteen');
  expect((await handbill(cwd, 'make a --check')).code).toBe(0);
});

test('an edited file is kept and told; --force overwrites it', async () => {
  const cwd = await makeFolder(smallAppeal('a'));
  await handbill(cwd, 'make a --format txt');
  await writeFile(join(cwd, 'out/letters/xx-embassy.en.txt'), 'mine');
  const kept = await handbill(cwd, 'make a --format txt --json');
  expect(kept.code).toBe(0);
  expect(JSON.parse(kept.stdout)).toMatchObject({
    ok: true,
    kept: ['letters/xx-embassy.en.txt'],
    problems: [{ code: 'edited-file', severity: 'warning' }],
  });
  expect(await readFile(join(cwd, 'out/letters/xx-embassy.en.txt'), 'utf8')).toBe('mine');
  await handbill(cwd, 'make a --format txt --force');
  expect(await readFile(join(cwd, 'out/letters/xx-embassy.en.txt'), 'utf8')).not.toBe('mine');
});

test('on an error every problem is told with its place, and nothing is written', async () => {
  const contacts = 'id,kind,organisation,languages,source\nx,company,X,en,s\nx,compny,Y,en,s\n';
  const cwd = await makeFolder(smallAppeal('a', { 'contacts.csv': contacts }));
  const ran = await handbill(cwd, 'make a');
  expect([ran.code, ran.stdout]).toEqual([1, '']);
  expect(ran.stderr).toMatch(/^a\/contacts\.csv:3:1 {2}error/m);
  expect(ran.stderr).toMatch(/^a\/contacts\.csv:3:3 {2}error/m);
  expect(await listFiles(join(cwd, 'out'))).toEqual([]);
});

test('a character that no font has keeps back the documents that would print it alone, and is told with its place', async () => {
  const files = smallAppeal('a');
  const cwd = await makeFolder({
    ...files,
    'a/facts.csv': files['a/facts.csv']!.replace('twelve', '\u{31350}'),
  });
  const ran = await handbill(cwd, 'make a --json');
  expect(ran.code).toBe(1);
  const { problems } = JSON.parse(ran.stdout);
  expect(problems).toMatchObject([{ code: 'missing-glyph', at: { file: 'a/facts.csv', line: 2 } }]);
  expect(problems[0].message).toMatch(/the PDFs that would print it aren’t made\.$/);
  expect(await listFiles(join(cwd, 'out'))).toEqual(FILES.filter((path) => !path.endsWith('.pdf')));
  expect((await handbill(cwd, 'make a')).code).toBe(1);
});

test('parts made apart and joined equal one run', async () => {
  const cwd = await makeFolder(smallAppeal('a'));
  await handbill(cwd, 'make a --out one');
  for (const part of ['3/3', '1/3', '2/3']) {
    expect((await handbill(cwd, `make a --out parts --shard ${part}`)).code).toBe(0);
  }
  expect((await handbill(cwd, 'manifest merge --out parts')).code).toBe(0);
  expect(await readFolder(join(cwd, 'parts'))).toEqual(await readFolder(join(cwd, 'one')));
  expect((await handbill(cwd, 'make a --shard 4/3')).code).toBe(2);
});

test('clean removes what handbill wrote, and nothing else', async () => {
  const cwd = await makeFolder(smallAppeal('a'));
  await handbill(cwd, 'make a');
  await writeFile(join(cwd, 'out/mine.txt'), 'mine');
  expect((await handbill(cwd, 'clean --dry-run')).stdout).toBe('8 files would be removed.\n');
  expect(await handbill(cwd, 'clean')).toMatchObject({ code: 0, stdout: '8 files removed.\n' });
  expect(await listFiles(join(cwd, 'out'))).toEqual(['mine.txt']);
});

test('a choice that fits nothing is an error; one that does not exist is wrong use with the nearest', async () => {
  const cwd = await makeFolder(smallAppeal('a'));
  expect((await handbill(cwd, 'letters a --kind ministry')).code).toBe(1);
  const ran = await handbill(cwd, 'letters a --to exampel-ltd');
  expect(ran).toMatchObject({ code: 2, stderr: expect.stringContaining('Did you mean example-ltd?') });
});

test('the sender signs the letters, chooses their form, and is not in the manifest', async () => {
  const sender = {
    name: 'Ada Example',
    street: '3 Example Road',
    city: 'Exampleton',
    country: 'US',
    email: 'ada@example.org',
  };
  const cwd = await makeFolder({ ...smallAppeal('a'), 's.json': JSON.stringify(sender) });
  expect(await handbill(cwd, 'letters a --sender s.json')).toMatchObject({ code: 0, stderr: '' });
  const text = await readFile(join(cwd, 'out/letters/xx-embassy.en.txt'), 'utf8');
  expect(text).toContain('Ada Example');
  const manifest = await readFile(join(cwd, 'out/handbill-manifest.json'), 'utf8');
  expect(manifest).not.toMatch(/Ada|ada@|Example Road/);
});

test('leaflets are set on sheets as the options say, or told why not', async () => {
  const cwd = await makeFolder(smallAppeal('a'));
  await handbill(cwd, 'leaflets a --paper a6,dl --format pdf');
  expect(await listFiles(join(cwd, 'out/leaflets'))).toEqual([
    'picket.en.a6.4up.pdf',
    'picket.en.a6.pdf',
    'picket.en.dl.3up.pdf',
    'picket.en.dl.pdf',
  ]);
  const big = await handbill(cwd, 'leaflets a --paper a4 --up 8 --out big');
  expect(big.code).toBe(1);
  expect(big.stderr).toContain('8 pages of 210 × 297 mm');
  for (const wrong of ['--up 5', '--gutter 21', '--bleed 4', '--sheet a9', '--paper a1']) {
    expect((await handbill(cwd, `leaflets a ${wrong}`)).code, wrong).toBe(2);
  }
});

test('leaflets bear the imprint of the country that is named, from the sender before the appeal', async () => {
  const imprint = {
    publisher: { name: 'Our union', address: '1 Example Road, Exampleton' },
    printer: 'self',
  };
  const sender = JSON.stringify({ name: 'A. Example', imprint });
  const cwd = await makeFolder({ ...smallAppeal('a'), 'sender.json': sender });
  const ran = await handbill(cwd, 'leaflets a --country DE --sender sender.json');
  expect(ran).toMatchObject({ code: 0 });
  expect(ran.stderr).toContain('not legal advice');
  expect(await readFile(join(cwd, 'out/leaflets/picket.en.txt'), 'utf8')).toContain(
    'Herausgeber: Our union, 1 Example Road, Exampleton',
  );
  const without = await handbill(cwd, 'leaflets a --country DE');
  expect(without.code).toBe(1);
  expect(without.stderr).toContain('--no-imprint');
  const left = await handbill(cwd, 'leaflets a --country DE --no-imprint');
  expect(left).toMatchObject({ code: 0 });
  expect(left.stderr).toContain('your own decision');
});

const codesOf = (json: string) => JSON.parse(json).problems.map(({ code }: Problem) => code);

test('the language asked for first is on the cover of a fold; pages that stay blank are told', async () => {
  const cwd = await makeFolder();
  const ran = await handbill(cwd, 'leaflets --kind solidarity --lang ar,en,fr --fold booklet --json');
  expect(JSON.parse(ran.stdout).written).toEqual(['leaflets/solidarity.ar+en+fr.booklet.pdf']);
  expect(JSON.parse(ran.stdout).problems).toContainEqual(
    expect.objectContaining({
      code: 'blank-pages',
      message: expect.stringContaining('1 of the 4 pages of the fold stay blank'),
    }),
  );
});

test('all languages of a leaflet stand on one fold; too many for it are told', async () => {
  const cwd = await makeFolder();
  const fold = (form: string, lang: string) =>
    handbill(cwd, `leaflets --kind solidarity --lang ${lang} --fold ${form} --json`);
  const ran = await fold('booklet', 'en,fr,de,es');
  expect(JSON.parse(ran.stdout).written).toEqual(['leaflets/solidarity.en+fr+de+es.booklet.pdf']);
  expect(codesOf(ran.stdout)).not.toContain('blank-pages');
  const many = await fold('dl', 'en,es,fr,de,ru,kk --style large-print');
  expect(many.code).toBe(1);
  expect(JSON.parse(many.stdout).problems).toContainEqual(
    expect.objectContaining({ code: 'sheet-too-small', message: expect.stringContaining('6 pages') }),
  );
});
