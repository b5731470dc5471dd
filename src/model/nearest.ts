import { closest, distance } from 'fastest-levenshtein';

/** The nearest of the known words, if it is near enough to be meant. */
export function nearestOf(word: string, known: readonly string[]): string | undefined {
  if (known.length === 0) return undefined;
  const near = closest(word, [...known]);
  return distance(word.toLowerCase(), near.toLowerCase()) <= Math.max(2, near.length / 3) ? near : undefined;
}

/** How many letters must change to make one word of the other. */
export function lettersApart(a: string, b: string): number {
  return distance(a, b);
}
