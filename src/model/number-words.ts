import { findCounted } from './counted-words.ts';
import {
  beginsLarge,
  dozensAt,
  hundredsAt,
  listed,
  type NumberRow,
  quantitiesIn,
} from './large-number-words.ts';
import { memoise } from './memory.ts';
import { beginsThousands, fusedThousands, thousandsAt } from './thousand-words.ts';

/** Words of numbers by language, from two on: `one` is an article or a pronoun too often. Cases of a word share its number. */
const WORDS: Readonly<Record<string, string>> = {
  en: '2 two|3 three|4 four|5 five|6 six|7 seven|8 eight|9 nine|10 ten|11 eleven|12 twelve|13 thirteen|14 fourteen|15 fifteen|16 sixteen|17 seventeen|18 eighteen|19 nineteen|20 twenty|30 thirty|40 forty|50 fifty|60 sixty|70 seventy|80 eighty|90 ninety',
  de: '2 zwei zweier|3 drei dreier|4 vier|5 fünf|6 sechs|7 sieben|8 acht|9 neun|10 zehn|11 elf|12 zwölf|13 dreizehn|14 vierzehn|15 fünfzehn|16 sechzehn|17 siebzehn|18 achtzehn|19 neunzehn|20 zwanzig|30 dreißig|40 vierzig|50 fünfzig|60 sechzig|70 siebzig|80 achtzig|90 neunzig',
  fr: '2 deux|3 trois|4 quatre|5 cinq|6 six|7 sept|8 huit|10 dix|11 onze|12 douze|13 treize|14 quatorze|15 quinze|16 seize|20 vingt|30 trente|40 quarante|50 cinquante|60 soixante|17 dix-sept|18 dix-huit|19 dix-neuf|70 soixante-dix|80 quatre-vingt quatre-vingts|90 quatre-vingt-dix',
  es: '2 dos|3 tres|4 cuatro|5 cinco|6 seis|7 siete|8 ocho|9 nueve|10 diez|11 once|12 doce|13 trece|14 catorce|15 quince|16 dieciséis|17 diecisiete|18 dieciocho|19 diecinueve|20 veinte|30 treinta|40 cuarenta|50 cincuenta|60 sesenta|70 setenta|80 ochenta|90 noventa',
  it: '2 due|3 tre|4 quattro|5 cinque|7 sette|8 otto|9 nove|10 dieci|11 undici|12 dodici|13 tredici|14 quattordici|15 quindici|16 sedici|17 diciassette|18 diciotto|19 diciannove|20 venti|30 trenta|40 quaranta|50 cinquanta|60 sessanta|70 settanta|80 ottanta|90 novanta',
  pt: '2 dois duas|3 três|4 quatro|5 cinco|6 seis|7 sete|8 oito|9 nove|10 dez|11 onze|12 doze|13 treze|14 catorze quatorze|15 quinze|16 dezasseis dezesseis|17 dezassete dezessete|18 dezoito|19 dezanove dezenove|20 vinte|30 trinta|40 quarenta|50 cinquenta|60 sessenta|70 setenta|80 oitenta|90 noventa',
  pl: '2 dwa dwie dwaj dwóch dwu dwom dwoma|3 trzy trzej trzech trzem trzema|4 cztery czterej czterech czterem czterema|5 pięć pięciu|6 sześć sześciu|7 siedem siedmiu|8 osiem ośmiu|9 dziewięć dziewięciu|10 dziesięć dziesięciu|11 jedenaście jedenastu|12 dwanaście dwunastu|13 trzynaście trzynastu|14 czternaście czternastu|15 piętnaście piętnastu|20 dwadzieścia dwudziestu|30 trzydzieści trzydziestu|16 szesnaście szesnastu|17 siedemnaście siedemnastu|18 osiemnaście osiemnastu|19 dziewiętnaście dziewiętnastu|40 czterdzieści czterdziestu|50 pięćdziesiąt pięćdziesięciu|60 sześćdziesiąt sześćdziesięciu|70 siedemdziesiąt siedemdziesięciu|80 osiemdziesiąt osiemdziesięciu|90 dziewięćdziesiąt dziewięćdziesięciu',
  ru: '2 два две двух двум двумя двое двоих|3 три трёх трех трём трем тремя трое троих|4 четыре четырёх четырех четырём четырем четырьмя четверо четверых|5 пять пяти пятью пятеро пятерых|6 шесть шести шестью|7 семь семи семью|8 восемь восьми восемью|9 девять девяти девятью|10 десять десяти десятью|11 одиннадцать одиннадцати одиннадцатью|12 двенадцать двенадцати двенадцатью|13 тринадцать тринадцати|14 четырнадцать четырнадцати|15 пятнадцать пятнадцати|16 шестнадцать шестнадцати|17 семнадцать семнадцати|18 восемнадцать восемнадцати|19 девятнадцать девятнадцати|20 двадцать двадцати|30 тридцать тридцати|40 сорок сорока|50 пятьдесят пятидесяти|60 шестьдесят шестидесяти|70 семьдесят семидесяти|80 восемьдесят восьмидесяти|90 девяносто девяноста',
  uk: '2 два дві двох двом двома двоє|3 три трьох трьом трьома троє|4 чотири чотирьох чотирьом чотирма четверо|5 п’ять п’яти п’ятьох пʼять|6 шість шести шістьох|7 сім семи сімох|8 вісім восьми вісьмох|9 дев’ять дев’яти|10 десять десяти десятьох|11 одинадцять одинадцяти|12 дванадцять дванадцяти дванадцятьох|13 тринадцять тринадцяти|14 чотирнадцять чотирнадцяти|15 п’ятнадцять п’ятнадцяти|20 двадцять двадцяти|30 тридцять тридцяти|16 шістнадцять шістнадцяти|17 сімнадцять сімнадцяти|18 вісімнадцять вісімнадцяти|19 дев’ятнадцять дев’ятнадцяти|40 сорок сорока|50 п’ятдесят п’ятдесяти|60 шістдесят шістдесяти|70 сімдесят сімдесяти|80 вісімдесят вісімдесяти|90 дев’яносто дев’яноста',
  tr: '2 iki|3 üç|4 dört|5 beş|6 altı|7 yedi|8 sekiz|9 dokuz|10 on|20 yirmi|30 otuz|40 kırk|50 elli|60 altmış|70 yetmiş|80 seksen|90 doksan',
  cs: '2 dva dvě dvou dvěma|3 tři tří třem třemi|4 čtyři čtyř čtyřem čtyřmi|5 pět pěti|6 šest šesti|7 sedm sedmi|8 osm osmi|9 devět devíti|10 deset deseti|11 jedenáct jedenácti|12 dvanáct dvanácti|13 třináct třinácti|14 čtrnáct čtrnácti|15 patnáct patnácti|16 šestnáct šestnácti|17 sedmnáct sedmnácti|18 osmnáct osmnácti|19 devatenáct devatenácti|20 dvacet dvaceti|30 třicet třiceti|40 čtyřicet čtyřiceti|50 padesát padesáti|60 šedesát šedesáti|70 sedmdesát sedmdesáti|80 osmdesát osmdesáti|90 devadesát devadesáti',
  ar: '3 ثلاثة ثلاث|4 أربعة أربع|5 خمسة خمس|6 ستة|7 سبعة|8 ثمانية ثماني|9 تسعة|10 عشرة|20 عشرون عشرين|30 ثلاثون ثلاثين|40 أربعون أربعين|50 خمسون خمسين|60 ستون ستين|70 سبعون سبعين|80 ثمانون ثمانين|90 تسعون تسعين',
  fa: '3 سه|4 چهار|5 پنج|6 شش|7 هفت|8 هشت|11 یازده|12 دوازده|13 سیزده|14 چهارده|15 پانزده|16 شانزده|17 هفده|18 هجده|19 نوزده|20 بیست|40 چهل|50 پنجاه|60 شصت|70 هفتاد|80 هشتاد|90 نود',
  he: '3 שלושה שלוש שלושת|4 ארבעה ארבע ארבעת|5 חמישה חמש חמשת|6 שישה שש ששת|7 שבעה שבע שבעת|8 שמונה שמונת|9 תשעה תשע תשעת|20 עשרים|30 שלושים|40 ארבעים|50 חמישים|60 שישים|70 שבעים|80 שמונים|90 תשעים',
  hi: '3 तीन तीनों|4 चार चारों|5 पाँच पांच पाँचों|6 छह छः|7 सात सातों|8 आठ आठों|9 नौ|10 दस दसों|11 ग्यारह|12 बारह|13 तेरह|14 चौदह|15 पंद्रह पन्द्रह|16 सोलह|17 सत्रह|18 अठारह|19 उन्नीस|20 बीस|30 तीस|40 चालीस|50 पचास|60 साठ|70 सत्तर|80 अस्सी|90 नब्बे',
  kk: '2 екі|3 үш|4 төрт|5 бес|6 алты|7 жеті|8 сегіз|9 тоғыз|20 жиырма|30 отыз|40 қырық|50 елу|60 алпыс|70 жетпіс|80 сексен|90 тоқсан',
};

/** Words of one, which count only after a ten: "twenty-one", "vingt et un". */
const ONES: Readonly<Record<string, string>> = {
  en: 'one',
  fr: 'un une',
  es: 'uno un una',
  pt: 'um uma',
  ru: 'один одна одного одной',
  uk: 'один одна одного однієї',
  pl: 'jeden jedna jednego',
  cs: 'jeden jedna jednoho',
  tr: 'bir',
  kk: 'бір',
};

/** Words beside which a number is part of a longer one: "two hundred and twenty". */
const LARGE = new Set(
  (
    'thousand thousands tausend mille mil mila тысяч тысячи тысяча тисяч тисячі тисяча tysięcy tysiące tisíc tisíce ' +
    'bin мың ألف ألفا ألفًا آلاف אלף אלפים million millions millionen millones milhões milioni миллион миллиона миллионов мільйон мільйонів'
  ).split(' '),
);

/** What stands between a ten and its units. */
const JOINERS: Readonly<Record<string, string>> = { fr: 'et', es: 'y', pt: 'e', fa: 'و' };

const wordsOf = memoise((language: string): ReadonlyMap<string, string> => {
  const base = language.split('-')[0]!;
  const own = listed(WORDS, base);
  return new Map([...own, ...fusedWords(base, own)]);
});

type Listed = readonly (readonly [word: string, value: string])[];

/** Tens and hundreds with what follows them in one word: "dreiundzwanzig", "zweihundertvierzig", "ventidue", "veintidós". */
function fusedWords(language: string, own: Listed): [string, string][] {
  if (language === 'es')
    return 'uno dós trés cuatro cinco séis siete ocho nueve'
      .split(' ')
      .map((unit, i) => [`veinti${unit}`, String(21 + i)]);
  const tens = own.filter(([, value]) => isTen(Number(value)));
  const units = own.filter(([, value]) => Number(value) < 10);
  const sum = (ten: string, unit: string | number) => String(Number(ten) + Number(unit));
  if (language === 'de') {
    const fused = tens.flatMap(([ten, of]) =>
      [...units, ['ein', '1'] as const].map(([unit, n]): [string, string] => [
        `${unit}und${ten}`,
        sum(of, n),
      ]),
    );
    return [...fused, ...withHundreds('hundert', ['', 'ein'], units, [...own, ...fused, ['eins', '1']])];
  }
  if (language !== 'it') return [];
  const all = [...units, ['uno', '1'] as const, ['sei', '6'] as const];
  const fused = tens.flatMap(([ten, of]) =>
    all.map(([unit, n]): [string, string] => {
      const stem = /^[ou]/.test(unit) ? ten.slice(0, -1) : ten;
      return [stem + (unit === 'tre' ? 'tré' : unit), sum(of, n)];
    }),
  );
  return [...fused, ...withHundreds('cento', [''], all.slice(0, -2), [...own, ...fused, ...all])];
}

/** 100 to 999 in one word. */
function withHundreds(
  hundred: string,
  one: readonly string[],
  units: Listed,
  rest: Listed,
): [string, string][] {
  const counts = [...one.map((unit) => [unit, '1'] as const), ...units];
  return counts.flatMap(([unit, n]): [string, string][] =>
    [['', '0'] as const, ...rest].map(([less, of]) => [
      unit + hundred + less,
      String(Number(n) * 100 + Number(of)),
    ]),
  );
}

function isTen(value: number): boolean {
  return value >= 20 && value % 10 === 0;
}

/** A word of a text, with what it counts as; a one counts only after a ten. */
interface Word {
  readonly written: string;
  readonly value?: number | undefined;
  readonly isOne: boolean;
}

function readWord(
  written: string,
  base: string,
  words: ReadonlyMap<string, string>,
  ones: readonly string[],
): Word {
  const word = written.toLowerCase();
  const whole = words.get(word) ?? fusedThousands(word, base, words);
  const isOne = ones.includes(word);
  if (whole !== undefined) return { written, value: Number(whole), isOne };
  if (!word.includes('-')) return { written, isOne };
  const [ten = '', unit = '', ...more] = word.split('-');
  const [value, less] = [Number(words.get(ten)), ones.includes(unit) ? 1 : Number(words.get(unit))];
  const isSum = more.length === 0 && isTen(value) && less < 10;
  return { written, value: isSum ? value + less : undefined, isOne: false };
}

/**
 * Numbers that stand in a text as words, with what they mean in digits, and quantities that are words ("hundreds", "half")
 * as figures have them: each once. Thousands, hundreds, a ten and its units are one number; part of a longer one is none.
 */
export function findNumberWords(text: string, language: string): { written: string; value: string }[] {
  const base = language.split('-')[0]!;
  const quantities = quantitiesIn(text, base);
  const counted = findCounted(text, language);
  if (counted) return onceEach([...counted, ...quantities]);
  const words = wordsOf(language);
  if (words.size === 0) return onceEach(quantities);
  const ones = (ONES[base] ?? '').split(' ');
  const row = (text.match(/[\p{L}\p{M}’ʼ]+(?:-[\p{L}\p{M}]+)*|\p{Nd}+|[,.;:!?()]/gu) ?? []).map((word) =>
    readWord(word, base, words, ones),
  );
  const told = rowOf(row);
  const found: { written: string; value: string }[] = [];
  const mayBegin = ({ value, isOne }: Word, at: number) =>
    value !== undefined ||
    isOne ||
    beginsLarge(told.lower[at]!, base) ||
    beginsThousands(told.lower[at]!, base);
  for (let i = 0; i < row.length; i += 1) {
    if (!mayBegin(row[i]!, i)) continue;
    const number = numberAt(row, told, i, base);
    if (number === undefined) continue;
    const around = [i - 1, number.next].map((at) => told.lower[at] ?? '');
    const isPart =
      row[i - 1]?.value !== undefined ||
      row[number.next]?.value !== undefined ||
      around.some((word) => LARGE.has(word));
    const written = row.slice(i, number.next).map((word) => word.written);
    if (!isPart) found.push({ written: written.join(' '), value: String(number.value) });
    i = number.next - 1;
  }
  // "Две тысячи" are no thousands of which nobody knows how many.
  const taken = new Set(found.flatMap(({ written }) => written.split(' ')));
  return onceEach([...found, ...quantities.filter(({ written }) => !taken.has(written))]);
}

/** The number that begins at a word, and the place of the word behind it. */
function numberAt(
  row: readonly Word[],
  told: NumberRow,
  at: number,
  base: string,
): { value: number; next: number } | undefined {
  const below = belowThousandAt(row, told, at, base);
  const thousands = thousandsAt(told, at, below, base);
  if (!thousands) return below;
  const { value, next } = thousands;
  const isJoined = isJoinedAt(row, next);
  const rest = belowThousandAt(row, told, next, base);
  if (rest && rest.value < 1000) return { value: value + rest.value, next: rest.next };
  const isOne = row[next]?.isOne === true && (base !== 'en' || isJoined);
  if (isOne) return { value: value + 1, next: next + 1 };
  return { value, next: isJoined ? next - 1 : next };
}

function rowOf(row: readonly Word[]): NumberRow {
  return {
    written: row.map((word) => word.written),
    lower: row.map((word) => word.written.toLowerCase()),
    valueAt: (place) => row[place]?.value,
    isOneAt: (place) => row[place]?.isOne ?? false,
  };
}

function belowThousandAt(
  row: readonly Word[],
  told: NumberRow,
  at: number,
  base: string,
): { value: number; next: number } | undefined {
  const dozens = dozensAt(told, at, base);
  if (dozens) return dozens;
  const hundreds = hundredsAt(told, at, base);
  if (!hundreds) return tensAt(row, at, base);
  const rest = tensAt(row, hundreds.next, base);
  if (rest) return { value: hundreds.value + rest.value, next: rest.next };
  return isJoinedAt(row, hundreds.next) ? { ...hundreds, next: hundreds.next - 1 } : hundreds;
}

/** Words that join hundreds and thousands to what may follow. */
const JOINED = new Set(['and', 'e', 'و']);

/** Whether the word before a place only joins: it belongs to no number where nothing follows. */
function isJoinedAt(row: readonly Word[], next: number): boolean {
  const before = row[next - 1];
  return before !== undefined && before.value === undefined && JOINED.has(before.written);
}

function tensAt(row: readonly Word[], at: number, base: string): { value: number; next: number } | undefined {
  const value = row[at]?.value;
  if (value === undefined) return undefined;
  const joined = JOINERS[base] !== undefined && row[at + 1]?.written === JOINERS[base];
  const next = row[at + (joined ? 2 : 1)];
  const less = next?.isOne ? 1 : next?.value;
  const isSum = isTen(value) && less !== undefined && less < 10 && (joined || base !== 'ar');
  return isSum ? { value: value + less, next: at + (joined ? 3 : 2) } : { value, next: at + 1 };
}

function onceEach(found: readonly { written: string; value: string }[]) {
  return [...new Map(found.map((one) => [one.value, one])).values()];
}
