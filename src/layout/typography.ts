import type { TextSpan } from '../model/block.ts';

/** What may stand before a sign that French sets off. */
const BEFORE_SIGN = '(?<=[\\p{L}\\p{N})\\]»”"’%€…])';
const ANY_SPACE = '[ \\u00a0\\u202f]?';

/**
 * Places where French wants a space, and which: a narrow no-break one before ; ! ? and a no-break one before :
 * and inside « » (Lexique des règles typographiques en usage à l'Imprimerie nationale). A space that stands
 * there already is replaced.
 */
const FRENCH: readonly (readonly [RegExp, string])[] = [
  [new RegExp(`${BEFORE_SIGN}${ANY_SPACE}(?=[;!?]+(?:$|[\\s\\p{P}]))`, 'gu'), '\u202f'],
  [new RegExp(`${BEFORE_SIGN}${ANY_SPACE}(?=:(?:$|\\s))`, 'gu'), '\u00a0'],
  [new RegExp(`(?<=«)${ANY_SPACE}(?=\\S)`, 'gu'), '\u00a0'],
  [new RegExp(`(?<=\\S)${ANY_SPACE}(?=»)`, 'gu'), '\u00a0'],
];

/** A part of the text that becomes another. */
interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The spans in NFC, with the spaces that their language wants at punctuation. */
export function spaceAsLanguageAsks(content: readonly TextSpan[], language: string): TextSpan[] {
  const spans = content.map((span) => ({ ...span, text: span.text.normalize('NFC') }));
  const isFrench = spans.map((span) => !span.href && /^fr\b/i.test(span.language ?? language));
  if (!isFrench.includes(true)) return spans;
  const text = spans.map((span) => span.text).join('');
  const edits = FRENCH.flatMap(([pattern, space]) =>
    [...text.matchAll(pattern)].map(
      (m): Edit => ({ start: m.index, end: m.index + m[0].length, text: space }),
    ),
  ).sort((a, b) => a.start - b.start);
  let start = 0;
  return spans.map((span, i) => {
    const end = start + span.text.length;
    const edited = isFrench[i] ? editPart(text, start, end, edits) : span.text;
    start = end;
    return { ...span, text: edited };
  });
}

/** A part of a text with the edits that begin in it, less what an edit takes away. */
function editPart(text: string, start: number, end: number, edits: readonly Edit[]): string {
  let [edited, at] = ['', start];
  for (const edit of edits) {
    if (edit.end < start || edit.start >= end) continue;
    if (edit.start >= start) edited += text.slice(at, edit.start) + edit.text;
    at = Math.max(at, edit.end);
  }
  return edited + text.slice(at, end);
}

/**
 * Addresses of pages and mailboxes, and telephone numbers: they run from left to right in any text, undivided. A prefix
 * of Hebrew or Arabic before a mailbox is none of it. A mailbox is looked for at the start of a word alone: at each of its
 * letters, a word of n letters would take n² steps.
 */
export const ADDRESS =
  /(?:https?:\/\/|www\.)\S*[\p{L}\p{N}/]|(?=[\p{L}\p{N}])(?<!(?![\p{Script=Hebrew}\p{Script=Arabic}])[\p{L}\p{N}][.+_-]*)(?:(?![\p{Script=Hebrew}\p{Script=Arabic}])[\p{L}\p{N}.+_-])+@[\p{L}\p{N}.-]*[\p{L}\p{N}]|\+\d[\d\s()/.\u2013-]{4,}\d/gu;
