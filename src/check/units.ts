import { FIGURE_PLACE } from '../model/agreement.ts';
import type { Correction } from '../model/correction.ts';
import { type Figure, parseFigureValue } from '../model/figure.ts';
import { wordingIn } from '../model/text.ts';
import type { Position, Problem } from '../problems.ts';
import type { LocatedFile } from '../read/source.ts';
import { finding } from '../wordings.ts';
import type { CheckedParts } from './parts.ts';

/** Languages in which a counted noun changes between two and five too, so that one form is right for some numbers only. */
const SEVERAL_FORMS = ['be', 'bs', 'cs', 'hr', 'lt', 'lv', 'pl', 'ru', 'sk', 'sl', 'sr', 'uk', 'ar'];
/** Languages in which it is one thing and several: "1 worker", "12 workers". In Turkish or Chinese the noun stays. */
const TWO_FORMS = 'en es fr de it pt nl sv da nb nn no ca gl ro el bg mk sq is et fi he'.split(' ');

/**
 * Units that have one form for all numbers, where the numbers that a figure has, or had before a correction, need
 * several: "3 рази", but "5 разів".
 */
export function checkUnits({ facts, corrections }: CheckedParts): Problem[] {
  return facts.items.flatMap(({ value: fact, path }) =>
    fact.figures.flatMap((figure, i) => {
      const before = corrections.items.flatMap(({ value }) =>
        value.fact === fact.id && value.figure === figure.quantity
          ? [value.was?.split(' ').at(-1) ?? '']
          : [],
      );
      const numbers = [...figure.claims.map(({ value }) => value), ...before].flatMap(lastNumber);
      return Object.entries(figure.unit).flatMap(([language, form]) =>
        oneForm(
          { quantity: figure.quantity, language, form, numbers },
          { at: facts.file.locate([...path, 'figures', i, 'unit', language]) },
        ),
      );
    }),
  );
}

interface UnitOf {
  readonly quantity: string;
  readonly language: string;
  readonly form: Figure['unit'][string];
  readonly numbers: readonly number[];
}

/** Says that a unit has one form where its numbers need several. */
function oneForm({ quantity, language, form, numbers }: UnitOf, place: { at: Position }): Problem[] {
  if (typeof form !== 'string') return [];
  const forms = [...new Set(numbers.map((n) => formOf(n, language)))];
  if (forms.length < 2) return [];
  const needed = [...forms.filter((category) => category !== 'other'), 'other'];
  const values = {
    quantity,
    language,
    unit: form,
    numbers: [...new Set(numbers)].join(', '),
    forms: needed.map((category) => `${category}: …`).join('; '),
  };
  return [finding('warning', 'bad-value/one-form', values, place)];
}

/** The plural category of a number, as far as nouns of the language have a form of their own in it. */
function formOf(n: number, language: string): Intl.LDMLPluralRule {
  const [base = ''] = language.split('-');
  const category = new Intl.PluralRules(language).select(n);
  if (SEVERAL_FORMS.includes(base)) return category;
  return TWO_FORMS.includes(base) && category === 'one' ? 'one' : 'other';
}

/** The number whose form the noun takes: that of a range is its end. */
function lastNumber(value: Figure['claims'][number]['value']): number[] {
  const parsed = parseFigureValue(value);
  return parsed?.kind === 'number' ? [parsed.value] : parsed?.kind === 'range' ? [parsed.to] : [];
}

/**
 * What a correction from one to several, or back, leaves wrong: a unit of one form, and words around the figure in
 * languages whose text has no forms of them, "1 striker were arrested".
 */
export function findDisagreeing(
  { fact: id, figure: quantity, was = '', now }: Correction,
  { value: fact, path }: CheckedParts['facts']['items'][number],
  file: LocatedFile,
): Problem[] {
  const numbers = [was, now].flatMap((said) => lastNumber(said.split(' ').at(-1) ?? ''));
  const i = fact.figures.findIndex((figure) => figure.quantity === quantity);
  if (numbers.length < 2 || id !== fact.id || i < 0) return [];
  const { unit } = fact.figures[i]!;
  const at = (...way: readonly (string | number)[]) => ({ at: file.locate([...path, ...way]) });
  const units = Object.entries(unit).flatMap(([language, form]) =>
    oneForm({ quantity: quantity!, language, form, numbers }, at('figures', i, 'unit', language)),
  );
  const words = Object.keys(fact.text).flatMap((language): Problem[] => {
    const [one, other] = numbers.map((n) => formOf(n, language) === 'one');
    const places = [...(wordingIn(fact.text, language) ?? '').matchAll(FIGURE_PLACE)].filter(
      (place) => place[1] === quantity,
    );
    if (one === other || places.length === 0 || places.some((place) => place[2])) return [];
    const code = `{${quantity} one: …; other: …}`;
    const values = { was, now, quantity: quantity!, language, fact: fact.id, code };
    return [finding('warning', 'agreement', values, at('text', language))];
  });
  return [...units, ...words];
}
