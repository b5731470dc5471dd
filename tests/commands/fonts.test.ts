import { copyFile, mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { listFiles, makeFolder } from '../folder.ts';
import { HAS_NOTO, NOTO_CJK } from '../layout/noto.ts';
import { handbill } from './run.ts';
import { smallAppeal } from './small-appeal.ts';

/** The small appeal in English and Chinese. */
function inChinese(): Record<string, string> {
  const files = smallAppeal('a');
  const appeal = files['a/appeal.yaml']!.replace(
    /^( *- \{ tag: "en".*)$/m,
    '$1\n  - { tag: zh-Hans, review: draft }',
  ).replaceAll(/^( *)"?en"?: .*$/gm, '$&\n$1zh-Hans: 释放罢工工人');
  const facts = files['a/facts.csv']!.replace('text.en', 'text.en,text.zh-Hans').replace(
    'were arrested.',
    'were arrested.,十二名罢工工人被捕。',
  );
  return { ...files, 'a/appeal.yaml': appeal, 'a/facts.csv': facts };
}

const problemsOf = ({ stdout }: { stdout: string }) =>
  (JSON.parse(stdout).problems as { code: string; severity: string; message: string; hint: string }[]).filter(
    ({ code }) => code === 'missing-glyph' || code === 'system-font',
  );

test('make leaves out the PDFs of a language without a font: one warning, with the command that installs one', async () => {
  const cwd = await makeFolder(inChinese());
  const ran = await handbill(cwd, 'make a --json');
  expect(problemsOf(ran)).toMatchObject([
    {
      severity: 'warning',
      message: 'PDFs in zh-Hans are left out: no font here has Chinese (simplified), such as 工 (U+5DE5).',
      hint: expect.stringContaining('npm install @expo-google-fonts/noto-sans-sc'),
    },
  ]);
  expect(ran.code).toBe(0);
  const files = await listFiles(join(cwd, 'out'));
  expect(files).toContain('leaflets/picket.zh-Hans.txt');
  expect(files.filter((file) => /zh-Hans.*\.pdf$/.test(file))).toEqual([]);
  expect((await handbill(cwd, 'make a --strict')).code).toBe(1);
});

test('asked for by --lang it is an error, and nothing is written', async () => {
  const cwd = await makeFolder(inChinese());
  const ran = await handbill(cwd, 'leaflets a --lang zh-Hans --json');
  expect(ran.code).toBe(1);
  expect(problemsOf(ran)).toMatchObject([
    { severity: 'error', message: expect.stringContaining('工 (U+5DE5)') },
  ]);
  expect(await listFiles(join(cwd, 'out'))).toEqual([]);
});

test.skipIf(!HAS_NOTO)(
  'with a font in the appeal it is made; with one of the system too, and that is told',
  async () => {
    const cwd = await makeFolder(inChinese());
    const ran = await handbill(cwd, 'make a --json', { fontFolders: [NOTO_CJK] });
    expect(ran.code).toBe(0);
    const told = problemsOf(ran).map(({ code, severity }) => `${code} ${severity}`);
    expect(new Set(told)).toEqual(new Set(['system-font notice']));
    expect(await listFiles(join(cwd, 'out'))).toContain('leaflets/picket.zh-Hans.a4.pdf');
    await mkdir(join(cwd, 'a/fonts'));
    await copyFile(join(NOTO_CJK, 'NotoSansCJK-Regular.ttc'), join(cwd, 'a/fonts/NotoSansCJK-Regular.ttc'));
    const own = await handbill(cwd, 'make a --json --out own');
    expect([own.code, problemsOf(own)]).toEqual([0, []]);
    const again = await handbill(cwd, 'make a --json --out own', { fontFolders: [NOTO_CJK] });
    expect(JSON.parse(again.stdout).written).toEqual([]);
  },
);

test('a font of the machine changes no byte of a document that does without', async () => {
  const folder = await makeFolder({});
  const file = '@expo-google-fonts/noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf';
  await copyFile(createRequire(import.meta.url).resolve(file), join(folder, 'any.ttf'));
  const cwd = await makeFolder(smallAppeal('a'));
  await handbill(cwd, 'make a');
  const ran = await handbill(cwd, 'make a --json --check', { fontFolders: [folder] });
  expect(ran.code).toBe(0);
});

test('fonts lists each script with its fonts and where they come from, or the command that installs one', async () => {
  const cwd = await makeFolder({});
  const { stdout } = await handbill(cwd, 'fonts');
  expect(stdout).toMatch(/^Arabic +bundled: serif-arab, sans-arab$/m);
  expect(stdout).toMatch(/^Khmer +– npm install @expo-google-fonts\/noto-sans-khmer$/m);
  for (const [script, name] of [
    ['Tibetan', 'noto-serif-tibetan'],
    ['Cherokee', 'noto-sans-cherokee'],
    ['N’Ko', 'noto-sans-nko'],
    ['Adlam', 'noto-sans-adlam'],
    ['Symbols (more)', 'noto-sans-symbols-2'],
  ] as const)
    expect(stdout.split('\n').find((line) => line.startsWith(script))).toContain(
      `npm install @expo-google-fonts/${name}`,
    );
  const { scripts } = JSON.parse((await handbill(cwd, 'fonts --json')).stdout);
  expect(scripts.find(({ script }: { script: string }) => script === 'Hebrew').fonts[0]).toMatchObject({
    id: 'serif-hebr-400',
    origin: 'bundled',
  });
});
