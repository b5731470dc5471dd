import { nameOfRegion } from '../engine.ts';
import { isCountry, likelyLanguage, PART_OF } from './country.ts';
import { once, startMemory } from './memory.ts';
import { nearestOf } from './nearest.ts';
import { normalForm } from './normal-form.ts';

/** Languages whose names of countries are understood, beside the one that most people of each country read. */
const LANGUAGES = ['en', 'es', 'fr', 'de', 'ru', 'kk', 'it', 'pt', 'pl', 'uk', 'tr', 'ar', 'fa', 'zh'];

/** Names that lists and Wikidata use beside those of `Intl` (Unicode CLDR). */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  BA: 'Bosnia and Herzegovina',
  BN: 'Brunei Darussalam',
  BS: 'The Bahamas',
  CD: 'Democratic Republic of the Congo|DR Congo|Congo (Kinshasa)',
  CG: 'Republic of the Congo|Congo (Brazzaville)',
  CI: 'Ivory Coast',
  CN: "People's Republic of China|VR China",
  CV: 'Cape Verde',
  CZ: 'Czech Republic|Tschechische Republik',
  DK: 'Kingdom of Denmark',
  EH: 'Sahrawi Arab Democratic Republic',
  FM: 'Federated States of Micronesia',
  GB: 'Great Britain|UK|England|Scotland|Wales|Northern Ireland|Großbritannien|Великобритания|Ұлыбритания|Grande-Bretagne|Gran Bretaña',
  GM: 'The Gambia',
  HK: 'Hong Kong',
  IE: 'Republic of Ireland',
  IR: 'Islamic Republic of Iran',
  KP: "Democratic People's Republic of Korea",
  KR: 'Republic of Korea|Korea',
  KZ: 'Republic of Kazakhstan|Republik Kasachstan|Республика Казахстан|Қазақстан Республикасы',
  LA: 'Lao PDR',
  MD: 'Republic of Moldova',
  MK: 'Macedonia|Republic of North Macedonia',
  MM: 'Myanmar|Burma',
  MO: 'Macau',
  NL: 'The Netherlands|Kingdom of the Netherlands|Holland',
  PS: 'Palestine|State of Palestine',
  RU: 'Russian Federation|Российская Федерация|РФ',
  ST: 'São Tomé and Príncipe',
  SY: 'Syrian Arab Republic',
  SZ: 'Swaziland',
  TL: 'East Timor',
  TR: 'Turkey|Türkiye',
  TZ: 'United Republic of Tanzania',
  US: 'United States of America|USA|U.S.A.|США|Etats-Unis d’Amérique|Estados Unidos de América|EE. UU.|AQSh|АҚШ',
  VA: 'Vatican|Vatican City|Holy See|Vatikan|Saint-Siège|Santa Sede|Heiliger Stuhl',
  VC: 'Saint Vincent and the Grenadines',
  VN: 'Viet Nam',
};

const codes = once(readNames);
/** Names as lists write them, with what they came to: a list names few countries, and each of them often. */
const seen = startMemory<string>(10_000);

/** The ISO 3166-1 code of a country named by its code, also in small letters, or by a name. */
export function countryOf(name: string): string | undefined {
  // Names of all countries take a while to be read: most values are codes.
  if (isCountry(name)) return name;
  const code = seen.recall(name, () => codes().get(name) ?? codes().get(normalForm(name)) ?? '');
  return code === '' ? undefined : code;
}

/** The code of the first of several values that is a country: some lists have its name and its code. */
export function firstCountry(values: readonly string[] = []): string | undefined {
  return values.map(countryOf).find((code) => code !== undefined);
}

/** Codes and names of what is no country today, and what is meant instead. */
const NONE_TODAY: Readonly<Record<string, string>> = {
  EU: 'EU is the European Union: name the country in which it sits, such as BE (Belgium)',
  UN: 'UN is the United Nations: name the country in which it sits, such as CH (Switzerland)',
  SU: 'SU is the Soviet Union: name the country of today, such as RU (Russia) or KZ (Kazakhstan)',
  YU: 'YU is Yugoslavia: name the country of today, such as RS (Serbia) or HR (Croatia)',
  CS: 'CS was Czechoslovakia, then Serbia and Montenegro: name the country of today, such as CZ, SK, RS or ME',
  AN: 'AN is the Netherlands Antilles: name the country of today, such as CW (Curaçao)',
};

/** What to write in place of a code that stands for no country; undefined where nobody can tell. */
export function insteadOf(code: string): string | undefined {
  return NONE_TODAY[code.trim().toUpperCase()];
}

/** The code that is meant by a country's code or name; what is no country stays as it is. */
export function presentCountry(named: string): string {
  return named === '' ? named : (countryOf(named.trim()) ?? named);
}

/** The country that a name may mean that is none: the only one that begins so, or the one with the nearest name. */
export function nearestCountry(name: string): string | undefined {
  const form = normalForm(name);
  if (form.length < 3) return undefined;
  const begun = new Set([...codes()].flatMap(([known, code]) => (known.startsWith(form) ? [code] : [])));
  if (begun.size === 1) return [...begun][0];
  const near = nearestOf(form, [...codes().keys()]);
  return near === undefined || near.length < 4 ? undefined : codes().get(near);
}

/** Names of others in which that of a country stands: a letter to the Order of Malta is none to Malta. */
const OTHER_THINGS = new Set(
  'order of malta|ordre de malte|orden de malta|ordine di malta|ordem de malta|northern cyprus|north cyprus|chypre du nord|chipre del norte|inner mongolia|new mexico|nuevo mexico|new jersey|nueva jersey'
    .split('|')
    .map(normalForm),
);

/** The countries whose names stand in a text as whole words, the longest names first found: "Guinea-Bissau" is one. */
export function countriesIn(text: string): string[] {
  const words = normalForm(text).split(' ');
  const found: string[] = [];
  for (let i = 0; i < words.length; i++) {
    for (let length = Math.min(6, words.length - i); length > 0; length--) {
      const name = words.slice(i, i + length).join(' ');
      const code = name.length > 3 ? countryOf(name) : undefined;
      if (code === undefined && !OTHER_THINGS.has(name)) continue;
      if (code !== undefined && !found.includes(code)) found.push(code);
      i += length - 1;
      break;
    }
  }
  return found;
}

function readNames(): Map<string, string> {
  const names = new Map<string, string>();
  const add = (name: string | undefined, code: string) => {
    const form = normalForm(name ?? '');
    if (form !== '' && !names.has(form)) names.set(form, code);
    // Names with "St." and "&" are written out elsewhere.
    const long = form.replace(/^st /, 'saint ').replace(/ st /g, ' saint ');
    if (long !== form && !names.has(long)) names.set(long, code);
  };
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const all = letters.flatMap((a) => letters.map((b) => a + b)).filter(isCountry);
  for (const [code, others] of Object.entries(OTHER_NAMES)) for (const n of others.split('|')) add(n, code);
  for (const code of all) {
    names.set(code, code);
    add(code, code);
  }
  for (const [part, code] of Object.entries(PART_OF)) add(part, code);
  for (const language of LANGUAGES) {
    for (const [part, code] of Object.entries(PART_OF)) add(nameOfRegion(part, [language]), code);
    for (const code of all) {
      const name = nameOfRegion(code, [language]);
      add(name, code);
      add(name?.replaceAll('&', 'and'), code);
      // "Hong Kong SAR China", "Myanmar (Burma)".
      add(name?.replace(/ \(.*\)$/, ''), code);
    }
  }
  for (const code of all) {
    const own = likelyLanguage(code);
    if (LANGUAGES.includes(own)) continue;
    add(nameOfRegion(code, [own]), code);
  }
  return names;
}
