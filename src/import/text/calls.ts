import type { ActionKind } from '../../model/appeal.ts';
import type { EventKind } from '../../model/event.ts';
import type { DateFound } from './dates.ts';
import { listSentences, type Passage, type Reading, type Span } from './passages.ts';
import { expression, sloganIn, type Vocabulary } from './vocabulary.ts';

/** Something that is demanded, word for word. */
type DemandFound = Span;

/** Something that people are called to do. */
export interface ActionFound extends Span {
  readonly kind: ActionKind;
}

/** A picket or meeting with its day. */
export interface EventFound extends Span {
  readonly kind: EventKind;
  readonly date: string;
  readonly time?: string | undefined;
  readonly place?: string | undefined;
}

const ACTIONS = ['letter', 'picket', 'demonstration', 'boycott', 'donate', 'meeting'] as const;

/** What is demanded: items below a heading that says so, and what a sentence demands. */
export function findDemands(reading: Reading): DemandFound[] {
  const { text, plain, vocabulary } = reading;
  const phrase = expression(
    `${vocabulary.any('demands')}(?:[\\s:：]|(?<=[بل:：])|(?<=\\p{Script=Han}))*`,
    'u',
  );
  const last = expression(vocabulary.any('demand-last'), 'u');
  const action = expression(vocabulary.any('boycott', 'picket', 'demonstration', 'letter'), 'u');
  const slogan = sloganIn(vocabulary);
  const asksToJoin = requestsIn(vocabulary);
  // "To A. Example freedom!": where what is cried stands last.
  const sloganLast = expression(`${vocabulary.any('slogans-last')}[!.]{0,3}["”»]?$`, 'u');
  const obliged = expression(vocabulary.any('obliged'), 'u');
  const remedy = expression(vocabulary.any('remedies'), 'u');
  const found: DemandFound[] = [];
  let listOf: number | undefined;
  for (const [i, passage] of reading.passages.entries()) {
    const words = plain.slice(passage.from, passage.to);
    const closing = words.slice(-160).replace(/^.*[.!?]\s/su, '');
    const isHeading = /[:：]$/.test(words) && phrase.test(`${closing} `);
    if (isHeading || (passage.kind === 'line' && phrase.exec(words)?.[0].length === words.length)) {
      listOf = i;
      continue;
    }
    if (listOf !== undefined && isListed(reading.passages, listOf, i)) {
      found.push(trimEnd(text, passage));
      continue;
    }
    listOf = undefined;
    for (const sentence of listSentences(reading, passage)) {
      const part = plain.slice(sentence.from, sentence.to);
      const start = phrase.exec(part);
      if (start && vocabulary.words('demand-last').length === 0) {
        const rest = { from: sentence.from + start.index + start[0].length, to: sentence.to };
        // "to quash …, and to release …" is all demanded.
        const purpose = /\bto\s*$/.test(start[0]) ? undefined : purposeIn(reading, rest);
        if (asksToJoin.test(part.slice(start.index))) continue;
        if (purpose) found.push(purpose);
        else if (!action.test(part.slice(start.index)) && rest.to - rest.from > 3)
          found.push(trimEnd(text, rest));
      } else if (last.test(part)) {
        if (asksToJoin.test(part)) continue;
        const end = last.exec(part)!.index;
        const from = sentence.from + Math.max(part.slice(0, end).lastIndexOf(':') + 1, 0);
        found.push(trimEnd(text, { from, to: sentence.from + end }));
      } else {
        const isSlogan =
          (slogan.test(part) || sloganLast.test(part)) && part.length < 160 && sentence.from > 0;
        // "All prisoners must be released", "The union calls for their release": what is demanded, and by whom, is one.
        const isDue = part.length < 300 && obliged.test(part) && remedy.test(part);
        if (isSlogan || isDue) found.push(trimEnd(text, sentence));
      }
    }
  }
  return found.filter(({ from, to }) => to > from);
}

/** "We call on you to join": what readers are asked to do, and the other side isn't. */
function requestsIn({ any, words }: Vocabulary): RegExp {
  const joining = any('joining');
  const [asked, last] = [any('requests'), any('demand-last', 'calls')];
  return words('demand-last').length > 0
    ? expression(`${joining}\\s${last}`, 'u')
    : expression(`^(?:${asked})[\\s,:：]*(?:${joining})`, 'u');
}

/** True for a sentence that asks those who read it to do something, and tells of nothing else. */
export function isCall({ plain, vocabulary }: Reading, { from, to }: Span): boolean {
  const words = plain.slice(from, to).replace(/^[¡"“„«]/u, '');
  // "We also heard …" tells of something.
  if (/^we also /.test(words)) return false;
  return expression(`^(?:${vocabulary.any('calls')})`, 'u').test(words) || requestsIn(vocabulary).test(words);
}

/** "immediate protest to stop the massacre": what is to be stopped. */
function purposeIn({ plain, vocabulary }: Reading, { from, to }: Span): Span | undefined {
  if (vocabulary.language !== 'en') return undefined;
  const found = /\bto (?=(?:stop|end|release|free|reinstate) )/.exec(plain.slice(from, to));
  return found ? trimEnd(plain, { from: from + found.index + 3, to }) : undefined;
}

/** True for an item of the list that begins below a heading: the next lines, or the next paragraph of items. */
function isListed(passages: readonly Passage[], heading: number, at: number): boolean {
  const between = passages.slice(heading + 1, at + 1);
  if (between.every(({ kind }) => kind === 'item')) return true;
  const { block } = passages[heading]!;
  return between.every((passage) => passage.block === block && passage.kind !== 'prose');
}

function trimEnd(text: string, { from, to }: Span): Span {
  const words = text.slice(from, to);
  const skip = /^[\s:：]*/.exec(words)?.[0].length ?? 0;
  // A quotation that began in another sentence ends with it.
  const closes = /[”»“]/.test(words.slice(-1)) && !/["„“«]/.test(words.slice(0, -1));
  const end = closes ? 1 : (/[\s.;,。；]{0,4}$/.exec(words)?.[0].length ?? 0);
  return { from: from + skip, to: Math.max(from + skip, to - end) };
}

/** Sentences that call people to do something, and the parts of them by what that is. */
export function findActions(reading: Reading): ActionFound[] {
  const { plain, vocabulary } = reading;
  const call = expression(vocabulary.any('calls'), 'u');
  return reading.passages.flatMap((passage) =>
    listSentences(reading, passage).flatMap((sentence) => {
      const words = plain.slice(sentence.from, sentence.to);
      if (!call.test(words)) return [];
      const isSlogan = passage.from === 0;
      return isSlogan
        ? []
        : clausesOf(reading, sentence).flatMap((clause) =>
            kindsOf(reading, clause).map((kind) => ({ ...clause, kind })),
          );
    }),
  );
}

function kindsOf({ plain, vocabulary }: Reading, { from, to }: Span): ActionKind[] {
  return ACTIONS.filter((kind) => expression(vocabulary.any(kind), 'u').test(plain.slice(from, to)));
}

/** Parts of a sentence between its commas. */
function clausesOf({ text }: Reading, sentence: Span): Span[] {
  const clauses: Span[] = [];
  let from = sentence.from;
  for (const { 0: sign, index } of text.slice(sentence.from, sentence.to).matchAll(/[,;，；،]\s?/g)) {
    clauses.push(trimEnd(text, { from, to: sentence.from + index }));
    from = sentence.from + index + sign.length;
  }
  clauses.push(trimEnd(text, { from, to: sentence.to }));
  return clauses.filter((clause) => clause.to - clause.from > 2);
}

/** The last day for acting: a date behind a word such as "before". */
export function findDeadline(
  reading: Reading,
  dates: readonly DateFound[],
  calls: readonly Span[],
): DateFound | undefined {
  const { plain, vocabulary } = reading;
  const isLast =
    vocabulary.words('deadline-last').length > 0 || ['tr', 'kk', 'zh-Hans'].includes(vocabulary.language);
  const before = expression(`(?:${vocabulary.any('deadline')})[\\s:：]*(?:\\p{L}{2,14},?\\s)?$`, 'u');
  const behind = expression(
    `^[\\p{L}’']{0,6}[\\s]?(?:[\\p{L}]{1,8}\\s)?(?:${vocabulary.any('deadline')})`,
    'u',
  );
  return dates.find((date) => {
    if (date.value.length < 10) return false;
    const isCalled = calls.some((call) => date.from >= call.from - 200 && date.to <= call.to + 200);
    const isBefore = before.test(plain.slice(Math.max(0, date.from - 60), date.from));
    const isBehind = isLast && behind.test(plain.slice(date.to, date.to + 30));
    return isCalled && (isBefore || isBehind);
  });
}

/** The first time of day in some words, `18:30`; that of two halves of a day, such as "6.30 pm", in 24 hours. */
function timeIn(words: string): string | undefined {
  const halves = /(?<![\d.:,])(1[0-2]|0?[1-9])(?:[:.]([0-5]\d))?\s?(a\.?m\b|p\.?m\b|noon\b|midnight\b)/u.exec(
    words,
  );
  const whole =
    /(?<![\d.:,])([01]?\d|2[0-3])(?:[:.h]([0-5]\d)| ?(?:uhr|h(?:s|rs?)?\b|点|時))(?![\d.]\d)/iu.exec(words);
  const found = halves && (!whole || halves.index <= whole.index) ? halves : whole;
  if (!found) return undefined;
  const [, hour = '', minute = '00', half] = found;
  const isLate = half?.startsWith('p') || half === 'noon';
  const of24 = half === undefined ? Number(hour) : (Number(hour) % 12) + (isLate ? 12 : 0);
  return `${String(of24).padStart(2, '0')}:${minute}`;
}

/** Characters of the longest sentence that calls to an event; longer ones would be looked through for each of their days. */
const LONGEST = 2_000;

/** Pickets, demonstrations and meetings: a day with a time, beside a word for what it is. */
export function findEvents(reading: Reading, dates: readonly DateFound[]): EventFound[] {
  const { text, plain, vocabulary } = reading;
  const kinds = ['picket', 'demonstration', 'meeting'] as const;
  const sentencesOf = new Map<Span, readonly Span[]>();
  return dates.flatMap((date): EventFound[] => {
    const passage = reading.passages.find(({ from, to }) => date.from >= from && date.from < to);
    if (!passage || date.value.length < 10) return [];
    const sentences = sentencesOf.get(passage) ?? listSentences(reading, passage);
    sentencesOf.set(passage, sentences);
    const sentence = sentences.find(({ from, to }) => date.from >= from && date.from < to) ?? passage;
    if (sentence.to - sentence.from > LONGEST) return [];
    const words = plain.slice(sentence.from, sentence.to);
    const time = timeIn(words.replace(plain.slice(date.from, date.to), (d) => ' '.repeat(d.length)));
    const isEvent = expression(vocabulary.any('events'), 'u').test(words);
    const kind =
      kinds.find((name) => expression(vocabulary.any(name), 'u').test(words)) ??
      (isEvent ? 'rally' : undefined);
    if (!time || !kind) return [];
    const place = expression(`${vocabulary.any('places')}\\s[^,;.!?\\n]{3,80}`, 'u').exec(words);
    return [
      {
        ...sentence,
        kind,
        date: date.value,
        time,
        place: place
          ? text.slice(sentence.from + place.index, sentence.from + place.index + place[0].length).trim()
          : undefined,
      },
    ];
  });
}
