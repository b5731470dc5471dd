/**
 * What word processors and web pages leave in a name or an address that is copied from them, and nobody sees: soft
 * hyphens, joiners of words, marks of byte order, and spaces without width, but for those that tell in scripts without
 * spaces where a line may end.
 */
const UNSEEN = /[\u00AD\u2060\uFEFF]|(?<![\p{sc=Khmr}\p{sc=Laoo}\p{sc=Mymr}\p{sc=Thai}])\u200B/gu;

/** A cell of a list of people or contacts without what nobody sees in it. */
export function withoutUnseen(text: string): string {
  return text.replace(UNSEEN, '');
}

/** The same for all texts of a value that a JSON or YAML file holds. */
export function withoutUnseenIn(value: unknown): unknown {
  if (typeof value === 'string') return withoutUnseen(value);
  if (Array.isArray(value)) return value.map(withoutUnseenIn);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withoutUnseenIn(inner)]));
}
