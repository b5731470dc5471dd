import { hasRegionName, nameOfRegion } from '../engine.ts';

const KNOWN = new Map<string, boolean>();

/** True for a two-letter region code that `Intl` has a name for. */
export function isCountry(code: string): boolean {
  if (!/^[A-Z]{2}$/.test(code) || code === 'ZZ') return false;
  let known = KNOWN.get(code);
  if (known === undefined) {
    known = hasRegionName(code);
    KNOWN.set(code, known);
  }
  return known;
}

/** Name of a country in English, for messages. */
export function countryName(code: string): string {
  return nameOfRegion(code, ['en']);
}

const LIKELY = new Map<string, string>();

/** The language that most people of a country read, after Unicode's likely subtags: `de`, `zh-Hans`. */
export function likelyLanguage(country: string): string {
  const known = LIKELY.get(country);
  if (known !== undefined) return known;
  const { language = 'en', script } = new Intl.Locale('und', { region: country }).maximize();
  const tag = language === 'zh' ? `zh-${script}` : language;
  LIKELY.set(country, tag);
  return tag;
}
