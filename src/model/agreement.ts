import { parseForms } from './texts.ts';

/** A figure of a text, or words that agree with it: `{strikers}`, `{strikers one: was; other: were}`. */
export const FIGURE_PLACE = /\{([a-z0-9-]+)(?: ((?:zero|one|two|few|many|other):[^{}]*))?\}/g;

/** Of the forms that agree with a figure that of a plural category; `other` where that has none of its own. */
export function agreeing(forms: string, category: string): string {
  const all = parseForms(forms);
  return typeof all === 'string' ? '' : (all[category] ?? all.other ?? '');
}

/** A text with each word that agrees with a figure as it stands with many: what is checked and read as language. */
export function withoutForms(text: string): string {
  return text.replace(FIGURE_PLACE, (place, _, forms?: string) =>
    forms === undefined ? place : agreeing(forms, 'other'),
  );
}
