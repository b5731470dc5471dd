import { kindOfName } from '../../check/kind-words.ts';
import { anyOf, expression, lower, sloganIn, type Vocabulary } from './vocabulary.ts';

/** A part of the text: from one character to before another. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** What stands together: a paragraph of sentences, a line of an address, an item of a list. */
export interface Passage extends Span {
  readonly kind: 'prose' | 'item' | 'line';
  /** Number of the paragraph that it stands in. */
  readonly block: number;
}

/** A text that is read, in `plain` in small letters and with digits from 0 to 9, character for character. */
export interface Reading {
  readonly text: string;
  readonly plain: string;
  readonly vocabulary: Vocabulary;
  readonly passages: readonly Passage[];
}

const BULLET = /^(?:[-*•–—·▪►‣]\s|\(?\d{1,2}[.)]\s|\p{L}\)\s|[一二三四五六七八九十]{1,3}、)\s?/u;
/** Characters from which on a line of a mail was broken by its program, and goes on in the next. */
const BROKEN = 50;
/** A line ends by itself where the next word would have fitted into so much of the widest line of its paragraph. */
const SPARE = 0.75;

/** A text made ready to be read: in plain letters and digits, divided into passages. */
export function openReading(text: string, vocabulary: Vocabulary): Reading {
  const plain = lower(plainDigits(text));
  return { text, plain, vocabulary, passages: listPassages(text, plain, vocabulary) };
}

/** Arabic, Persian and full-width digits as 0 to 9; the text stays as long as it was, so that places in it are the same. */
export function plainDigits(text: string): string {
  return text.replace(/[٠-٩۰-۹０-９]/g, (digit) => String(digit.charCodeAt(0) % 16));
}

/** The words of a part as one line. */
export function wordsOf(text: string, { from, to }: Span): string {
  return text
    .slice(from, to)
    .replace(/ ?\n ?/g, ' ')
    .trim();
}

/** Number of the line that a character stands in, from 1. */
export function lineOf(text: string, at: number): number {
  return text.slice(0, at).split('\n').length;
}

/** The line with which a text closes, "Yours sincerely" or "On behalf of the committee", in its second half; -1 where none does. */
export function findClosing({ text, passages, vocabulary }: Reading): number {
  const closing = expression(`^(?:${vocabulary.any('closing')})`, 'iu');
  return passages.findLastIndex((passage) => {
    const words = wordsOf(text, passage);
    const isLine = passage.kind === 'line' && passage.from > text.length / 2 && words.length <= 80;
    return isLine && closing.test(words) && kindOfName(words) === undefined;
  });
}

function listPassages(text: string, plain: string, vocabulary: Vocabulary): Passage[] {
  const { any } = vocabulary;
  // A line of its own, however long the one before it: a way to reach somebody.
  const way = expression(`^(?:${any('tel', 'fax', 'mail')}|https?://|www\\.|\\+\\d)|^\\S{1,80}@`, 'u');
  const slogan = sloganIn(vocabulary);
  const passages: Passage[] = [];
  let at = 0;
  for (const [block, paragraph] of text.split('\n\n').entries()) {
    let open: { from: number; to: number; kind: Passage['kind'] } | undefined;
    const close = () => {
      if (open) passages.push({ ...open, kind: kindOf(text, open), block });
      open = undefined;
    };
    let start = at;
    const lines = paragraph.split('\n');
    const width = SPARE * widestOf(lines);
    for (const line of lines) {
      const bullet = BULLET.exec(line)?.[0].length ?? 0;
      const before = open && text.slice(open.from, open.to);
      const lastLine = before?.slice(before.lastIndexOf('\n') + 1) ?? '';
      const small = plain.slice(start, start + line.length);
      const isWay = way.test(small);
      const isCried = isCapitals(line) && (!isCapitals(lastLine) || slogan.test(small));
      const isApart = bullet > 0 || isWay || isCried || (isCapitals(lastLine) && !isCapitals(line));
      const hadRoom = lastLine.length + 1 + line.split(' ', 1)[0]!.length <= width;
      const goesOn = !isApart && open && lastLine.length >= BROKEN && !hadRoom && !lastLine.endsWith(':');
      if (open && (goesOn || (open.kind === 'item' && !bullet && !/[.:;!?]$/.test(lastLine))))
        open.to = start + line.length;
      else {
        close();
        open = { from: start + bullet, to: start + line.length, kind: bullet ? 'item' : 'line' };
      }
      start += line.length + 1;
    }
    close();
    at += paragraph.length + 2;
  }
  return passages
    .filter(({ from, to }) => to > from)
    .map((passage, i, all) => asLine(text, passage, all.slice(Math.max(0, i - 2), i)));
}

/** Characters of the widest line; what can't be broken, as an address of the web, is as wide as it is. */
function widestOf(lines: readonly string[]): number {
  return lines.reduce((most, line) => (/\S{40}/.test(line) ? most : Math.max(most, line.length)), 0);
}

/** True for words in capitals alone, as slogans are cried; a short name may be an abbreviation. */
function isCapitals(line: string): boolean {
  return /(?:\p{Lu}\P{L}{0,3}){12}/u.test(line) && !/\p{Ll}/u.test(line);
}

/** The last line of an address, whose lines before end with a comma, is no sentence though a stop ends it. */
function asLine(text: string, passage: Passage, above: readonly Passage[]): Passage {
  const goesOn = ({ from, to, kind, block }: Passage) =>
    kind === 'line' && block === passage.block && text.slice(from, to).trimEnd().endsWith(',');
  const isShort = passage.kind === 'prose' && passage.to - passage.from <= 90;
  return isShort && above.length === 2 && above.every(goesOn) ? { ...passage, kind: 'line' } : passage;
}

function kindOf(text: string, { from, to, kind }: Omit<Passage, 'block'>): Passage['kind'] {
  if (kind === 'item') return kind;
  const words = text.slice(from, to);
  return words.length > 90 || /[.!?。！？؟…]["”»)]?$/u.test(words) ? 'prose' : 'line';
}

/** The sentences of a passage, each with what ends it. */
export function listSentences({ text, plain, vocabulary }: Reading, { from, to }: Span): Span[] {
  const sentences: Span[] = [];
  const abbreviation = expression(`^(?:${vocabulary.any('abbreviations')})`, 'u');
  const month = expression(`^(?:${anyOf(vocabulary.months.flat())})`, 'u');
  let start = from;
  const part = plain.slice(from, to);
  for (const { 0: end, index } of part.matchAll(
    /[.!?…؟]{1,3}["”»“’)\]]{0,2}(?=\s|$)|[。！？]["”』」）]{0,2}/gu,
  )) {
    const at = from + index + end.length;
    const next = text.slice(at, at + 4).trimStart();
    // “Freedom!” he said; "DAL, AC !, PCF".
    if (/^[,،;]/.test(next) || (/["”»“’]$/.test(end) && /^\p{Ll}/u.test(next))) continue;
    if (
      end === '.' &&
      !endsSentence(text.slice(start, at - 1), text.slice(from + index + 1, from + index + 60))
    )
      continue;
    push(at);
  }
  push(to);
  return sentences;

  function push(end: number): void {
    const skip = /^\s*/.exec(text.slice(start, end))?.[0].length ?? 0;
    // The mark of a footnote is no part of the sentence that bears it.
    const mark = /[.!?"”»)]\s?\*{1,3}$/.exec(text.slice(start, end))?.[0] ?? ' ';
    if (end > start + skip) sentences.push({ from: start + skip, to: end - mark.length + 1 });
    start = end;
  }

  /** False for the stop behind an initial, an abbreviation, or the number of a day. */
  function endsSentence(before: string, behind: string): boolean {
    const ending = /[\p{L}\p{M}\d]{1,20}$/u.exec(before)?.[0] ?? '';
    const word = lower(ending);
    const next = behind.trimStart();
    if (next === '') return true;
    if (/^\p{Ll}/u.test(next)) return false;
    if (/^\p{Lu}$/u.test(ending)) return false;
    // `16. Dezember` is a day; a count may end a sentence.
    if (/^\d{1,2}$/.test(word) && (vocabulary.ordinalStop || month.test(lower(next)))) return false;
    return !(abbreviation.test(word) && !/^\d/.test(word));
  }
}
