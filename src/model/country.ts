import { hasRegionName, nameOfRegion } from '../engine.ts';
import { memoise } from './memory.ts';

/**
 * Codes that ISO 3166-1 only keeps free for others to use, of places whose post and offices are those of a country:
 * the Canaries, Ceuta and Melilla, Ascension, Tristan da Cunha, Clipperton, Diego Garcia, Sark.
 */
export const PART_OF: Readonly<Record<string, string>> = {
  ...{ IC: 'ES', EA: 'ES', AC: 'SH', TA: 'SH', CP: 'FR', DG: 'IO', CQ: 'GG' },
};

/** Codes that `Intl` has a name for and that are no country: unions of countries, test regions, and parts of one. */
const NO_COUNTRY = ['EU', 'EZ', 'QO', 'UN', 'XA', 'XB', 'ZZ', ...Object.keys(PART_OF)];

/** True for the code of a country of today (ISO 3166-1): neither `EU` nor `UK` nor `SU`, which `Intl` knows too. */
export function isCountry(code: string): boolean {
  if (!/^[A-Z]{2}$/.test(code) || NO_COUNTRY.includes(code)) return false;
  return isRegion(code);
}

const isRegion = memoise(
  (code: string) => new Intl.Locale(`und-${code}`).region === code && hasRegionName(code),
);

/** Name of a country in English, for messages. */
export function countryName(code: string): string {
  return nameOfRegion(code, ['en']);
}

/**
 * Where editions of Unicode's likely subtags (CLDR 45 to 48) don't agree, so that one Node would say another language than
 * the next: an official language in which offices are written to.
 */
const LIKELY: Readonly<Record<string, string>> = {
  ...{ BV: 'no', BY: 'ru', CD: 'fr', CF: 'fr', DJ: 'fr', MU: 'fr', SL: 'en', SN: 'fr', TD: 'fr', ZM: 'en' },
};

/** The language that most people of a country read, after Unicode's likely subtags: `de`, `zh-Hans`. */
export const likelyLanguage = memoise((country: string): string => {
  const known = LIKELY[country];
  if (known !== undefined) return known;
  const { language = 'en', script } = new Intl.Locale('und', { region: country }).maximize();
  return language === 'zh' ? `zh-${script}` : language;
});
