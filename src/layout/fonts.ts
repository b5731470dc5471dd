import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { memoise, remember, startMemory } from '../model/memory.ts';
import type { FontId } from '../model/page.ts';
import { pathOfShipped } from '../model/shipped.ts';
import { type BundledName, faceOf, listBundled, ownFont } from './bundled-fonts.ts';
import { type FontFile, fontAt } from './font-file.ts';
import { type FontPlaces, type FurtherFonts, furtherFonts } from './further-fonts.ts';
import { sampleFor, sampleOf } from './script-fonts.ts';
import type { Script } from './scripts.ts';
import type { Family, TextStyle } from './style.ts';

export type { FontFile } from './font-file.ts';
export type { FontPlaces } from './further-fonts.ts';

/** The fonts that documents are set in. */
export interface FontBook {
  /** The bundled fonts, and those that were found and used since. */
  readonly files: ReadonlyMap<FontId, FontFile>;
  /** Tells the bundled fonts of one version from those of another. */
  readonly sha256: string;
  /** Where further fonts are looked for. */
  readonly places: FontPlaces;
  /** The fonts for a style. */
  readonly chain: (style: Pick<TextStyle, 'family' | 'weight' | 'italic'>) => FontChain;
}

/** The fonts that step in for each other in one style. */
export interface FontChain {
  /** The style's own font. */
  readonly first: FontFile;
  /** Finds the best font that has all of some characters in a text of a script; undefined where no font has them. */
  readonly findFor: (script: Script, language: string) => (characters: string) => FontFile | undefined;
}

/** Fonts of each family and those that step in for it; a script's own fonts go before them all. */
const STEPPING_IN: Readonly<Record<Family, readonly BundledName[]>> = {
  serif: ['serif', 'sans', 'display', 'serif-arab', 'serif-hebr'],
  sans: ['sans', 'serif', 'display', 'sans-arab', 'sans-hebr'],
  display: ['display', 'sans', 'serif', 'sans-arab', 'sans-hebr'],
};

/** Scripts that the bundled fonts have. */
const BUNDLED_SCRIPTS = /^(?:Latn|Cyrl|Grek|Arab|Hebr|Zyyy)$/;

/** Scripts that a style's own fonts set: what tells one style from another. */
const OF_THE_STYLE = /^(?:Latn|Cyrl|Grek|Zyyy)$/;

const NO_PLACES: FontPlaces = { appeal: [], packages: [], system: [] };

/** A run needs one book, a preview that is told of further fonts another; each keeps megabytes of opened fonts. */
const books = startMemory<FontBook>(4);

/** The bundled fonts, and those in further places, which are looked at only where the bundled ones lack a character. */
export async function openFonts(places: FontPlaces = NO_PLACES): Promise<FontBook> {
  return books.recall(JSON.stringify(places), () => bookOf(places));
}

function bookOf(places: FontPlaces): FontBook {
  const paths = listBundled().map((file) => [file.id, pathOfShipped(file)] as const);
  const files = new Map(paths.map(([id, path]) => [id, fontAt(id, path, 0, 'bundled')]));
  const further = furtherFonts(places);
  const chains = new Map<string, FontChain>();
  let sha256: string | undefined;
  return {
    files,
    places,
    get sha256() {
      // Fonts come with the version; their sizes tell a version under work from the next.
      sha256 ??= hashOf(paths.map(([id, path]) => `${id} ${statSync(path).size}`).join());
      return sha256;
    },
    chain: ({ family, weight, italic = false }) => {
      const key = `${family} ${weight} ${italic}`;
      const known = chains.get(key) ?? chainOf(files, further, { family, weight, italic });
      chains.set(key, known);
      return known;
    },
  };
}

function chainOf(
  files: Map<FontId, FontFile>,
  further: FurtherFonts,
  style: { readonly family: Family; readonly weight: TextStyle['weight']; readonly italic: boolean },
): FontChain {
  const { family, weight, italic } = style;
  const bundled = (name: BundledName) => files.get(faceOf(name, weight, italic))!;
  const common = STEPPING_IN[family].map(bundled);
  const finders = remember<string, (characters: string) => FontFile | undefined>();
  const made = new Map<string, FontFile | undefined>();
  /** The font for a script that is not among the bundled ones, or that the appeal has of its own. */
  const madeFor = (script: Script, language: string) => {
    const key = `${script} ${language}`;
    const sample = OF_THE_STYLE.test(script) ? undefined : sampleOf(script, language);
    if (sample && !made.has(key)) {
      const isBundled = BUNDLED_SCRIPTS.test(script) || common.some((file) => hasAll(file, sample.letters));
      const found = further.findOwn(style, sample, language);
      made.set(key, found ?? (isBundled ? undefined : further.find(sample.letters, style, sample)));
    }
    return made.get(key);
  };
  const search = (characters: string, script: Script, language: string): FontFile | undefined => {
    const own = ownFont(family === 'serif' ? 'serif' : 'sans', script);
    // A script from elsewhere has signs of its own too; digits and signs of ASCII are those of the style.
    const font = /^[ -~]+$/.test(characters) ? undefined : madeFor(script, language);
    if (font && hasAll(font, characters)) return font;
    return (
      (own ? [bundled(own), ...common] : common).find((file) => hasAll(file, characters)) ??
      further.find(characters, style, sampleFor(characters, language))
    );
  };
  return {
    first: common[0]!,
    findFor: (script, language) => {
      const key = `${script} ${language}`;
      return finders.recall(key, () =>
        memoise((characters: string) => {
          const font = search(characters, script, language);
          if (font) files.set(font.id, font);
          return font;
        }),
      );
    },
  };
}

function hasAll(file: FontFile, characters: string): boolean {
  return [...characters].every((c) => file.covers(c.codePointAt(0)!));
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
