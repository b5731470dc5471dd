import { AND, type NumberRow, numbersOf, PERCENT, wordsListed } from './large-number-words.ts';

/** Words that make thousands of the number before them, by language. */
const TIMES: Readonly<Record<string, string>> = {
  en: 'thousand',
  de: 'tausend',
  fr: 'mille',
  es: 'mil',
  pt: 'mil',
  pl: 'tysiąc tysiące tysięcy tysiąca tysiącom',
  cs: 'tisíc tisíce tisíců',
  ru: 'тысяча тысячу тысячи тысяч тысячам',
  uk: 'тисяча тисячу тисячі тисяч тисячам',
  tr: 'bin',
  kk: 'мың',
  fa: 'هزار',
  hi: 'हज़ार हजार',
};

/** What alone is one thousand, or two; the other forms are quantities or need a number before them. */
const ALONE: Readonly<Record<string, string>> = {
  de: '1000 tausend',
  fr: '1000 mille',
  es: '1000 mil',
  it: '1000 mille',
  pt: '1000 mil',
  pl: '1000 tysiąc tysiąca',
  cs: '1000 tisíc',
  ru: '1000 тысяча тысячу',
  uk: '1000 тисяча тисячу',
  tr: '1000 bin',
  kk: '1000 мың',
  fa: '1000 هزار',
  hi: '1000 हज़ार हजार',
  ar: '2000 ألفان ألفين ألفي',
  he: '2000 אלפיים',
};

/** Numbers that are read only here, as they are something else elsewhere: "neuf" is new, "он" he. */
const BEFORE: Readonly<Record<string, string>> = {
  fr: '9 neuf',
  fa: '2 دو|9 نه|10 ده',
  hi: '2 दो',
  kk: '10 он',
};

/** Words before which a thousand is one of several: "mehrere tausend", "birkaç bin". */
const SEVERAL = new Set(
  (
    'mehrere mehreren mehrerer einige einigen einiger paar viele vielen quelques plusieurs varios varias vários várias alguns ' +
    'kilka kilku parę několik birkaç бірнеше چند कई कुछ عدة بضعة כמה'
  ).split(' '),
);

const timesThousand = wordsListed(TIMES);
const fewThousand = numbersOf(BEFORE);
const thousands = numbersOf(ALONE);

/** True for a word with which thousands may begin that is read as no number elsewhere. */
export function beginsThousands(word: string, base: string): boolean {
  return fewThousand(base).has(word) || thousands(base).has(word);
}

/** Thousands that begin at a word, below it a number of what is less; and the place of the word after them. */
export function thousandsAt(
  row: NumberRow,
  at: number,
  below: { value: number; next: number } | undefined,
  base: string,
): { value: number; next: number } | undefined {
  const wordAt = (place: number) => row.lower[place] ?? '';
  const times = timesThousand(base);
  const past = (end: number) => (AND[base] && wordAt(end) === AND[base] ? end + 1 : end);
  if (below && below.value < 1000 && times.has(wordAt(below.next)))
    return { value: below.value * 1000, next: past(below.next + 1) };
  const few = fewThousand(base).get(wordAt(at));
  if (few !== undefined && times.has(wordAt(at + 1)))
    return { value: Number(few) * 1000, next: past(at + 2) };
  const isOne = row.isOneAt(at) || (base === 'en' && wordAt(at) === 'a');
  if (isOne && times.has(wordAt(at + 1))) return { value: 1000, next: past(at + 2) };
  const alone = thousands(base).get(wordAt(at));
  const before = wordAt(at - 1);
  const isOfMany = PERCENT.has(before) || SEVERAL.has(before) || /\p{Nd}$/u.test(before);
  if (alone === undefined || isOfMany) return undefined;
  return { value: Number(alone), next: past(at + 1) };
}

/** Thousands with what follows them in one word: "zweitausendfünfhundert", "duemilacinquecento". */
export function fusedThousands(
  word: string,
  language: string,
  words: ReadonlyMap<string, string>,
): number | undefined {
  const fused = FUSED[language];
  const [whole, many = '', less = ''] = fused?.pattern.exec(word) ?? [];
  if (whole === undefined) return undefined;
  const read = (part: string) => Number(fused!.own[part] ?? words.get(part));
  const [times, rest] = [many === '' ? 1 : read(many), less === '' ? 0 : read(less)];
  return times < 1000 && rest < 1000 ? times * 1000 + rest : undefined;
}

const FUSED: Readonly<Record<string, { pattern: RegExp; own: Readonly<Record<string, number>> }>> = {
  de: { pattern: /^(.+)tausend(?:und)?(.*)$/u, own: { ein: 1, eins: 1 } },
  it: { pattern: /^(?:(.+)mila|mille)(.*)$/u, own: { sei: 6, uno: 1 } },
};
