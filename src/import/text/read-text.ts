import type { FactRole } from '../../model/appeal.ts';
import type { TextDocument } from '../../read/text-document.ts';
import { type AddresseeFound, findAddressees } from './addressees.ts';
import {
  type ActionFound,
  type EventFound,
  findActions,
  findDeadline,
  findDemands,
  findEvents,
  isCall,
} from './calls.ts';
import { type DateFound, findWritten, tellDates } from './dates.ts';
import { type FigureFound, findFigures } from './figures.ts';
import type { PersonFound } from './han-names.ts';
import { findHead, type HeadFound } from './head.ts';
import { listSentences, openReading, type Reading, type Span, wordsOf } from './passages.ts';
import { findPeople, findQuotations } from './people.ts';
import { expression, tellLanguage, type Vocabulary } from './vocabulary.ts';
import { findWays, type WayFound } from './ways.ts';

/** A sentence that tells what happened. */
interface FactFound extends Span {
  readonly role: FactRole;
  readonly date?: DateFound | undefined;
  readonly figures: readonly FigureFound[];
}

/** All that was found in a text, each with its place; nothing that doesn't stand there. */
export interface TextRead extends HeadFound {
  readonly reading: Reading;
  readonly dates: readonly DateFound[];
  readonly ways: readonly WayFound[];
  readonly facts: readonly FactFound[];
  readonly people: readonly PersonFound[];
  readonly demands: readonly Span[];
  readonly actions: readonly ActionFound[];
  readonly deadline?: DateFound | undefined;
  readonly events: readonly EventFound[];
  readonly addressees: readonly AddresseeFound[];
  readonly quotations: readonly Span[];
  /** What was taken for nothing. */
  readonly left: readonly Span[];
}

/** Reads an appeal by rules alone. Undefined where no language of `all` is that of the text. */
export function readAppealText(document: TextDocument, all: readonly Vocabulary[]): TextRead | undefined {
  const vocabulary = tellLanguage(document.text, all);
  if (!vocabulary) return undefined;
  const reading = openReading(document.text, vocabulary);
  const ways = findWays(reading);
  const free = (dates: readonly DateFound[]) =>
    dates.filter((date) => !ways.some((way) => date.from < way.to && way.from < date.to));
  const written = findWritten(reading);
  const head = findHead(reading, document, free(tellDates(written, undefined)));
  const dates = free(tellDates(written, head.issued?.value));
  const isTitle = (span: Span) => wordsOf(reading.text, span) === head.title?.text;
  const demands = findDemands(reading).filter((demand) => !isTitle(demand));
  const actions = findActions(reading).filter(
    (action) => !ways.some(({ kind, from, to }) => kind !== 'url' && from < action.to && action.from < to),
  );
  const events = findEvents(reading, dates);
  const letters = actions.filter(({ kind }) => kind === 'letter');
  // The ways below the name of those who issue it are theirs.
  const addressees = findAddressees(reading, ways, letters.map(sentenceAround(reading))).filter(
    ({ name }) => name !== head.issuer?.text,
  );
  const used: Span[] = [
    ...demands,
    ...actions,
    ...events,
    ...addressees.filter((a) => a.ways.length > 0),
    ...head.spans,
  ];
  const { facts, left } = findFacts(reading, used, dates, [...ways, ...written]);
  return {
    ...head,
    reading,
    dates,
    ways,
    facts,
    people: findPeople(reading),
    demands,
    actions,
    deadline: findDeadline(reading, dates, [...actions, ...letters]),
    events,
    addressees,
    quotations: findQuotations(reading),
    left,
  };
}

/** The sentences that tell what happened, of those that are taken for nothing else; and what is left then. */
function findFacts(
  reading: Reading,
  used: readonly Span[],
  dates: readonly DateFound[],
  // What holds numbers that count nothing.
  uncounted: readonly Span[],
): { facts: readonly FactFound[]; left: readonly Span[] } {
  const overlaps = (span: Span) => used.some((other) => span.from < other.to && other.from < span.to);
  const sentences = sections(reading).flatMap(({ passage, role, isApart }) =>
    passage.kind === 'line' || isApart
      ? []
      : listSentences(reading, passage)
          .filter((sentence) => !overlaps(sentence) && isSentence(reading, sentence))
          .map((sentence) => ({ ...sentence, role })),
  );
  // What is said to those who read it tells nothing of what happened.
  const asides = sentences.filter(
    (one) => (isSaidToReader(reading, one) || isCall(reading, one)) && !tellsHarm(reading, one, dates),
  );
  const told = sentences.filter((sentence) => !asides.includes(sentence));
  const facts = told.map((sentence): FactFound => {
    const inside = dates.filter(({ from, to }) => from >= sentence.from && to <= sentence.to);
    return { ...sentence, date: inside[0], figures: findFigures(reading, sentence, uncounted) };
  });
  const taken = [...used, ...facts];
  const whole = reading.passages.filter(
    (p) => !taken.some((other) => p.from < other.to && other.from < p.to),
  );
  const isWhole = ({ from }: Span) => whole.some((p) => p.from <= from && from < p.to);
  const left = [...whole, ...asides.filter((one) => !isWhole(one))].sort((a, b) => a.from - b.from);
  return { facts, left };
}

function sentenceAround(reading: Reading) {
  return (span: Span): Span => {
    const passage = reading.passages.find(({ from, to }) => span.from >= from && span.from < to) ?? span;
    return (
      listSentences(reading, passage).find(({ from, to }) => span.from >= from && span.from < to) ?? passage
    );
  };
}

/** Passages with the role that the heading above them gives them. */
function sections({ text, passages, vocabulary }: Reading) {
  let role: FactRole = 'event';
  let isApart = false;
  const heading = (list: string) => expression(`^(?:${vocabulary.any(list)})\\s?[:：]?$`, 'iu');
  const named = [
    ['background', heading('background')],
    ['commentary', heading('commentary')],
    ['sources', heading('sources')],
  ] as const;
  return passages.map((passage) => {
    const words = text.slice(passage.from, passage.to);
    const found = named.find(([, pattern]) => pattern.test(words))?.[0];
    if (found) {
      isApart = found === 'sources';
      role = found === 'sources' ? role : found;
    } else if (passage.kind === 'line' && /[:：]$/.test(words)) isApart = false;
    return { passage, role, isApart };
  });
}

/** True for a sentence with "you" or "please" in it, but for what is quoted. */
function isSaidToReader({ plain, vocabulary }: Reading, { from, to }: Span): boolean {
  const words = plain.slice(from, to).replace(/["“„«][^"“”„«»]*["”“»]/g, '');
  return expression(vocabulary.any('reader'), 'u').test(words);
}

/** True for a sentence that tells of harm or of a day, as "you know" what happened. */
function tellsHarm({ plain, vocabulary }: Reading, { from, to }: Span, dates: readonly DateFound[]): boolean {
  const hasDay = dates.some((date) => date.from >= from && date.to <= to);
  return hasDay || expression(vocabulary.any('harm'), 'u').test(plain.slice(from, to));
}

/** False for a greeting and the like: a sentence of an appeal has a few words and an end. */
function isSentence({ text, vocabulary }: Reading, { from, to }: Span): boolean {
  const words = text.slice(from, to);
  if (vocabulary.language.startsWith('zh')) return words.length >= 8;
  return words.split(/\s+/).length >= 4 && /[.!?…؟]["”»“’)\]*\d]{0,4}$/u.test(words);
}
