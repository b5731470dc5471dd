import type { Fact } from '../model/appeal.ts';
import type { Correction } from '../model/correction.ts';
import { plainDigits } from '../model/digits.ts';
import { type Claim, parseFigureValue } from '../model/figure.ts';
import { iranianMonths } from '../model/iranian-calendar.ts';
import { memoise } from '../model/memory.ts';
import { findNumberWords } from '../model/number-words.ts';
import { originalOf } from '../model/text.ts';
import type { Problem } from '../problems.ts';
import { finding, type ValuesOf, type WordingId } from '../wordings.ts';
import { calendarNames, placeOfName, weekdayForms, weekdayOf } from './days.ts';
import { type CheckedParts, languagesOf, type PlacedText } from './parts.ts';
import { calledText } from './text-name.ts';

/** A number with its groups; not part of a name such as A5 or COVID-19, a time, or a placeholder. */
const NUMBER = /(?<![\p{L}\p{Nd}.:,-]|\p{L}-)\p{Nd}+(?:[.,\u00a0\u202f ]\p{Nd}{3})*(?![\p{Nd}:])/gu;

/** Finds numbers and dates written out in texts that the facts don't bear out. */
export function checkNumbers(parts: CheckedParts): Problem[] {
  const { appeal, all, days } = {
    appeal: parts.head.value,
    all: parts.facts.items.map((item) => item.value),
    days: [
      ...parts.facts.items.map(({ value }) => value.date),
      ...parts.events.items.map(({ value }) => value.date),
    ],
  };
  const dates = [...days, appeal.issued, appeal.actBefore].flatMap((date) => date ?? []);
  const before = valuesBefore(parts.corrections.items.map(({ value }) => value));
  const known = {
    before,
    figures: figuresByValue(all, before),
    original: originalOf(languagesOf(appeal)),
  };
  const printed = figuresByValue(all, new Map());
  return parts.wordings().flatMap((whole) => {
    const told = withoutSaid(whole, whole.fact ? [whole.fact] : all);
    const undated = withoutDays(told);
    return [
      ...(told.fact ? findWrongNumbers(undated, told.fact) : findLooseNumbers(undated, printed, dates)),
      ...findWrittenOut(told, known),
      ...findWrongDays(told, told.fact?.date ?? appeal.issued),
    ];
  });
}

/** The dates of a language, "31 December", "31.12.2026", "12月31日". */
const datesOf = memoise((language: string): readonly RegExp[] => {
  const months = calendarNames(language).months.filter((name) => /\p{L}/u.test(name));
  const month = `(?:${months.join('|')})(?!\\p{L})`;
  const day = '\\p{Nd}{1,2}';
  const iranian = () =>
    `${day}[\\s\u00a0]+(?:${iranianMonths().join('|')})(?!\\p{L})(?:[\\s\u00a0]+\\p{Nd}{4})?`;
  return [
    ...(language.split('-')[0] === 'fa' ? [iranian()] : []),
    `(?<![\\p{L}\\p{Nd}.,:-])${day}(?:st|nd|rd|th|\\.|er|º)?[\\s\u00a0]+(?:de |of )?${month}`,
    `(?<!\\p{L})${month}[\\s\u00a0]+${day}(?!\\p{Nd})`,
    `(?<!\\p{Nd})${day}([./-])${day}\\1\\p{Nd}{2,4}(?!\\p{Nd})`,
    `(?<!\\p{Nd})\\p{Nd}{4}([./-])${day}\\1${day}(?!\\p{Nd})`,
    `${day}[\\s]?[月월][\\s]?${day}[\\s]?[日일号號]`,
  ].map((date) => new RegExp(date, 'giu'));
});

/** A text without the days of its dates: they count nothing. */
function withoutDays(told: PlacedText): PlacedText {
  if (!/\p{Nd}/u.test(told.text)) return told;
  const text = datesOf(told.language).reduce((left, date) => left.replace(date, '…'), told.text);
  return { ...told, text };
}

/** A text without the words that facts have as their sources say them: nobody is asked about those again. */
function withoutSaid(told: PlacedText, facts: readonly Fact[]): PlacedText {
  const said = facts.flatMap(({ asSaid = [] }) => asSaid);
  if (said.length === 0) return told;
  const any = said.map((words) => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
  const whole = new RegExp(`(?<![\\p{L}\\p{Nd}])(?:${any})(?![\\p{L}\\p{Nd}])`, 'giu');
  return { ...told, text: told.text.replace(whole, (words) => '…'.repeat(words.length)) };
}

function findWrongNumbers(told: PlacedText, fact: Fact): Problem[] {
  const claims = fact.figures.flatMap((figure) => figure.claims);
  const dates = [fact.date, fact.until].flatMap((date) => date ?? []);
  return findFigures(told.text, dates).flatMap(({ value: number }): Problem[] => {
    const figure = fact.figures.find((f) => f.claims.some((claim) => valuesOf(claim).includes(number)));
    if (figure)
      return [
        tell(told, 'retyped-figure', {
          number,
          name: calledText(told.name),
          language: told.language,
          quantity: figure.quantity,
          code: `{${figure.quantity}}`,
        }),
      ];
    return [
      tell(told, claims.length > 0 ? 'wrong-number/of-fact' : 'wrong-number/no-fact', {
        number,
        name: calledText(told.name),
        language: told.language,
        claims: claims.map((c) => c.value).join(', '),
      }),
    ];
  });
}

/** Numbers outside of facts: a figure there is printed without its voice. */
function findLooseNumbers(
  told: PlacedText,
  figures: ReadonlyMap<string, string>,
  dates: readonly string[],
): Problem[] {
  return findFigures(told.text, dates).flatMap(({ value: number }): Problem[] => {
    const quantity = figures.get(number);
    if (quantity === undefined)
      return [
        tell(told, 'wrong-number/no-figure', {
          number,
          name: calledText(told.name),
          language: told.language,
        }),
      ];
    return [
      tell(told, 'unvoiced-figure/in-text', {
        name: calledText(told.name),
        language: told.language,
        number,
        quantity,
      }),
    ];
  });
}

/** What number words are held against. */
interface Known {
  readonly before: Before;
  /** Figures of all facts by their values. */
  readonly figures: ReadonlyMap<string, string>;
  /** Language of the originals. */
  readonly original: string;
}

/**
 * Number words that are the value of a figure now, or were it before a correction: no correction changes a word. Others
 * are told where the original has them, as digits are.
 */
function findWrittenOut(told: PlacedText, known: Known): Problem[] {
  // What is said of a person is printed with their name alone, and is corrected there.
  if (told.path[0] === 'people') return [];
  return findNumberWords(told.text, told.language).flatMap(({ written: number, value }): Problem[] => {
    const { language, fact, file, path } = told;
    const name = calledText(told.name);
    const own = (fact ? figuresByValue([fact], known.before) : known.figures).get(value);
    if (own && fact)
      return [tell(told, 'retyped-figure', { number, name, language, quantity: own, code: `{${own}}` })];
    if (own) return [tell(told, 'unvoiced-figure/in-text', { name, language, number, quantity: own })];
    const isOriginal = language === known.original;
    const isElsewhere = known.figures.has(value);
    if (!isOriginal || isElsewhere || !isTellingNumber(value)) return [];
    const wording = fact ? 'wrong-number/no-fact' : 'wrong-number/no-figure';
    return [finding('notice', wording, { number, name, language }, { at: file.locate(path) })];
  });
}

/** Values that figures had before corrections, by `fact figure`. */
type Before = ReadonlyMap<string, readonly string[]>;

function valuesBefore(corrections: readonly Correction[]): Before {
  const before = new Map<string, string[]>();
  for (const { fact, figure, was } of corrections) {
    const value = was?.split(' ').at(-1);
    if (value === undefined) continue;
    const of = `${fact} ${figure}`;
    const known = before.get(of);
    if (known) known.push(value);
    else before.set(of, [value]);
  }
  return before;
}

/** The first figure of these facts for each value that one has now, or had before a correction. */
function figuresByValue(facts: readonly Fact[], before: Before): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const fact of facts)
    for (const { quantity, claims } of fact.figures) {
      const values = [...claims.flatMap(valuesOf), ...(before.get(`${fact.id} ${quantity}`) ?? [])];
      for (const value of values) if (!found.has(value)) found.set(value, quantity);
    }
  return found;
}

/** True for a number word that counts more than a pair: "two" is said of too much else, "hundreds" is told as it is. */
function isTellingNumber(value: string): boolean {
  return /^\d+$/.test(value) && Number(value) > 2;
}

function findWrongDays(told: PlacedText, around: string): Problem[] {
  return listWrongDays(told.text, told.language, around).map(({ written, right }) =>
    tell(told, 'weekday-mismatch/written', {
      written,
      name: calledText(told.name),
      language: told.language,
      right,
    }),
  );
}

const anyOf = (names: readonly string[]) => names.filter((name) => name !== '').join('|');
const weekdayIn = memoise((language: string) => new RegExp(anyOf(weekdayForms(language).flat()), 'iu'));

/**
 * Weekdays beside a date that falls on another one, as they are written; `around` gives the year where none is written, and
 * the month where nothing but its own day stands there ("Wednesday 22").
 */
export function listWrongDays(
  text: string,
  language: string,
  around: string,
): { readonly written: string; readonly right: string }[] {
  if (!/\d/.test(text) || !weekdayIn(language).test(text)) return [];
  const { months } = calendarNames(language);
  const weekdays = weekdayForms(language);
  const day = '(?<day>\\d{1,2})(?:st|nd|rd|th|\\.|er|º)?';
  const month = `(?<month>${anyOf(months)})`;
  const [, ownMonth, ownDay] = around.split('-').map(Number);
  const alone = `(?<day>0?${ownDay})(?:st|nd|rd|th|\\.(?=\\s+\\p{Ll})|er|º)?(?![\\p{L}\\p{Nd}:]|[\\s ]+(?:de |of )?(?:${anyOf(months)}))`;
  const date = [
    `${day}[\\s ]+(?:de |of )?${month}`,
    `${month}[\\s ]+${day}`,
    ...(ownDay === undefined ? [] : [alone]),
  ];
  const placeIn = (names: readonly string[], name = '') => placeOfName(names, name, language);
  const two = (n: number) => String(n).padStart(2, '0');
  return date.flatMap((pattern) => {
    const found = `(?<weekday>${anyOf(weekdays.flat())}),?[\\s ]+(?:den |dem |the |le |el |il |o )?${pattern}(?:,?[\\s ]+(?:de )?(?<year>\\d{4}))?`;
    return [...text.matchAll(new RegExp(found, 'giu'))].flatMap(({ groups = {}, 0: written }) => {
      const year = groups.year ?? around.slice(0, 4);
      const monthOf = groups.month === undefined ? ownMonth! : placeIn(months, groups.month) + 1;
      const full = `${year}-${two(monthOf)}-${two(Number(groups.day))}`;
      const right = weekdays[weekdayOf(full)]!;
      return placeIn(right, groups.weekday) >= 0 ? [] : [{ written, right: right[0]! }];
    });
  });
}

/** Numbers of a text that may be figures: as they are written, and in plain digits. Dates and years are none. */
export function findFigures(text: string, dates: readonly string[]): { written: string; value: string }[] {
  const numbers = text.match(NUMBER);
  if (!numbers) return [];
  const inDates = partsOf(dates);
  const found = new Map(numbers.map((written) => [plainNumber(written), written]));
  return [...found].flatMap(([value, written]) =>
    inDates.has(value) || isYear(value) ? [] : [{ written, value }],
  );
}

/** The number in the digits 0–9, without what groups them. */
function plainNumber(number: string): string {
  return plainDigits(number.replace(/[^\p{Nd}]/gu, ''));
}

function valuesOf({ value }: Claim): string[] {
  const parsed = parseFigureValue(value);
  switch (parsed?.kind) {
    case 'number':
      return [String(parsed.value)];
    case 'range':
      return [String(parsed.from), String(parsed.to)];
    case 'fraction':
      return [String(parsed.numerator), String(parsed.denominator), value];
    case 'word':
      return [parsed.word];
    default:
      return [];
  }
}

/** Days, months and years of dates, with and without a leading zero. */
function partsOf(dates: readonly string[]): Set<string> {
  const parts = dates.flatMap((date) => date.split('-'));
  return new Set([...parts, ...parts.map((part) => String(Number(part)))]);
}

function isYear(number: string): boolean {
  return /^(19|20)\d\d$/.test(number);
}

function tell<W extends WordingId>({ file, path }: PlacedText, wording: W, values: ValuesOf<W>): Problem {
  return finding('warning', wording, values, { at: file.locate(path) });
}
