import { z } from 'zod';
import { noted } from './notes.ts';
import { sourceId } from './source.ts';
import { languageTag, text } from './text.ts';
import { id, partialDate } from './values.ts';

/**
 * Who says a figure, as an adverbial phrase per language: "according to official data".
 * `name` is the short form for tables.
 */
export const voice = noted(z.strictObject({ id, text, name: text.optional() }), {
  thing: { name: 'voice', key: 'id', main: 'text' },
});
export type Voice = z.infer<typeof voice>;

/** How sure a number is meant to be. */
export const QUALIFIERS = ['about', 'more-than', 'at-least', 'up-to', 'nearly'] as const;
export type Qualifier = (typeof QUALIFIERS)[number];

/** Quantities that are only a word; each language has its own. */
export const QUANTITY_WORDS = ['several', 'dozens', 'hundreds', 'thousands', 'many', 'many-more'] as const;
type QuantityWord = (typeof QUANTITY_WORDS)[number];

/** `11`, `2.5`, `30-70` (a range), `1/3` (a fraction), or one of QUANTITY_WORDS. Kept as text: nothing is rounded. */
const figureValue = z.string().refine((s) => parseFigureValue(s) !== undefined, {
  error: `expected a number such as 11 or 1500, a range 30-70, a fraction 1/3, or one of ${QUANTITY_WORDS.join(', ')}`,
});

/** The value of a figure, as it is understood. */
export type FigureValue =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'range'; readonly from: number; readonly to: number }
  | { readonly kind: 'fraction'; readonly numerator: number; readonly denominator: number }
  | { readonly kind: 'word'; readonly word: QuantityWord };

/** The parsed form of a figure's value; undefined where it is none. Accepts a hyphen or an en dash in ranges. */
export function parseFigureValue(s: string): FigureValue | undefined {
  const t = s.trim();
  if (/^\d{1,12}(\.\d{1,6})?$/.test(t)) return { kind: 'number', value: Number(t) };
  const range = /^(\d{1,12})\s?[-–]\s?(\d{1,12})$/.exec(t);
  if (range && Number(range[1]) < Number(range[2])) {
    return { kind: 'range', from: Number(range[1]), to: Number(range[2]) };
  }
  const fraction = /^(\d{1,4})\/(\d{1,4})$/.exec(t);
  if (fraction && Number(fraction[1]) > 0 && Number(fraction[2]) > 1) {
    return { kind: 'fraction', numerator: Number(fraction[1]), denominator: Number(fraction[2]) };
  }
  const word = QUANTITY_WORDS.find((w) => w === t);
  return word ? { kind: 'word', word } : undefined;
}

/** One voice's statement of a quantity. */
export const claim = z.strictObject({
  value: figureValue,
  qualifier: z.enum(QUALIFIERS).optional(),
  /**
   * Id of the voice that says so. Left out only where the fact's own source says it and nobody else is quoted:
   * the sentence and its source line then speak for it.
   */
  voice: noted(id, { refersTo: 'voice' }).optional(),
  /** Day of the statement. */
  asOf: noted(partialDate.optional(), { column: 'saidOn' }),
  /** Id of the source where it can be read. */
  source: noted(sourceId, { refersTo: 'source', column: 'saidIn' }),
  note: z.string().min(1).optional(),
});
export type Claim = z.infer<typeof claim>;

/** A claim's value with its qualifier, as corrections and reports write it: `more-than 30`. */
export function statementOf({ value, qualifier }: Pick<Claim, 'value' | 'qualifier'>): string {
  return qualifier ? `${qualifier} ${value}` : value;
}

/** Value and qualifier of a statement such as `more-than 30`; undefined where it is none. */
export function parseStatement(statement: string): Pick<Claim, 'value' | 'qualifier'> | undefined {
  const qualifier = QUALIFIERS.find((q) => statement.startsWith(`${q} `));
  const value = qualifier ? statement.slice(qualifier.length + 1) : statement;
  if (!parseFigureValue(value)) return undefined;
  return { value, ...(qualifier ? { qualifier } : {}) };
}

/** Forms of a counted noun by the plural categories of the language (CLDR): `{one: "worker", other: "workers"}`. */
export const pluralForms = z.strictObject({
  zero: z.string().optional(),
  one: z.string().optional(),
  two: z.string().optional(),
  few: z.string().optional(),
  many: z.string().optional(),
  other: z.string(),
  /** After a word of quantity and in a fraction ("hundreds of …"), where that isn't `other`: Arabic `العمال`. */
  several: z.string().optional(),
  /** The noun of a whole of which a part is told, and without a classifier: "half of the …", German `Verletzten`. */
  part: z.string().optional(),
  /** After a preposition that governs a case, where that isn't `several`; and the same after …1: Russian `рабочего`. */
  governed: z.string().optional(),
  'governed-one': z.string().optional(),
  /** Classifier that stands with the number, kept apart from the noun: Japanese `人`. */
  class: z.string().optional(),
  /** Grammatical gender, where words before it agree with it: Spanish "muchas obreras". */
  gender: z.enum(['female', 'male', 'neuter']).optional(),
});
export type PluralForms = z.infer<typeof pluralForms>;

/** A quantity inside a fact, with everybody who put a number to it; more than one voice makes it disputed. */
export const figure = noted(
  z
    .strictObject({
      /** Name of the quantity; `{killed}` in the fact's text prints it. */
      quantity: id,
      /** What is counted, per language: a form for all numbers, or forms by plural category. */
      unit: noted(z.record(languageTag, z.union([z.string().min(1), pluralForms])), { wording: 'forms' }),
      claims: z.array(claim).min(1),
      /** Voices that the material prints; all where it is left out. */
      prints: z.array(id).min(1).optional(),
    })
    .refine((f) => f.claims.length === 1 || f.claims.every((c) => c.voice !== undefined), {
      path: ['claims'],
      error: 'expected a voice for each claim, as there is more than one',
    }),
  { thing: { name: 'figure', key: 'quantity' } },
);
export type Figure = z.infer<typeof figure>;
