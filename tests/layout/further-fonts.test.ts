import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { listCoverage } from '../../src/layout/coverage.ts';
import { readFontFacts } from '../../src/layout/font-facts.ts';
import { openFonts } from '../../src/layout/fonts.ts';
import { missingGlyphProblems } from '../../src/layout/paragraph.ts';
import { sampleFor } from '../../src/layout/script-fonts.ts';
import { makeFolder } from '../folder.ts';
import { HAS_NOTO, NOTO, openNoto } from './noto.ts';
import { missingOf, setIn } from './paragraphs.ts';

const require = createRequire(import.meta.url);

/** A folder with the Arabic sans under another name: the nearest to a font of a script that isn't bundled. */
async function folderWith(name: string, weight = '400Regular'): Promise<string> {
  const folder = await makeFolder({});
  await mkdir(join(folder, 'below'));
  const file = `@expo-google-fonts/noto-sans-arabic/${weight}/NotoSansArabic_${weight}.ttf`;
  await copyFile(require.resolve(file), join(folder, 'below', name));
  return folder;
}

const NONE = { appeal: [], packages: [], system: [] };

describe('a font file', () => {
  test('tells its family, weight and letters without being opened as a whole', async () => {
    const folder = await folderWith('any.ttf', '700Bold');
    const [facts] = readFontFacts(join(folder, 'below/any.ttf'));
    expect(facts).toMatchObject({ family: 'Noto Sans Arabic', weight: 700, italic: false, index: 0 });
    expect(facts!.covers('ع'.codePointAt(0)!)).toBe(true);
    for (const other of ['ж', '漢', '\u{10ffff}'])
      expect(facts!.covers(other.codePointAt(0)!), other).toBe(false);
  });

  test('that draws in colours is passed over: printed in one ink, its letters would be empty', async () => {
    const folder = await folderWith('colours.ttf');
    const path = join(folder, 'below/colours.ttf');
    const bytes = await readFile(path);
    // The tag of one of its tables is changed into that of colour layers.
    const table = bytes.indexOf('GDEF');
    bytes.write('COLR', table);
    await writeFile(path, bytes);
    expect(readFontFacts(path)).toEqual([]);
  });

  test('that is none, or cut off, is passed over', async () => {
    const folder = await makeFolder({ 'a.ttf': 'no font', 'b.otf': 'OTTO', 'c.ttc': '' });
    for (const name of ['a.ttf', 'b.otf', 'c.ttc', 'missing.ttf']) {
      expect(readFontFacts(join(folder, name))).toEqual([]);
    }
  });
});

test('a further font is not opened for what the bundled ones have', async () => {
  const system = await folderWith('other.ttf');
  const fonts = await openFonts({ ...NONE, system: [system] });
  const lines = await setIn('ar', 'عربي abc 12 ①', { fonts });
  expect(new Set(lines.flatMap(({ runs }) => runs.map((run) => fonts.files.get(run.font)!.origin)))).toEqual(
    new Set(['bundled']),
  );
});

test.skipIf(!HAS_NOTO)('not even one that is made for the script: Devanagari is bundled', async () => {
  const fonts = await openNoto();
  const lines = await setIn('hi', 'सभी मनुष्यों को। 12', { fonts });
  const used = lines.flatMap(({ runs }) => runs.map((run) => fonts.files.get(run.font)!.origin));
  expect(new Set(used)).toEqual(new Set(['bundled']));
});

const usedIn = async (language: string, content: string, fonts: Awaited<ReturnType<typeof openFonts>>) => {
  const lines = await setIn(language, content, { fonts });
  return [...new Set(lines.flatMap(({ runs }) => runs.map(({ font }) => font)))];
};

test('a font of the appeal that is named for a script goes before the bundled one, for that script alone', async () => {
  const folder = await folderWith('own.ttf');
  const path = join(folder, 'below/own.ttf');
  const bytes = await readFile(path);
  // Another family of the same letters: a name of as many bytes, in the two encodings of the table of names.
  for (const encoding of ['latin1', 'utf16le'] as const) {
    const [from, to] = ['Noto Sans Arabic', 'Kuto Sans Arabic'].map((name) => {
      const encoded = Buffer.from(name, encoding);
      return encoding === 'latin1' ? encoded : encoded.swap16();
    });
    for (let at = bytes.indexOf(from!); at >= 0; at = bytes.indexOf(from!, at + 1)) to!.copy(bytes, at);
  }
  await writeFile(path, bytes);
  const fonts = await openFonts({ ...NONE, appeal: [folder] });
  const lines = await setIn('ar', 'عربي abc', { fonts });
  const origins = lines.flatMap(({ runs }) => runs.map(({ font }) => fonts.files.get(font)!.origin));
  expect([...origins].sort()).toEqual(['appeal', 'bundled']);
  expect(await usedIn('he', 'עברית', fonts)).toEqual(['serif-hebr-400']);
});

test.skipIf(!HAS_NOTO)('Urdu hangs where the appeal has such a font, Arabic doesn’t', async () => {
  const folder = await makeFolder({});
  await copyFile(join(NOTO, 'NotoNastaliqUrdu-Regular.ttf'), join(folder, 'nastaliq.ttf'));
  const fonts = await openFonts({ ...NONE, appeal: [folder] });
  expect(await usedIn('ur', 'ہڑتال', fonts)).toEqual(['NotoNastaliqUrdu-Regular']);
  expect(await usedIn('ar', 'عربي', fonts)).toEqual(['serif-arab-400']);
  const heightIn = async (language: string) => {
    const [line] = await setIn(language, 'حقوق', { fonts, style: { size: 10 } });
    return line!.reach.rise + line!.reach.drop;
  };
  expect(await heightIn('ur')).toBeGreaterThan(1.2 * (await heightIn('ar')));
});

describe('scripts', () => {
  test('bundled: Latin, Vietnamese, Cyrillic, Kazakh, Greek, Arabic, Hebrew', async () => {
    const coverage = listCoverage(await openFonts());
    const bundled = coverage.filter(({ fonts }) => fonts.length === 2).map(({ script }) => script);
    expect(bundled).toEqual(
      expect.arrayContaining([
        'Latin',
        'Latin (Vietnamese)',
        'Cyrillic',
        'Cyrillic (Kazakh)',
        'Greek',
        'Arabic',
        'Hebrew',
      ]),
    );
    expect(coverage.find(({ script }) => script === 'Japanese (kanji)')).toEqual({
      script: 'Japanese (kanji)',
      fonts: [],
      install: 'npm install @expo-google-fonts/noto-sans-jp',
    });
  });

  test.each([
    ['罢', 'zh-Hans', 'noto-sans-sc'],
    ['罷', 'zh-Hant', 'noto-sans-tc'],
    ['罷', 'zh-TW', 'noto-sans-tc'],
    ['労', 'ja', 'noto-sans-jp'],
    ['の', 'ja', 'noto-sans-jp'],
    ['勞', 'ko', 'noto-sans-kr'],
    ['노', 'en', 'noto-sans-kr'],
    ['ខ', 'km', 'noto-sans-khmer'],
    ['😀', 'en', 'noto-emoji'],
    ['⚑', 'en', 'noto-sans-symbols'],
    ['✓', 'en', 'noto-sans-symbols-2'],
    ['★', 'en', 'noto-sans-symbols-2'],
    ['ཀ', 'bo', 'noto-serif-tibetan'],
    ['ߊ', 'nqo', 'noto-sans-nko'],
    ['𞤀', 'ff-Adlm', 'noto-sans-adlam'],
    ['Ꭰ', 'chr', 'noto-sans-cherokee'],
  ])('a missing %s in %s names the package to install', (character, language, name) => {
    const [problem] = missingGlyphProblems(new Map([[character.codePointAt(0)!, language]]));
    expect(problem!.message).toContain(character);
    expect(problem!.message).toContain(sampleFor(character, language)!.name);
    expect(problem!.hint).toContain(`npm install @expo-google-fonts/${name},`);
  });
});

test('a letter that no font has is told, never drawn as a box', async () => {
  const lines = await setIn('zh-Hans', '罢工 abc');
  expect([...missingOf(lines)]).toEqual([
    ['罢'.codePointAt(0), 'zh-Hans'],
    ['工'.codePointAt(0), 'zh-Hans'],
  ]);
});
