import type { FontId } from '../model/page.ts';
import type { Shipped } from '../model/shipped.ts';

/** The fonts that come with handbill by name: package, file, weights. `i` is an italic. */
const BUNDLED = {
  serif: ['noto-serif', 'NotoSerif', ['400', '400i', '700']],
  sans: ['noto-sans', 'NotoSans', ['400', '400i', '700']],
  display: ['roboto-condensed', 'RobotoCondensed', ['400', '700', '900']],
  'serif-arab': ['noto-naskh-arabic', 'NotoNaskhArabic', ['400', '700']],
  'sans-arab': ['noto-sans-arabic', 'NotoSansArabic', ['400', '700', '900']],
  'serif-hebr': ['noto-serif-hebrew', 'NotoSerifHebrew', ['400', '700']],
  'sans-hebr': ['noto-sans-hebrew', 'NotoSansHebrew', ['400', '700', '900']],
} as const;

/** Name of a bundled font in all its weights. */
export type BundledName = keyof typeof BUNDLED;

const WEIGHT_FOLDERS: Readonly<Record<string, string>> = {
  '400': '400Regular',
  '400i': '400Regular_Italic',
  '700': '700Bold',
  '900': '900Black',
};

/** A bundled font file. */
interface BundledFile extends Shipped {
  readonly id: FontId;
}

/** Every bundled font file, in a fixed order. */
export function listBundled(): BundledFile[] {
  return Object.entries(BUNDLED).flatMap(([name, [from, stem, weights]]) =>
    weights.map((weight): BundledFile => {
      const folder = WEIGHT_FOLDERS[weight]!;
      const file = `${stem}_${folder}.ttf`;
      return {
        id: `${name}-${weight}`,
        copy: `../fonts/${file}`,
        source: `@expo-google-fonts/${from}/${folder}/${file}`,
      };
    }),
  );
}

/** Name of a script's own font in a look; undefined where the look's common font has the script, or none. */
export function ownFont(look: 'serif' | 'sans', script: string): BundledName | undefined {
  const name = `${look}-${script.toLowerCase()}`;
  return name in BUNDLED ? (name as BundledName) : undefined;
}

/** The nearest face of a bundled font. */
export function faceOf(name: BundledName, weight: number, italic: boolean): FontId {
  const weights: readonly string[] = BUNDLED[name][2];
  if (italic && weight < 700 && weights.includes(`${weight}i`)) return `${name}-${weight}i`;
  return `${name}-${weights.includes(String(weight)) ? weight : weight >= 700 ? 700 : 400}`;
}
