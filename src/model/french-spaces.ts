/** True for French as it is printed outside Canada and Switzerland, which set less space before these signs, or none. */
export function hasFrenchSpaces(tag: string): boolean {
  return /^fr(?!-(?:CA|CH)\b)(?:-|$)/.test(tag);
}

/**
 * A French text with a space at which no line ends before ; : ! ? and », and after «, as the words of handbill have it. One
 * that is there already stays, narrow or not: printers differ. A sign in the middle of a word stays as it is: times, web
 * addresses; so do forms that agree with a figure, `{n one: était; other: étaient}`.
 */
export function frenchSpaces(text: string): string {
  return text
    .replace(/\{[^{}]*\}|(?<=[^\s;:!?«(]) ?(?=[;:!?]{1,9}(?:[\s»)\]]|$))/gu, (found) =>
      found.startsWith('{') ? found : '\u00a0',
    )
    .replace(/« ?(?=\S)/gu, '«\u00a0')
    .replace(/(?<=\S) ?»/gu, '\u00a0»');
}
