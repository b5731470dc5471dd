import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { appealHead } from '../../src/model/appeal.ts';
import { wordingIn } from '../../src/model/text.ts';
import { listFiles, makeFolder } from '../folder.ts';
import { handbill } from './run.ts';

const head = appealHead.parse(parse(await readFile('data/zhanaozen/appeal.yaml', 'utf8')));
const official = head.voices.find((voice) => voice.id === 'official')!;

interface Entry {
  readonly path: string;
  readonly fate: string;
  readonly reasons: readonly string[];
}

/** A copy of the bundled appeal, all its plain texts made. */
async function madeAppeal(): Promise<string> {
  const cwd = await makeFolder();
  await cp('data/zhanaozen', join(cwd, 'a'), { recursive: true });
  await make(cwd);
  return cwd;
}

async function make(cwd: string): Promise<void> {
  expect((await handbill(cwd, 'make a --format txt --workers 1')).code).toBe(0);
}

async function status(cwd: string): Promise<Entry[]> {
  const { stdout } = await handbill(cwd, 'status a --format txt --workers 1 --json');
  return JSON.parse(stdout).files;
}

async function correct(cwd: string, line: string): Promise<void> {
  expect((await handbill(cwd, `facts correct ${line}`)).code).toBe(0);
}

async function edit(cwd: string, file: string, was: string, now: string): Promise<void> {
  const path = join(cwd, 'a', file);
  const text = await readFile(path, 'utf8');
  expect(text.includes(was)).toBe(true);
  await writeFile(path, text.replace(was, now));
}

/** Every text that was made, by path, its lines joined. */
async function textsOf(cwd: string): Promise<Map<string, string>> {
  const paths = (await listFiles(join(cwd, 'out'))).filter((path) => path.endsWith('.txt'));
  const texts = paths.map(async (path): Promise<[string, string]> => {
    const text = await readFile(join(cwd, 'out', path), 'utf8');
    return [path, text.replace(/\s+/g, ' ')];
  });
  return new Map(await Promise.all(texts));
}

/** True where a text gives this number as the official count of the dead. */
function givesOfficial(text: string, path: string, count: number): boolean {
  const language = path.split('.').at(-2)!;
  const voice = wordingIn(official.text, language)!;
  // A line of Chinese may break within the phrase.
  const said = language.startsWith('zh') ? text.replaceAll(' ', '') : text;
  const forms = [String(count), new Intl.NumberFormat(language === 'fa' ? 'fa' : 'en').format(count)];
  const number = `(?<!\\p{Nd})(?:${forms.join('|')})(?!\\p{Nd})`;
  return new RegExp(`${number}\\P{Nd}{0,160}${voice}|${voice}\\P{Nd}{0,160}${number}`, 'u').test(said);
}

/** The entry of each path, and that every text agrees: what gives the old count is listed, and nothing else. */
async function expectRecall(cwd: string, was: number, now: number): Promise<Entry[]> {
  const before = await textsOf(cwd);
  const wrong = [...before].filter(([path, text]) => givesOfficial(text, path, was)).map(([path]) => path);
  expect(wrong.length).toBeGreaterThan(50);
  const entries = await status(cwd);
  const recalled = entries.filter(({ fate }) => fate === 'recall');
  expect(recalled.map(({ path }) => path).sort()).toEqual(wrong.sort());
  for (const { reasons } of recalled)
    expect(reasons[0]).toContain(`figure killed/official was ${was}, now ${now}`);
  await make(cwd);
  for (const [path, text] of await textsOf(cwd)) {
    expect(givesOfficial(text, path, was), path).toBe(false);
    expect(givesOfficial(text, path, now), path).toBe(wrong.includes(path));
  }
  expect(await status(cwd)).toEqual([]);
  return entries;
}

test('each historical correction of the official count: the files that give the old one, and no other', async () => {
  const cwd = await madeAppeal();
  expect(await status(cwd)).toEqual([]);

  await correct(cwd, 'killed a --voice official --value 13 --source gifiles-2011-12-18 --date 2011-12-18');
  await expectRecall(cwd, 11, 13);

  // Nothing prints what the trade union heard: no file is out of date.
  await correct(cwd, 'killed a --voice tuc --value 17 --source tuc-2011-12-29 --date 2011-12-30');
  expect(await status(cwd)).toEqual([]);

  // After the appeal's own month, so that every file bears another day.
  await correct(
    cwd,
    'killed a --voice official --value 14 --source intellinews-2012-01-26 --date 2012-01-25',
  );
  const entries = await expectRecall(cwd, 13, 14);
  expect(entries.length).toBe((await textsOf(cwd)).size);
});

test('a changed text, demand or fact: only what shows it', async () => {
  const cwd = await madeAppeal();
  const all = [...(await textsOf(cwd)).keys()];

  await edit(
    cwd,
    'appeal.yaml',
    'L’arrêt du massacre des travailleurs',
    'Que cesse le massacre des travailleurs',
  );
  const french = await status(cwd);
  expect(
    french.every(({ fate, reasons }) => fate === 'reprint' && reasons[0] === 'demand/stop-massacre changed'),
  ).toBe(true);
  const texts = await textsOf(cwd);
  const shown = all.filter((path) => texts.get(path)?.includes('L’arrêt du massacre'));
  expect(french.map(({ path }) => path).sort()).toEqual(shown.sort());
  expect(shown.every((path) => path.endsWith('.fr.txt'))).toBe(true);
  await make(cwd);

  await correct(cwd, 'emergency a --status withdrawn --source appeal --date 2011-12-31 --reason tested');
  const withdrawn = await status(cwd);
  const told = all.filter((path) => path.startsWith('letters/') && !path.startsWith('letters/co-'));
  expect(
    withdrawn
      .filter(({ path }) => path.startsWith('letters/'))
      .map(({ path }) => path)
      .sort(),
  ).toEqual(told.sort());
  for (const { fate, reasons } of withdrawn) {
    expect(fate).toBe('recall');
    expect(reasons).toContain('fact emergency was withdrawn (source: appeal; tested)');
  }
  await make(cwd);

  await edit(cwd, 'appeal.yaml', 'Reinstate all workers dismissed', 'Take back all workers dismissed');
  // Leaflets have room for the demands to the companies, in English like their letters.
  const companies = (await status(cwd)).map(({ path }) => path);
  const [letters, leaflets] = [/^letters\/co-.*\.en\.txt$/, /^leaflets\/.*\.en\.txt$/];
  expect(companies.filter((path) => !leaflets.test(path))).toEqual(all.filter((path) => letters.test(path)));
  const before = await textsOf(cwd);
  for (const path of companies) expect(before.get(path), path).toContain('Reinstate all workers');
  await make(cwd);

  await edit(cwd, 'contacts.csv', 'Nordendstraße 14-17', 'Nordendstraße 99');
  const moved = await status(cwd);
  expect(moved.length).toBeGreaterThan(0);
  expect(new Set(moved.map(({ path }) => path.split('.')[0]))).toEqual(new Set(['letters/kz-de-berlin']));
});

test('the code on a leaflet tells what has changed since', { timeout: 300_000 }, async () => {
  const cwd = await madeAppeal();
  const codeOf = async () => {
    const text = (await textsOf(cwd)).get('leaflets/picket.en.txt')!;
    return /\b2011-12 ([0-9a-f]{3,6})\b/.exec(text)![1]!;
  };
  const ask = (code: string) => handbill(cwd, `status a ${code} --format txt --workers 1`);
  const first = await codeOf();
  expect((await ask(first)).stdout).toContain(`${first}  leaflets/picket.en.txt  nothing has changed since`);
  await correct(cwd, 'killed a --voice official --value 13 --source gifiles-2011-12-18 --date 2011-12-18');
  const recall = `${first}  leaflets/picket.en.txt  recall
  - figure killed/official was 11, now 13 (source: gifiles-2011-12-18)
`;
  expect((await ask(first)).stdout).toBe(recall);
  await make(cwd);
  const second = await codeOf();
  expect(second).not.toBe(first);
  expect((await ask(first)).stdout).toBe(recall);
  expect((await ask(second)).stdout).toContain('nothing has changed since');
  expect(await ask('fffff')).toMatchObject({ code: 2, stderr: expect.stringContaining('no edition fffff') });
});
