import { CLOSING_OF, CLOSINGS, type Closing, isSolidarity, LETTER_KINDS } from '../model/addressee.ts';
import type { Block } from '../model/block.ts';
import { namedCopies } from '../model/copies.ts';
import { foreignScript } from '../model/script.ts';
import { nameIn } from '../model/text.ts';
import { addressLines, attentionOf, courtesyOf, salutationOf, senderLines } from './address.ts';
import { languagesOf, type MergeJob } from './context.ts';
import { fillPattern, formatDate, labelledParts } from './forms.ts';
import { type Helpers, helperError } from './helper-forms.ts';
import { linesOf, nameLiteral, textOf } from './helper-values.ts';
import { inlineOf, type Literal, literalText } from './markdown.ts';
import { noteRead } from './reads.ts';
import { signatoriesOf } from './signatories.ts';
import type { Merging } from './tell.ts';

/**
 * The helpers of a letter's parts: who writes to whom, when, in which form, with whose signature. They ask for the sender
 * when they are called: those of a master say the letters of one after the other.
 */
export function letterHelpers(merging: Merging) {
  const { job, reads } = merging;
  const { words, target } = job;
  return {
    salutation: () => greeting(job),
    closing: ([kind]) => {
      const salutation = salutationOf(target, words).replace(/(?<![\p{P}\s])[\p{P}\s]+$/u, '');
      const { closing } = courtesyOf(target, closingFor(job, kind), words);
      return fillPattern(closing, { salutation });
    },
    address: () => target && linesOf(addressLines(target, words, job.sender)),
    attention: () => target && attentionOf(target, words),
    senderAddress: () => job.sender && linesOf(senderLines(job.sender, target, words)),
    dateline: () => datelineOf(job),
    copies: () => ({ kind: 'blocks', blocks: copiesOf(merging) }),
    followUp: () => {
      if (job.followUp === undefined) return undefined;
      const date = formatDate(job.followUp, words);
      const text = fillPattern(words.labels['wrote-before'], { date }).replace(/\.\.(?= |$)/, '.');
      noteRead(reads, 'follow-up', text);
      return text;
    },
    // Where many sign together, nobody signs by hand.
    signature: () =>
      job.sender || !job.signatories ? { kind: 'blocks', blocks: [signatureOf(job)] } : undefined,
    signatories: () => ({ kind: 'blocks', blocks: signatoriesOf(merging) }),
    bySender: ([several, one, woman = one, man = one]) =>
      textOf({ several, one, woman, man }[job.speaker ?? 'several']),
    byAddressee: ([wording, woman = wording, man = wording]) =>
      textOf({ female: woman, male: man, unknown: wording }[target?.gender ?? 'unknown']),
  } satisfies Partial<Helpers>;
}

/** How the letter begins: the form of address, and the line that courtesy puts below it. */
function greeting(job: MergeJob): Literal | string {
  const address = salutationOf(job.target, job.words);
  const { opening } = courtesyOf(job.target, closingFor(job, undefined), job.words);
  if (opening === undefined) return address;
  return { kind: 'inline', content: [...literalText(address), { kind: 'break' }, ...literalText(opening)] };
}

/** Place and date as the language writes them: "Berlin, den 5. Mai", but "Berlin, Mai 2021". */
function datelineOf({ date: day, words, sender }: MergeJob): Literal | string {
  const date = formatDate(day, words);
  const { dateline, labels } = words;
  const isDay = day.length >= 10;
  if (!sender?.city) return isDay ? fillPattern(dateline.alone, { date }) : date;
  return besidePlace(isDay ? dateline.with : `{place}${labels['part-join']}{date}`, sender.city, date);
}

/** Place and date; a place in Latin letters doesn't draw the day of an Arabic date to its side. */
function besidePlace(pattern: string, place: string, date: string): Literal {
  const [before, ...after] = pattern.split('{place}').map((part) => literalText(fillPattern(part, { date })));
  return { kind: 'inline', content: [...before!, ...literalText(place, { isolate: true }), ...after.flat()] };
}

function closingFor({ kind }: MergeJob, asked: unknown): Closing {
  if (asked !== undefined) {
    const closing = CLOSINGS.find((c) => c === asked);
    if (!closing) throw helperError('template-data/closing', { name: JSON.stringify(asked) });
    return closing;
  }
  const letter = LETTER_KINDS.find((name) => name === kind);
  return letter ? CLOSING_OF[letter] : 'formal';
}

/** Who gets a copy of a letter with demands; what is private never stands there. */
function copiesOf({ job, reads }: Merging): Block[] {
  const { words, campaign, kind } = job;
  const letter = LETTER_KINDS.find((name) => name === kind);
  const copies = letter && isSolidarity(letter) ? [] : namedCopies(campaign.appeal);
  if (copies.length === 0) return [];
  const names = copies.map(({ name }) => nameIn(name, languagesOf(job)));
  noteRead(reads, 'appeal/copies', names.map(({ text }) => text).join('\n'));
  const join = literalText(words.labels['source-join']);
  const content = names.flatMap((name, i) => [...(i > 0 ? join : []), ...inlineOf(nameLiteral(name))]);
  const { before, after } = labelledParts(words.labels['copies-to'], words);
  const all = [...literalText(before), ...content, ...literalText(after)];
  return [{ kind: 'paragraph', role: 'copies', content: all }];
}

/** The sender's name and function; room to sign by hand without a sender. */
function signatureOf({ sender, words, language }: MergeJob): Block {
  const role = 'signature';
  if (!sender) return { kind: 'signature-line', role, label: literalText(words.labels['name-and-function']) };
  const lines = [sender.name, sender.role, sender.organisation].filter((text) => text !== undefined);
  const { content } = linesOf(
    lines
      .join('\n')
      .split(/\r\n|[\r\n\u2028\u2029]/)
      .map((text) => ({ text, language: foreignScript(text, language) })),
  );
  return { kind: 'paragraph', role, content };
}
