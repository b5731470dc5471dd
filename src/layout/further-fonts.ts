import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { type FontFacts, readFontFacts } from './font-facts.ts';
import { type FontFile, type FontOrigin, fontAt } from './font-file.ts';
import type { ScriptSample } from './script-fonts.ts';
import type { TextStyle } from './style.ts';

/** Folders with fonts beyond those that come with handbill, absolute; plain data. */
export interface FontPlaces {
  /** The appeal's own. */
  readonly appeal: readonly string[];
  /** Hash of the fonts in the appeal's own: others there make other documents. */
  readonly ownHash?: string | undefined;
  /** Font packages installed beside handbill or in the current folder. */
  readonly packages: readonly string[];
  /** The system's. */
  readonly system: readonly string[];
}

type Style = Pick<TextStyle, 'family' | 'weight' | 'italic'>;

/** Fonts that are looked for only where the bundled ones lack a character. */
export interface FurtherFonts {
  /**
   * The best font that has all of these characters: the appeal's before installed packages before the system's,
   * one that is made for the script before others.
   */
  readonly find: (characters: string, style: Style, script: ScriptSample | undefined) => FontFile | undefined;
  /** The appeal's own font that is named for a script, which goes before the bundled one. */
  readonly findOwn: (style: Style, script: ScriptSample, language: string) => FontFile | undefined;
}

/** The order in which places are searched. */
const ORDER = ['appeal', 'packages', 'system'] as const;

/** Faces that step in only where there is no other: cuts for screens, narrow ones, type for program code. */
const ODD =
  /\b(?:UI|Mono|Condensed|SemiCondensed|ExtraCondensed|Display|Slanted|Looped|Unjoined|Eastern|Western)\b/;

/** Words in the names of families that look like the serif. */
const SERIF = /\b(?:Serif|Naskh|Song|SongTi|Ming|MingLiU|Mincho|Batang|Myungjo|Times|Nastaliq)\b/i;

/** Languages that are written in the hanging style of Arabic letters; others aren't set in a font of it. */
const IN_NASTALIQ = /^(?:ur|ks|pnb|pa-Arab|skr)\b/;

/** True for a family that is named for a script, or for a style of its letters that the language is written in. */
function isNamedFor(family: string, { noto }: ScriptSample, language: string): boolean {
  if (/Nastaliq/i.test(family)) return noto === 'Arabic' && IN_NASTALIQ.test(language);
  return family.includes(noto) || (noto === 'Arabic' && /\b(?:Naskh|Kufi)\b/i.test(family));
}

/** Looks fonts up in these folders; reads them at the first call of `find`, and only as far as it must. */
export function furtherFonts(places: FontPlaces): FurtherFonts {
  const read = new Map<string, readonly FontFacts[]>();
  const opened = new Map<string, FontFile>();
  const factsIn = (origin: (typeof ORDER)[number]) => {
    const known =
      read.get(origin) ?? places[origin].flatMap((folder) => fontsIn(folder, origin)).flatMap(readFontFacts);
    read.set(origin, known);
    return known;
  };
  return {
    find: (characters, style, script) => {
      const codePoints = [...characters].map((c) => c.codePointAt(0)!);
      for (const origin of ORDER) {
        const ranked = rank(factsIn(origin), style, script);
        const best = ranked.find((facts) => codePoints.every(facts.covers));
        if (best) return open(best, origin, opened);
      }
      return undefined;
    },
    findOwn: (style, script, language) => {
      const codePoints = [...script.letters].map((c) => c.codePointAt(0)!);
      const named = factsIn('appeal').filter(({ family }) => isNamedFor(family, script, language));
      const whole = named.filter((facts) => codePoints.every(facts.covers));
      // What hangs is taken for what is written so, where both are there.
      const hanging = whole.filter(({ family }) => /Nastaliq/i.test(family));
      const [best] = rank(hanging.length > 0 ? hanging : whole, style, script);
      return best && open(best, 'appeal', opened);
    },
  };
}

/** Opens a font once; two files of one name keep apart. */
function open(facts: FontFacts, origin: FontOrigin, opened: Map<string, FontFile>): FontFile {
  const place = `${facts.path}#${facts.index}`;
  const known = opened.get(place);
  if (known) return known;
  const same = [...opened.values()].filter(({ id }) => id.split('~')[0] === facts.name).length;
  const id = same === 0 ? facts.name : `${facts.name}~${same + 1}`;
  const content = [...opened.values()].find(({ path }) => path === facts.path)?.content;
  const file = fontAt(id, facts.path, facts.index, origin, content);
  opened.set(place, file);
  return file;
}

/** Paths of the font files in a folder and below it, in the order of their names; none where there is no folder. */
function listFontFiles(folder: string): string[] {
  const files: string[] = [];
  const seen = new Set<string>();
  const look = (place: string) => {
    try {
      // However many links lead to a folder, or round in a circle, it is looked into once.
      const real = realpathSync(place);
      if (seen.has(real)) return;
      seen.add(real);
      for (const entry of readdirSync(place, { withFileTypes: true })) {
        const path = join(place, entry.name);
        if (/\.(?:ttf|otf|ttc|otc)$/i.test(entry.name)) files.push(path);
        else if (entry.isDirectory() || entry.isSymbolicLink()) look(path);
      }
    } catch {
      // It isn't there, is no folder, or nobody may look into it.
    }
  };
  look(folder);
  return files.sort();
}

/** The fonts of a place; a link in the appeal's own folder may not lead out of the appeal. */
function fontsIn(folder: string, origin: FontOrigin): string[] {
  const files = listFontFiles(folder);
  if (origin !== 'appeal' || files.length === 0) return files;
  const home = realpathSync(dirname(folder));
  return files.filter((file) => existsSync(file) && realpathSync(file).startsWith(join(home, sep)));
}

/** Fonts, best first: made for the script, of the same look and weight; else in the order of their names. */
function rank(
  all: readonly FontFacts[],
  { family, weight, italic = false }: Style,
  script: ScriptSample | undefined,
): FontFacts[] {
  const made = script && new RegExp(`^Noto (?:Sans |Serif |Naskh |CJK )*${script.noto}(?: ?2)?$`);
  const scoreOf = (facts: FontFacts) =>
    (made?.test(facts.family) ? 0 : 10_000) +
    (ODD.test(facts.family) ? 4_000 : 0) +
    (SERIF.test(facts.family) === (family === 'serif') ? 0 : 2_000) +
    Math.abs(facts.weight - Math.min(weight, 700)) +
    (facts.italic === italic ? 0 : 50);
  return all
    .map((facts) => ({ facts, score: scoreOf(facts) }))
    .sort((a, b) => a.score - b.score || compare(a.facts.name, b.facts.name))
    .map(({ facts }) => facts);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
