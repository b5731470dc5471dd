/** A word as it can be typed into a shell. */
export function shellQuoted(word: string): string {
  return /^[\p{L}\p{N}_./:@%+=-]+$/u.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
