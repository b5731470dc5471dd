import { memoise } from './memory.ts';

/** Hundreds in one word by language; cases and genders share the number. */
const HUNDREDS: Readonly<Record<string, string>> = {
  fr: '100 cent cents',
  es: '100 cien ciento|200 doscientos doscientas|300 trescientos trescientas|400 cuatrocientos cuatrocientas|500 quinientos quinientas|600 seiscientos seiscientas|700 setecientos setecientas|800 ochocientos ochocientas|900 novecientos novecientas',
  pt: '100 cem cento|200 duzentos duzentas|300 trezentos trezentas|400 quatrocentos quatrocentas|500 quinhentos quinhentas|600 seiscentos seiscentas|700 setecentos setecentas|800 oitocentos oitocentas|900 novecentos novecentas',
  ru: '100 сто ста|200 двести двухсот двумстам двумястами|300 триста трёхсот трехсот тремстам|400 четыреста четырёхсот четырехсот|500 пятьсот пятисот|600 шестьсот шестисот|700 семьсот семисот|800 восемьсот восьмисот|900 девятьсот девятисот',
  uk: '100 сто ста|200 двісті двохсот двомстам|300 триста трьохсот|400 чотириста чотирьохсот|500 п’ятсот п’ятисот|600 шістсот шестисот|700 сімсот семисот|800 вісімсот восьмисот|900 дев’ятсот дев’ятисот',
  pl: '100 sto stu|200 dwieście dwustu|300 trzysta trzystu|400 czterysta czterystu|500 pięćset pięciuset|600 sześćset sześciuset|700 siedemset siedmiuset|800 osiemset ośmiuset|900 dziewięćset dziewięciuset',
  cs: '100 sto',
  tr: '100 yüz',
  kk: '100 жүз',
  hi: '100 सौ',
  fa: '100 صد|200 دویست|300 سیصد|400 چهارصد|500 پانصد|600 ششصد|700 هفتصد|800 هشتصد|900 نهصد',
  ar: '100 مئة مائة|200 مئتا مئتان مئتين مائتان مائتين|300 ثلاثمئة ثلاثمائة|400 أربعمئة أربعمائة|500 خمسمئة خمسمائة|600 ستمئة ستمائة|700 سبعمئة سبعمائة|800 ثمانمئة ثمانمائة|900 تسعمئة تسعمائة',
};

/** Words that make hundreds of the number before them: "two hundred", "deux cents". */
const TIMES_HUNDRED: Readonly<Record<string, string>> = {
  en: 'hundred',
  fr: 'cent cents',
  tr: 'yüz',
  kk: 'жүз',
  hi: 'सौ',
  cs: 'stě sta set',
};

/** Words before which a hundred or a thousand is a share: "dix pour cent". */
export const PERCENT = new Set(['pour', 'por', 'per', 'o']);

/** What stands between hundreds or thousands and the rest. */
export const AND: Readonly<Record<string, string>> = { en: 'and', pt: 'e', fa: 'و' };

/** One dozen; after a number as many times, after a half six. */
const DOZEN: Readonly<Record<string, string>> = {
  en: 'dozen',
  de: 'dutzend',
  fr: 'douzaine',
  es: 'docena',
  pt: 'dúzia',
  it: 'dozzina',
  pl: 'tuzin tuzina tuzinem',
  cs: 'tucet tuctu',
  ru: 'дюжина дюжину дюжины',
  uk: 'дюжина дюжину дюжини',
  tr: 'düzine',
};
const HALF = new Set('half halbes demi media meia mezza pół půl пол пів yarım'.split(' '));

/** Quantities that are words, by the values that figures have. */
const QUANTITIES: Readonly<Record<string, string>> = {
  en: 'dozens dozens|hundreds hundreds|thousands thousands|1/2 half',
  de: 'dozens dutzende dutzenden|hundreds hunderte hunderten|thousands tausende tausenden|1/2 hälfte',
  fr: 'dozens dizaines|hundreds centaines|thousands milliers|1/2 moitié',
  es: 'dozens decenas docenas|hundreds cientos centenares|thousands miles millares|1/2 mitad',
  pt: 'dozens dezenas dúzias|hundreds centenas|thousands milhares|1/2 metade',
  it: 'dozens decine dozzine|hundreds centinaia|thousands migliaia|1/2 metà',
  pl: 'dozens dziesiątki dziesiątek|hundreds setki setek|thousands tysiące|1/2 połowa połowę połowy',
  cs: 'dozens desítky desítek|hundreds stovky stovek|thousands tisíce|1/2 polovina polovinu poloviny',
  ru: 'dozens десятки десятков|hundreds сотни сотен|thousands тысячи тысяч|1/2 половина половину половины',
  uk: 'dozens десятки десятків|hundreds сотні сотень|thousands тисячі тисяч|1/2 половина половину половини',
  tr: 'dozens onlarca|hundreds yüzlerce|thousands binlerce|1/2 yarısı',
  kk: 'dozens ондаған|hundreds жүздеген|thousands мыңдаған|1/2 жартысы',
  ar: 'dozens عشرات|hundreds مئات|thousands آلاف|1/2 نصف',
  fa: 'dozens ده‌ها|hundreds صدها|thousands هزاران|1/2 نیمی',
  he: 'dozens עשרות|hundreds מאות|thousands אלפי|1/2 מחצית',
  hi: 'dozens दर्जनों|hundreds सैकड़ों|thousands हज़ारों|1/2 आधे',
  zh: 'dozens 数十|hundreds 数百|thousands 数千',
  ja: 'dozens 数十|hundreds 数百|thousands 数千',
};

/** Words of a language with their numbers, from a table that lists them under each number. */
export function listed(
  table: Readonly<Record<string, string>>,
  base: string,
): [word: string, value: string][] {
  return (table[base] ?? '').split('|').flatMap((entry) => {
    const [value = '', ...forms] = entry.split(' ');
    return forms.map((form): [string, string] => [form, value]);
  });
}

/** Of a table that lists words under each number: the numbers of a language's words. */
export const numbersOf = (table: Readonly<Record<string, string>>) =>
  memoise((base: string): ReadonlyMap<string, string> => new Map(listed(table, base)));

/** Of a table of words: those of a language. */
export const wordsListed = (table: Readonly<Record<string, string>>) =>
  memoise((base: string): ReadonlySet<string> => new Set((table[base] ?? '').split(' ').filter(Boolean)));

const timesHundred = wordsListed(TIMES_HUNDRED);
const hundreds = numbersOf(HUNDREDS);
const dozens = wordsListed(DOZEN);
const quantities = numbersOf(QUANTITIES);

/** Words of a text, as they stand there and in small letters, with what each counts as. */
export interface NumberRow {
  readonly written: readonly string[];
  readonly lower: readonly string[];
  readonly valueAt: (at: number) => number | undefined;
  readonly isOneAt: (at: number) => boolean;
}

/** True for a word with which hundreds or dozens may begin that is no number itself. */
export function beginsLarge(word: string, base: string): boolean {
  return hundreds(base).has(word) || dozens(base).has(word) || (base === 'en' && word === 'a');
}

/** Hundreds that begin at a word, and the place of the word after them, past an "and" that joins more. */
export function hundredsAt(
  row: NumberRow,
  at: number,
  base: string,
): { value: number; next: number } | undefined {
  const [word, next] = [row.lower[at] ?? '', row.lower[at + 1] ?? ''];
  const past = (end: number) => (AND[base] && row.written[end] === AND[base] ? end + 1 : end);
  const count = row.isOneAt(at) || (base === 'en' && word === 'a') ? 1 : row.valueAt(at);
  if (count !== undefined && count < 10 && timesHundred(base).has(next))
    return { value: count * 100, next: past(at + 2) };
  const whole = hundreds(base).get(word);
  if (whole === undefined || PERCENT.has(row.lower[at - 1] ?? '')) return undefined;
  return { value: Number(whole), next: past(at + 1) };
}

/** Dozens that begin at a word: "a dozen", "two dozen", "half a dozen". */
export function dozensAt(
  row: NumberRow,
  at: number,
  base: string,
): { value: number; next: number } | undefined {
  const isDozen = (place: number) => dozens(base).has(row.lower[place] ?? '');
  const count = row.valueAt(at);
  if (count !== undefined && isDozen(at + 1)) return { value: count * 12, next: at + 2 };
  if (!isDozen(at)) return undefined;
  const before = [at - 1, at - 2].map((place) => row.lower[place] ?? '');
  return { value: before.some((one) => HALF.has(one)) ? 6 : 12, next: at + 1 };
}

/** Quantities that are words: "hundreds", "half". */
export function quantitiesIn(text: string, base: string): { written: string; value: string }[] {
  const known = quantities(base);
  if (base === 'zh' || base === 'ja')
    return [...known].flatMap(([word, value]) => (text.includes(word) ? [{ written: word, value }] : []));
  const words = text.match(/[\p{L}\p{M}\u200c’ʼ]+/gu) ?? [];
  return words.flatMap((written, i) => {
    const value = known.get(written.toLowerCase());
    if (value === undefined) return [];
    const isOfDozen = words.slice(i + 1, i + 3).some((word) => dozens(base).has(word.toLowerCase()));
    return isOfDozen ? [] : [{ written, value }];
  });
}
