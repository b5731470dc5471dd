import LineBreaker from 'linebreak';
import { findKept } from '../model/kept-together.ts';
import type { Isolate } from './bidi.ts';
import { divideWord } from './hyphenation.ts';
import type { Itemised } from './itemise.ts';
import { jointsOf } from './joints.ts';
import { mayPart } from './line-edges.ts';
import { ADDRESS } from './typography.ts';

/** A place where a line may end. */
export interface Break {
  /** Where the line ends, spaces left out. */
  readonly end: number;
  /** Where the next one begins. */
  readonly next: number;
  /** A word is divided here: the line ends with a hyphen. */
  readonly hyphen: boolean;
  /** A compound is divided here within one of its parts. */
  readonly inPart?: boolean;
}

/** Spaces that fall away at the end of a line. */
const SPACE_AT_END = /[ \t\u1680\u2000-\u2006\u2008-\u200b\u205f\u3000]/;

/**
 * Places within an address where it may be divided, if it must be: after its signs, but before a hyphen, which nobody
 * could tell from one that divides a word at the end of a line, and which browsers leave out of what is copied.
 */
const IN_ADDRESS =
  /(?<=[\p{L}\p{N}/?&=#!][/.?&=_@#%+~])(?<!:\/\/)(?=[\p{L}\p{N}])|(?<=[\p{L}\p{N}])(?=-[\p{L}\p{N}])/gu;

/** Scripts whose words stand side by side without spaces. */
const WITHOUT_SPACES = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]+/gu;

/** Between syllables of Korean, which is divided at its spaces. */
const IN_KOREAN = /(?<=\p{Script=Hangul})(?=\p{Script=Hangul})/gu;

const HAN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]+/gu;

/** How the words of a text are treated. */
interface WordRules {
  /** Divides words by their language; compounds at their joints alone. */
  readonly hyphenate?: boolean | 'joints' | undefined;
  /** Keeps the words of Chinese and Japanese whole too, as headlines want it. */
  readonly wholeWords?: boolean | undefined;
  /** Lets the year of a date begin a line. */
  readonly yearApart?: boolean | undefined;
}

/** Every place where a line may end (UAX #14, and what the language asks), the end of the text last. */
export function findBreaks(
  itemised: Itemised,
  language: string,
  { hyphenate, wholeWords, yearApart }: WordRules = {},
): Break[] {
  const { text } = itemised;
  const forbidden = findForbidden(text, language, yearApart === true);
  if (wholeWords) for (const at of insideHanWords(text, language)) forbidden.add(at);
  const breaks = new Map<number, Break>();
  const breaker = new LineBreaker(text);
  for (let next = breaker.nextBreak(); next; next = breaker.nextBreak()) {
    if (!forbidden.has(next.position) && mayPart(text, next.position))
      breaks.set(next.position, breakAt(text, next.position));
  }
  for (const at of findWordsWithoutSpaces(text)) breaks.set(at, breakAt(text, at));
  if (hyphenate)
    for (const place of findHyphens(itemised, 0, text.length))
      if (hyphenate === true || !place.inPart) breaks.set(place.next, place);
  breaks.set(text.length, breakAt(text, text.length));
  return [...breaks.values()].sort((a, b) => a.next - b.next);
}

/** A break before `next`, or at the end of the text. */
export function breakAt(text: string, next: number): Break {
  let end = next;
  while (end > 0 && SPACE_AT_END.test(text[end - 1]!)) end -= 1;
  return { end, next, hyphen: text[end - 1] === '\u00ad' && next < text.length };
}

function findForbidden(text: string, language: string, yearApart: boolean): Set<number> {
  const places = new Set(findKept(text, language, yearApart));
  if (/^ko\b/.test(language)) for (const { index } of text.matchAll(IN_KOREAN)) places.add(index);
  for (const [start, end] of findAddresses(text)) for (let at = start + 1; at < end; at++) places.add(at);
  return places;
}

function findAddresses(text: string): [number, number][] {
  return [...text.matchAll(ADDRESS)].map((match) => [match.index, match.index + match[0].length]);
}

/** Word boundaries in scripts that have no spaces, by the dictionaries of ICU. */
function findWordsWithoutSpaces(text: string): number[] {
  return [...text.matchAll(WITHOUT_SPACES)].flatMap(({ 0: run, index }) =>
    wordStarts(run, 'th')
      .map((at) => index + at)
      .filter((at) => mayPart(text, at)),
  );
}

/** Places within the words of Chinese and Japanese, by the dictionary of ICU. */
function insideHanWords(text: string, language: string): number[] {
  return [...text.matchAll(HAN)].flatMap(({ 0: run, index }) => {
    const starts = new Set(wordStarts(run, language));
    return Array.from({ length: run.length - 1 }, (_, i) => i + 1)
      .filter((at) => !starts.has(at))
      .map((at) => index + at);
  });
}

/** Where words begin, but for the first. */
function wordStarts(text: string, language: string): number[] {
  const segments = [...new Intl.Segmenter(language, { granularity: 'word' }).segment(text)];
  return segments.slice(1).map(({ index }) => index);
}

/** Places where words between `start` and `end` may be divided; values that were put in never are. */
function findHyphens({ text, items, isolates }: Itemised, start: number, end: number): Break[] {
  const whole: readonly Isolate[] = [
    ...isolates,
    ...findAddresses(text).map(([from, to]) => ({ start: from, end: to })),
  ];
  return [...text.slice(start, end).matchAll(/[\p{L}\p{M}]+/gu)].flatMap(({ 0: word, index }) => {
    const at = start + index;
    if (whole.some((part) => at < part.end && at + word.length > part.start)) return [];
    const language = items.find((item) => item.end > at)?.language ?? '';
    const joints = jointsOf(word, language);
    return divideWord(word, language).map((place) => ({
      end: at + place,
      next: at + place,
      hyphen: true,
      ...(joints.length > 0 && !joints.includes(place) && { inPart: true }),
    }));
  });
}

/** Places to divide a word that is wider than a line: within an address, between syllables, at last anywhere. */
export function findInnerBreaks(itemised: Itemised, start: number, end: number): Break[][] {
  const { text } = itemised;
  const part = text.slice(start, end);
  const plain = (index: number): Break => ({ end: start + index, next: start + index, hyphen: false });
  const spaces = [...part.matchAll(/\s(?=\S)/g)].map(({ index }) => ({
    end: start + index,
    next: start + index + 1,
    hyphen: false,
  }));
  const letters = [...new Intl.Segmenter('en').segment(part)].slice(1).map(({ index }) => plain(index));
  const hyphens = findHyphens(itemised, start, end);
  const places = [
    spaces,
    [...part.matchAll(IN_ADDRESS)].map(({ index }) => plain(index)),
    hyphens.filter(({ inPart }) => !inPart),
    hyphens,
    letters.filter(({ next }) => !/\s/.test(text[next - 1]! + text[next]!) && mayPart(text, next)),
  ];
  return places.filter((list) => list.length > 0);
}
