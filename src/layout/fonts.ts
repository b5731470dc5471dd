import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import type { FontId } from '../model/page.ts';
import { type FontFile, fontAt } from './font-file.ts';
import type { Script } from './scripts.ts';
import type { Family, TextStyle } from './style.ts';

export type { FontFile } from './font-file.ts';

/** The fonts that documents are set in. */
export interface FontBook {
  readonly files: ReadonlyMap<FontId, FontFile>;
  /** Hash of all font files. */
  readonly sha256: string;
  /** The fonts for a style. */
  readonly chain: (style: Pick<TextStyle, 'family' | 'weight' | 'italic'>) => FontChain;
}

/** The fonts that step in for each other in one style. */
export interface FontChain {
  /** The style's own font. */
  readonly first: FontFile;
  /** The best font that has all of these characters; undefined where no font has them. */
  readonly find: (characters: string, script: Script, language: string) => FontFile | undefined;
}

/** The bundled fonts by name: package, file of a weight, and the weights. `i` is an italic. */
const BUNDLED = {
  serif: ['noto-serif', 'NotoSerif', ['400', '400i', '700']],
  sans: ['noto-sans', 'NotoSans', ['400', '400i', '700']],
  display: ['roboto-condensed', 'RobotoCondensed', ['400', '700', '900']],
  'serif-arab': ['noto-naskh-arabic', 'NotoNaskhArabic', ['400', '700']],
  'sans-arab': ['noto-sans-arabic', 'NotoSansArabic', ['400', '700', '900']],
  'serif-hebr': ['noto-serif-hebrew', 'NotoSerifHebrew', ['400', '700']],
  'sans-hebr': ['noto-sans-hebrew', 'NotoSansHebrew', ['400', '700', '900']],
} as const;

type Bundled = keyof typeof BUNDLED;

const WEIGHT_NAMES: Readonly<Record<string, string>> = {
  '400': '400Regular',
  '400i': '400Regular_Italic',
  '700': '700Bold',
  '900': '900Black',
};

/** Fonts of each family, those that step in after its own; a script's own fonts go before them all. */
const STEPPING_IN: Readonly<Record<Family, readonly Bundled[]>> = {
  serif: ['serif', 'sans', 'display', 'serif-arab', 'serif-hebr'],
  sans: ['sans', 'serif', 'display', 'sans-arab', 'sans-hebr'],
  display: ['display', 'sans', 'serif', 'sans-arab', 'sans-hebr'],
};

let opened: Promise<FontBook> | undefined;

/** Opens the bundled fonts; once for all documents. */
export function openFonts(): Promise<FontBook> {
  opened ??= Promise.resolve(bookOf(bundledFonts()));
  return opened;
}

function bundledFonts(): Map<FontId, FontFile> {
  const require = createRequire(import.meta.url);
  const files = new Map<FontId, FontFile>();
  for (const [name, [from, stem, weights]] of Object.entries(BUNDLED)) {
    for (const weight of weights) {
      const id = `${name}-${weight}`;
      const folder = WEIGHT_NAMES[weight]!;
      const path = require.resolve(`@expo-google-fonts/${from}/${folder}/${stem}_${folder}.ttf`);
      files.set(id, fontAt(id, path));
    }
  }
  return files;
}

function bookOf(files: ReadonlyMap<FontId, FontFile>): FontBook {
  const chains = new Map<string, FontChain>();
  let sha256: string | undefined;
  return {
    files,
    get sha256() {
      sha256 ??= hashOf([...files.values()].map((file) => file.sha256).join());
      return sha256;
    },
    chain: ({ family, weight, italic = false }) => {
      const key = `${family} ${weight} ${italic}`;
      const known = chains.get(key) ?? chainOf(files, family, weight, italic);
      chains.set(key, known);
      return known;
    },
  };
}

function chainOf(
  files: ReadonlyMap<FontId, FontFile>,
  family: Family,
  weight: number,
  italic: boolean,
): FontChain {
  const common = STEPPING_IN[family].map((name) => files.get(faceOf(name, weight, italic))!);
  const scriptFamily = family === 'serif' ? 'serif' : 'sans';
  const found = new Map<string, FontFile | undefined>();
  return {
    first: common[0]!,
    find: (characters, script) => {
      const key = `${script} ${characters}`;
      if (found.has(key)) return found.get(key);
      const own = `${scriptFamily}-${script.toLowerCase()}`;
      const fonts = own in BUNDLED ? [files.get(faceOf(own as Bundled, weight, italic))!, ...common] : common;
      const font = fonts.find((file) => [...characters].every((c) => file.covers(c.codePointAt(0)!)));
      found.set(key, font);
      return font;
    },
  };
}

/** The nearest face of a bundled font. */
function faceOf(name: Bundled, weight: number, italic: boolean): FontId {
  const weights: readonly string[] = BUNDLED[name][2];
  if (italic && weight < 700 && weights.includes(`${weight}i`)) return `${name}-${weight}i`;
  return `${name}-${weights.includes(String(weight)) ? weight : weight >= 700 ? 700 : 400}`;
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
