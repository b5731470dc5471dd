import type { TemplateFile } from '../model/template.ts';
import type { Position, Problem } from '../problems.ts';
import type { LocatedFile, Path } from '../read/source.ts';
import { finding } from '../wordings.ts';
import { findInStrings } from './strings.ts';

/**
 * Characters that nobody sees, and that make a text other than it looks: those that turn the direction of letters
 * (UAX #9; marks such as U+200F, which right-to-left text needs, are none of them), controls (a lone carriage
 * return among them), separators of lines, fillers and tags, spaces
 * without width, and joiners between letters that never join.
 */
const UNJOINED = String.raw`[\p{sc=Latn}\p{sc=Cyrl}\p{sc=Grek}\p{N}]`;
const HIDDEN = new RegExp(
  [
    String.raw`[\u202A-\u202E\u2066-\u2069]`,
    String.raw`(?![\t\n\r])\p{Cc}|\r(?!\n)|[\u2028\u2029]`,
    String.raw`[\u115F\u1160\u180E\u2060-\u2064\u206A-\u206F\u2800\u3164\uFFA0\uFFF9-\uFFFB\u{E0000}-\u{E0FFF}]`,
    String.raw`[\u200B\uFEFF]`,
    String.raw`(?<=${UNJOINED})[\u200C\u200D]|[\u200C\u200D](?=${UNJOINED})`,
  ].join('|'),
  'gu',
);

/**
 * Of these, what no text needs: what turns the direction of letters, controls, and separators of lines. Isolates, which
 * keep a name in other letters in its place, are told only: who translates into Arabic needs them.
 */
const UNWANTED = /[\u202A-\u202E\u2028\u2029]|(?![\t\n\r])\p{Cc}|\r(?!\n)/gu;

/** Characters that nobody sees in a text from elsewhere: what no text needs is an error, the rest is told. */
export function checkHiddenText(text: string, at: Position): Problem[] {
  const unwanted = charactersIn(text, UNWANTED);
  return [...new Set([...unwanted, ...charactersIn(text, HIDDEN)])].map((character) => ({
    ...tell(character),
    severity: unwanted.includes(character) ? 'error' : 'warning',
    at,
  }));
}

/** Characters of a text that are told; who hides more needs no list of them. */
const MOST = 20;

/** What is found in a text, each once. */
function charactersIn(text: string, pattern: RegExp): string[] {
  return [...new Set([...text.matchAll(pattern)].map(([found]) => found))].slice(0, MOST);
}

/** Keys of names and addresses, in which no word is divided; texts may have soft hyphens, which say where it is. */
const NAMING: ReadonlySet<string | number> = new Set(
  'name organisation holder street postalCode city region addressLines addressLatin email website'.split(' '),
);

const SOFT_HYPHEN = '\u00AD';

/** Tells characters that nobody sees, and letters that were lost, in the values of a data file. */
export function checkHidden(file: LocatedFile): Problem[] {
  return findInStrings(file, (text, path) => {
    const found = charactersIn(text, HIDDEN);
    if (text.includes(SOFT_HYPHEN) && path.some((key) => NAMING.has(key))) found.push(SOFT_HYPHEN);
    return [...found.map(tell), ...(hasLost(text) ? [lost(path)] : [])];
  });
}

/** True where a letter of a text was lost on its way through an encoding. */
export function hasLost(text: string): boolean {
  return text.includes('\uFFFD');
}

/** Keys of what no document prints. */
const UNPRINTED: ReadonlySet<string | number> = new Set(['notes', 'verified', 'reason', 'was']);

/** What is printed would be garbled: an error; elsewhere it is only a pity. */
export function lost(path: Path): Problem {
  return finding(path.some((key) => UNPRINTED.has(key)) ? 'warning' : 'error', 'lost-character/value', {});
}

/** The same in a template. */
export function checkHiddenIn({ file, body, bodyLine }: TemplateFile): Problem[] {
  return body.split('\n').flatMap((line, i): Problem[] => {
    const tellAt = (told: Problem, character: string) => {
      const column = line.indexOf(character) + 1;
      return { ...told, at: { file, line: bodyLine + i, column } };
    };
    const found = charactersIn(line, HIDDEN).map((character) => tellAt(tell(character), character));
    return hasLost(line) ? [...found, tellAt(lost([]), '\uFFFD')] : found;
  });
}

function tell(character: string): Problem {
  const code = character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');
  return finding('warning', 'hidden-character', { code });
}
