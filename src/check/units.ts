import { type Figure, parseFigureValue } from '../model/appeal.ts';
import type { Problem } from '../problems.ts';
import { finding } from '../wordings.ts';
import type { CheckedParts } from './parts.ts';

/** Languages in which a counted noun changes between two and five too, so that one form is right for some numbers only. */
const SEVERAL_FORMS = ['be', 'bs', 'cs', 'hr', 'lt', 'lv', 'pl', 'ru', 'sk', 'sl', 'sr', 'uk', 'ar'];

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
      return Object.entries(figure.unit).flatMap(([language, unit]): Problem[] => {
        if (typeof unit !== 'string' || !SEVERAL_FORMS.includes(language.split('-')[0]!)) return [];
        const rules = new Intl.PluralRules(language);
        const forms = [...new Set(numbers.map((n) => rules.select(n)))];
        if (forms.length < 2) return [];
        const needed = [...forms.filter((form) => form !== 'other'), 'other'];
        const values = {
          quantity: figure.quantity,
          language,
          unit,
          numbers: [...new Set(numbers)].join(', '),
          forms: needed.map((form) => `${form}: …`).join('; '),
        };
        return [
          finding('warning', 'bad-value/one-form', values, {
            at: facts.file.locate([...path, 'figures', i, 'unit', language]),
          }),
        ];
      });
    }),
  );
}

/** The number whose form the noun takes: that of a range is its end. */
function lastNumber(value: Figure['claims'][number]['value']): number[] {
  const parsed = parseFigureValue(value);
  return parsed?.kind === 'number' ? [parsed.value] : parsed?.kind === 'range' ? [parsed.to] : [];
}
