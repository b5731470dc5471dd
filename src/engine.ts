import { setFlagsFromString } from 'node:v8';
import { startMemory } from './model/memory.ts';

/**
 * What one Node does otherwise than another: whatever depends on that is here, and `tests/engine.test.ts` holds it on each
 * Node that is supported.
 */

/**
 * The flags that handbill sets, with the engines that know them: V8 of Node 20, 22, 24 and 26. An engine complains about a
 * flag that it doesn't know, on standard error and in every command, and asking it takes as long as a process to start; so
 * an engine that isn't listed gets none. No flag changes what is made, only how fast.
 */
export const ENGINE_FLAGS = {
  /**
   * V8 would optimise the shaper's code in the background after a few words, and no process ends before that is done: half
   * a second for a letter. A thousand letters are no slower for it.
   */
  '--wasm-tiering-budget=200000000': ['11.3', '12.4', '13.6', '14.6'],
  /**
   * V8 optimises what has run twelve times as long as usual: than with three times as long, one letter and a thousand take a
   * tenth less, and an unchanged `make` a fifth.
   */
  '--interrupt-budget=1600000': ['11.3'],
  /** Memory may grow by half between two collections, not threefold: what a document leaves behind is soon collected. */
  '--heap-growing-percent=50': ['11.3', '12.4', '13.6', '14.6'],
  /**
   * The same by as much again: a campaign takes a fifth less memory for some three per cent more computing, a single
   * document or file that is very long for a tenth.
   */
  '--heap-growing-percent=100': ['11.3', '12.4', '13.6', '14.6'],
} as const satisfies Readonly<Record<string, readonly string[]>>;
export type EngineFlag = keyof typeof ENGINE_FLAGS;

/** Sets a flag of V8, if this engine knows it. */
export function setEngineFlag(flag: EngineFlag, engine: string = process.versions.v8): void {
  if (knowsFlag(flag, engine)) setFlagsFromString(flag);
}

/** True for a flag that the V8 of this version knows. */
export function knowsFlag(flag: EngineFlag, engine: string): boolean {
  const known: readonly string[] = ENGINE_FLAGS[flag];
  return known.includes(/^\d+\.\d+/.exec(engine)?.[0] ?? '');
}

/** Names of countries that editions of Unicode's data (CLDR 45 to 48) write differently, as the newest has them. */
const NEWEST_NAMES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  it: {
    AS: 'Samoa Americane',
    BQ: 'Caraibi Olandesi',
    EH: 'Sahara Occidentale',
    IO: 'Territorio Britannico dell’Oceano Indiano',
    MP: 'Isole Marianne Settentrionali',
    PF: 'Polinesia Francese',
    PS: 'Territori Palestinesi',
    TF: 'Terre Australi Francesi',
  },
  vi: { AU: 'Úc' },
};

/** The same of names of languages. */
const NEWEST_LANGUAGES: typeof NEWEST_NAMES = { ko: { tr: '튀르키예어' } };

/** Name of a country in a language; a code that has none, and no code at all, stand for themselves. */
export function nameOfRegion(
  code: string,
  languages: readonly string[],
  style: 'long' | 'short' = 'long',
): string {
  const pinned = style === 'long' ? NEWEST_NAMES[languages[0] ?? '']?.[code] : undefined;
  return pinned ?? nameOf(code, languages, { type: 'region', style }) ?? code;
}

/** Name of a language in a language; a tag that has none, and no tag at all, stand for themselves. */
export function nameOfLanguage(tag: string, languages: readonly string[]): string {
  return NEWEST_LANGUAGES[languages[0] ?? '']?.[tag] ?? nameOf(tag, languages, { type: 'language' }) ?? tag;
}

/** True for a code of a region that has a name. */
export function hasRegionName(code: string): boolean {
  return nameOf(code, ['en'], { type: 'region', fallback: 'none' }) !== undefined;
}

/** True for a tag of a language that has a name. */
export function hasLanguageName(tag: string): boolean {
  return nameOf(tag, ['en'], { type: 'language', fallback: 'none' }) !== undefined;
}

const displays = startMemory<Intl.DisplayNames>(1000);

/** Asked for the name of nothing, Node 20 says `root`, and later ones throw, as all do for other rubbish. */
function nameOf(
  code: string,
  languages: readonly string[],
  options: Intl.DisplayNamesOptions,
): string | undefined {
  if (code === '') return undefined;
  const key = JSON.stringify([languages, options]);
  const display = displays.recall(key, () => new Intl.DisplayNames([...languages], options));
  try {
    return display.of(code);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** True for a name of the IANA time zone database. Since Node 22 the engine takes an offset such as `+01:00` for one. */
export function isTimeZone(name: string): boolean {
  if (/^[+-]/.test(name)) return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }) !== undefined;
  } catch {
    return false;
  }
}

/** Languages in whose numbers four digits stand together, and in which editions of Unicode's data don't agree on it. */
const FOUR_TOGETHER = ['it', 'hy'];

const numberFormats = startMemory<Intl.NumberFormat>(1000);

/** How a language writes numbers; made once, as that costs far more than to use it. */
export function numberFormat(locale: string, isGrouped = true): Intl.NumberFormat {
  return numberFormats.recall(`${locale} ${isGrouped}`, () => {
    const grouping = FOUR_TOGETHER.includes(locale) ? 'min2' : 'auto';
    // Arabic without a country has European digits since CLDR 46.
    return new Intl.NumberFormat(locale === 'ar' ? 'ar-u-nu-latn' : locale, {
      maximumFractionDigits: 6,
      useGrouping: isGrouped && grouping,
    });
  });
}
