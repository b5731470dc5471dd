import { kindOfName } from '../../check/kind-words.ts';
import type { TextDocument } from '../../read/text-document.ts';
import type { DateFound } from './dates.ts';
import { findClosing, type Passage, type Reading, type Span, wordsOf } from './passages.ts';
import { anyOf, expression } from './vocabulary.ts';

/** What the top and the foot of a text say. */
export interface HeadFound {
  readonly title?: { readonly text: string; readonly span?: Span | undefined } | undefined;
  readonly issuer?: { readonly text: string; readonly span: Span } | undefined;
  /** Its own day. */
  readonly issued?: { readonly value: string; readonly span?: Span | undefined } | undefined;
  /** Places of all of these. */
  readonly spans: readonly Span[];
}

/** Title, issuer and day of an appeal, as its envelope, its first and its last lines tell them. */
export function findHead(reading: Reading, document: TextDocument, dates: readonly DateFound[]): HeadFound {
  const { text, passages } = reading;
  const dateline = findDateline(reading, dates);
  const isDateline = (passage: Passage) => dateline !== undefined && dateline.line === passage;
  const first = passages.find((passage) => !isDateline(passage) && !isContact(text, passage));
  const isTitle =
    first &&
    first.to - first.from <= 160 &&
    passages.indexOf(first) < 3 &&
    !/[:：]$/.test(wordsOf(text, first));
  const titleSpan = isTitle ? first : undefined;
  const title = document.title
    ? {
        text: document.title,
        span: titleSpan && wordsOf(text, titleSpan) === document.title ? titleSpan : undefined,
      }
    : titleSpan && { text: wordsOf(text, titleSpan), span: titleSpan };
  const signed = findIssuer(reading, titleSpan, isDateline);
  const issuer = signed && { text: wordsOf(text, signed).replace(/[.,]$/, ''), span: signed };
  const issued = document.date
    ? { value: document.date }
    : dateline && { value: dateline.date.value, span: dateline.date };
  const spans = [title?.span, issuer?.span, dateline?.line].flatMap((span) => span ?? []);
  return { title, issuer, issued, spans };
}

function isContact(text: string, { from, to }: Span): boolean {
  return /@|https?:/.test(text.slice(from, to));
}

/** The time of a day, as mails and forums put it behind the date. */
const CLOCK = /(?:\b(?:at|um|à|a las|alle|o|в|о)\s)?\d{1,2}[:.h]\d{2}(?::\d{2})?(?:\s?[ap]\.?m\.?)?/giu;

/** A line at the top or the foot that holds a whole date and hardly more, such as the place. */
function findDateline({ text, passages, vocabulary }: Reading, dates: readonly DateFound[]) {
  const top = passages.findIndex(({ from, to }) => to - from > 160);
  const ends = [...passages.slice(0, top < 0 ? 5 : Math.max(5, Math.min(top, 12))), ...passages.slice(-6)];
  const day = expression(anyOf(vocabulary.weekdays.flat()), 'giu');
  const published = expression(vocabulary.any('published'), 'giu');
  for (const line of ends) {
    const date = dates.find(({ from, to }) => from >= line.from && to <= line.to);
    if (!date || date.value.length < 10 || !date.certain) continue;
    const beside = text.slice(line.from, date.from) + text.slice(date.to, line.to);
    const rest = beside.replace(day, '').replace(published, '').replace(CLOCK, '');
    if (rest.trim().split(/\s+/).length <= 4 && rest.length <= 40) return { line, date };
  }
  return undefined;
}

/** True for words that all begin with a capital letter, as the name of an organisation does in most languages. */
function isBareName(words: string): boolean {
  return (
    words.split(' ').length <= 8 &&
    words.split(' ').every((word) => /^[(“"]?\p{Lu}|^(?:of|for|the|de|la|des|et|y|e|di|do|da)$/u.test(word))
  );
}

/** True for what tells of harm in capitals: "UNION LEADER DETAINED". */
function isHeadline(words: string, { vocabulary }: Reading): boolean {
  const harm = expression(vocabulary.any('harm'), 'iu');
  return /^[^\p{Ll}]*\p{Lu}[^\p{Ll}]*$/u.test(words) && harm.test(words);
}

/** A short line without an end at the foot, or the top, that names an organisation. */
function findIssuer(
  reading: Reading,
  title: Span | undefined,
  isDateline: (p: Passage) => boolean,
): Passage | undefined {
  const { text, passages, vocabulary } = reading;
  const organisation = expression(vocabulary.any('organisations'), 'iu');
  // A title often stands twice: above the text, and at its head.
  const named = title && wordsOf(text, title);
  const isTitle = (passage: Passage) => passage === title || wordsOf(text, passage) === named;
  const office = expression(`^(?:\\p{L}+\\s)?${vocabulary.any('roles')}$`, 'iu');
  const isName = (passage: Passage) => {
    const words = wordsOf(text, passage);
    const isShort = vocabulary.language.startsWith('zh') ? words.length <= 40 : words.split(' ').length <= 12;
    const kind = kindOfName(words);
    return (
      !isTitle(passage) &&
      !isDateline(passage) &&
      passage.kind !== 'item' &&
      isShort &&
      words.length <= 120 &&
      !/[!?:：;,]$|[@\d]/u.test(words) &&
      !/[.。]$/.test(words.replace(/(?:e\.V|Inc|Ltd)\.$/, '')) &&
      !isHeadline(words, reading) &&
      (organisation.test(words) || kind === 'union')
    );
  };
  // "Yours sincerely" under which nobody's name stands.
  const formula = expression(`^${vocabulary.any('closing')}[,.]?$`, 'iu');
  const isPerson = (passage: Passage) =>
    passage.kind === 'line' &&
    !isTitle(passage) &&
    !formula.test(wordsOf(text, passage)) &&
    !isHeadline(wordsOf(text, passage), reading) &&
    !office.test(wordsOf(text, passage)) &&
    !isDateline(passage) &&
    !isContact(text, passage) &&
    /^\p{Lu}[\p{L}\p{M}’'&. -]{3,60}[\p{L}\p{M}]$/u.test(wordsOf(text, passage));
  const closing = findClosing(reading);
  const signer = closing < 0 ? undefined : passages.slice(closing + 1, closing + 3).find(isPerson);
  const foot = passages.slice(-12).toReversed().find(isName);
  // Else the last line that could be a name; somebody confirms it.
  const last = passages.at(-1);
  const plainFoot = [last, passages.at(-2)].find((passage) => passage && isPerson(passage));
  const top = passages.slice(0, 4).find(isName);
  // "Mill Workers’ Defence Campaign" above its own text is both.
  const names = expression(
    `${vocabulary.any('organisations')}(?:$|\\s(?:of|for|in|de|du|des|di|da|do|der|für)\\s)`,
    'iu',
  );
  const isOwnTitle = title && names.test(named!) && isBareName(named!);
  return (
    foot ??
    top ??
    signer ??
    plainFoot ??
    (isOwnTitle ? passages.find((passage) => passage === title) : undefined)
  );
}
