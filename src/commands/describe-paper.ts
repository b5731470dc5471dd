import type { PaperNeed, PostedLetters } from '../plan/paper.ts';
import type { Texts } from '../terminal/texts.ts';
import { wrapText } from '../terminal/wrap.ts';

/** What the letters of a run take to print and post, for the one who buys paper and stamps. */
export function describePaper(need: PaperNeed, weight: number, width: number, texts: Texts): string {
  const { say, count } = texts;
  const { letters, pages, sheets, grams, envelopes, posted, isEstimate } = need;
  if (letters === 0) return '';
  const values = {
    letters: count(letters, 'letter'),
    pages: count(pages, 'page'),
    sheets: count(sheets, 'sheet'),
    mass: massOf(grams),
    weight,
  };
  const lines = [
    isEstimate
      ? say('To be printed, about: {letters}, {pages}, {sheets} ({mass} at {weight} g/m²).', values)
      : say('To be printed: {letters}, {pages}, {sheets} ({mass} at {weight} g/m²).', values),
    ...Object.entries(envelopes).map(([name, n]) => `${count(n, 'envelope')}: ${name}`),
    ...posted.map((some) => describePosted(some, texts)),
  ];
  return `${lines.flatMap((line) => wrapText(line, width)).join('\n')}\n\n`;
}

/** Letters that pay one price, and which. */
export function describePosted(
  { country, grams, upTo, letters }: PostedLetters,
  { say, count }: Texts,
): string {
  const values = { letters: count(letters, 'letter'), grams, country: country ?? '', upTo: upTo ?? 0 };
  if (upTo !== undefined)
    return say('Posted in {country}: {letters} of at most {grams} g, which pay as up to {upTo} g.', values);
  return country === undefined
    ? say('Posted: {letters} of {grams} g with the envelope.', values)
    : say('Posted in {country}: {letters} of {grams} g with the envelope.', values);
}

/** `420 g`, `9.8 kg`. */
function massOf(grams: number): string {
  return grams < 1000 ? `${grams} g` : `${(grams / 1000).toFixed(1)} kg`;
}
