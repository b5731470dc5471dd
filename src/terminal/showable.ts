/** Longest text that is shown of one value, in characters: some parsers quote half a file. */
const MOST = 1000;

/** Controls but tabs and line ends, on their own or as Windows has them, and what turns the direction of letters (UAX #9). */
const UNSHOWN = /(?![\t\n]|\r\n)[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/gu;

/** Text from files as a terminal can show it: what could move its cursor, or hide what was said, is written out. */
export function showable(text: string): string {
  return writtenOut(text.length > MOST ? `${text.slice(0, MOST)}…` : text);
}

/** The same of a text of any length. */
export function writtenOut(text: string): string {
  return text.replace(UNSHOWN, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
