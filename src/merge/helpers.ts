import { CLOSING_OF, CLOSINGS, type Closing, isSolidarity, LETTER_KINDS } from '../model/addressee.ts';
import type { Block, Inline } from '../model/block.ts';
import { namedCopies } from '../model/copies.ts';
import { NAMED_KINDS, type NamedKind } from '../model/country-words.ts';
import { foreignScript } from '../model/script.ts';
import { type Name, nameIn } from '../model/text.ts';
import { isPartialDate } from '../model/values.ts';
import { LABELS } from '../model/words.ts';
import { addressLines, attentionOf, courtesyOf, salutationOf, senderLines } from './address.ts';
import { joinParts, languagesOf, literalIn, type MergeJob, textIn } from './context.ts';
import { cityForm, languageForm, organisationForm } from './countries.ts';
import { deadlineText } from './deadline.ts';
import { namesEverybody, tellDemands } from './demands.ts';
import { fillPattern, formatDate, formatList, formatNumber, labelledParts } from './forms.ts';
import type { Helpers } from './helper-forms.ts';
import { helperError } from './helper-forms.ts';
import { imprintLines } from './imprint.ts';
import { inlineOf, isLiteral, type Literal, listOf, literalText } from './markdown.ts';
import { withReads } from './origin.ts';
import { tellPeople } from './people.ts';
import { noteRead } from './reads.ts';
import { recipientsOf } from './recipients.ts';
import { signatoriesOf } from './signatories.ts';
import { tellState } from './state.ts';
import {
  type Merging,
  showFigures,
  tellAsOf,
  tellFact,
  tellFacts,
  tellFigure,
  tellSourceLine,
  tellSources,
} from './tell.ts';

/** The helpers of one document. What has nothing to say gives nothing. */
export function documentHelpers(merging: Merging): Helpers {
  const { job, reads } = merging;
  const { campaign, words, target, sender } = job;
  const { appeal } = campaign;
  const languages = languagesOf(job);
  const told = (read: string, text: Literal | undefined) =>
    job.explain && text ? withReads(text, [read]) : text;
  return {
    facts: ([role], options) => tellFacts(merging, textOf(role), options),
    fact: ([id], options) => tellFact(merging, textOf(id), options),
    figure: ([quantity], options) => tellFigure(merging, textOf(quantity), options),
    figures: ([quantity]) => showFigures(merging, quantity === undefined ? undefined : textOf(quantity)),
    demands: (_, options) => ({ kind: 'blocks', blocks: tellDemands(merging, options) }),
    actions: (_, { kind }) => {
      const actions = appeal.actions.filter((action) => kind === undefined || action.kind === kind);
      for (const { kind: of, text } of actions) noteRead(reads, `action/${of}`, textIn(text, languages));
      const texts = actions.map((a) => told(`action/${a.kind}`, literalIn(a.text, languages)));
      return listOf(itemsOf(texts), false);
    },
    people: () => tellPeople(merging),
    date: ([date], { weekday }) => formatDate(dateOf(date ?? job.date), words, weekday === true),
    number: ([value]) => formatNumber(numberOf(value), words),
    list: ([values]) => formatList(Array.isArray(values) ? values.map(textOf) : [textOf(values)], words),
    sources: (_, options) => tellSources(merging, options),
    salutation: () => {
      const address = salutationOf(target, words);
      const { opening } = courtesyOf(target, closingFor(job, undefined), words);
      if (opening === undefined) return address;
      return {
        kind: 'inline',
        content: [...literalText(address), { kind: 'break' }, ...literalText(opening)],
      };
    },
    closing: ([kind]) => {
      const salutation = salutationOf(target, words).replace(/(?<![\p{P}\s])[\p{P}\s]+$/u, '');
      const { closing } = courtesyOf(target, closingFor(job, kind), words);
      return fillPattern(closing, { salutation });
    },
    address: () => target && linesOf(addressLines(target, words, sender)),
    attention: () => target && attentionOf(target, words),
    dateline: () => {
      const date = formatDate(job.date, words);
      const { dateline, labels } = words;
      // "Berlin, den 5. Mai", but "Berlin, Mai 2021".
      const isDay = job.date.length >= 10;
      if (!sender?.city) return isDay ? fillPattern(dateline.alone, { date }) : date;
      return besidePlace(isDay ? dateline.with : `{place}${labels['part-join']}{date}`, sender.city, date);
    },
    copies: () => ({ kind: 'blocks', blocks: copiesOf(merging) }),
    deadline: () => {
      const text = deadlineText(appeal, words, job.date);
      if (text !== undefined) noteRead(reads, 'appeal/actBefore', text);
      return text;
    },
    state: () => tellState(merging),
    followUp: () => {
      if (job.followUp === undefined) return undefined;
      const date = formatDate(job.followUp, words);
      const text = fillPattern(words.labels['wrote-before'], { date }).replace(/\.\.(?= |$)/, '.');
      noteRead(reads, 'follow-up', text);
      return text;
    },
    sourceLine: (_, options) => tellSourceLine(merging, options),
    asOf: () => tellAsOf(merging),
    edition: () => ({ kind: 'inline', content: merging.edition }),
    label: ([name]) => labelOf(job, textOf(name)),
    labelled: ([name, ...values]) =>
      sayLabelled(
        textOf(name),
        job,
        values.flatMap((value) => (value === undefined || value === '' ? [] : [literalOf(value)])),
      ),
    parts: (values) =>
      joinParts(
        values.flatMap((value) => (value === undefined || value === '' ? [] : [literalOf(value)])),
        words,
      ),
    line: (names) =>
      blocksOf({
        kind: 'signature-row',
        role: 'body',
        labels: names.map((name) => literalText(labelOf(job, textOf(name)))),
        colon: labelledParts('', words).before,
      }),
    addressees: (_, { unlessNamed }) => {
      if (unlessNamed === true && namesEverybody(job)) return undefined;
      const names = recipientsOf(merging).map(nameLiteral);
      return names.length <= MOST_IN_A_LINE ? sayLabelled('to-be-sent-to', job, names) : undefined;
    },
    recipients: () => listOf(recipientsOf(merging).map(nameLiteral).map(inlineOf), false),
    signatureTable: () =>
      blocksOf({
        kind: 'signature-table',
        role: 'body',
        columns: (['name', 'place', 'signature'] as const).map((name) => literalText(words.labels[name])),
      }),
    picture: ([role]) => ({
      kind: 'blocks',
      blocks: pictureOf(merging, role === 'logo' ? 'logo' : 'picture'),
    }),
    imprint: () => ({ kind: 'blocks', blocks: imprintOf(job) }),
    code: () => ({ kind: 'blocks', blocks: codesOf(merging) }),
    senderAddress: () => sender && linesOf(senderLines(sender, target, words)),
    // Where many sign together, nobody signs by hand.
    signature: () => (sender || !job.signatories ? blocksOf(signatureOf(job)) : undefined),
    bySender: ([several, one, woman = one, man = one]) =>
      textOf({ several, one, woman, man }[job.speaker ?? 'several']),
    byAddressee: ([wording, woman = wording, man = wording]) =>
      textOf({ female: woman, male: man, unknown: wording }[target?.gender ?? 'unknown']),
    inCity: ([city]) => cityForm(literalOf(city), words),
    inLanguage: ([tag]) => languageForm(textOf(tag), words) ?? textOf(tag),
    ofName: ([name, kind]) => organisationForm(literalOf(name), namedKind(kind), words),
    signatories: () => ({ kind: 'blocks', blocks: signatoriesOf(merging) }),
  };
}

/** Place and date; a place in Latin letters doesn't draw the day of an Arabic date to its side. */
function besidePlace(pattern: string, place: string, date: string): Literal {
  const [before, ...after] = pattern.split('{place}').map((part) => literalText(fillPattern(part, { date })));
  return { kind: 'inline', content: [...before!, ...literalText(place, { isolate: true }), ...after.flat()] };
}

function blocksOf(block: Block): Literal {
  return { kind: 'blocks', blocks: [block] };
}

/** More addressees than these stand in a list, not in a line. */
const MOST_IN_A_LINE = 6;

/** A label with what it names, on one line; nothing where there is nothing to name. */
function sayLabelled(label: string, job: MergeJob, values: readonly Literal[]): Literal | undefined {
  if (values.length === 0) return undefined;
  const { before, after } = labelledParts(labelOf(job, label), job.words);
  const said = inlineOf(joinParts(values, job.words));
  return { kind: 'inline', content: [...literalText(before), ...said, ...literalText(after)] };
}

function nameLiteral({ text, language }: Name): Literal {
  return { kind: 'inline', content: literalText(text, { isolate: true, language }) };
}

/** A label of the language that needs no filling in. */
function labelOf({ words }: MergeJob, name: string): string {
  const label = LABELS.find((l) => l === name);
  if (!label) throw helperError('template-data/label', { name: JSON.stringify(name) });
  return words.labels[label];
}

/** What is named: an organisation, where the template doesn't say. */
function namedKind(kind: unknown = 'organisation'): NamedKind {
  const found = NAMED_KINDS.find((one) => one === textOf(kind));
  return found ?? 'organisation';
}

/** A value of a template as something that can be printed. */
function literalOf(value: unknown): Literal {
  return isLiteral(value) ? value : { kind: 'inline', content: literalText(textOf(value)) };
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

function textOf(value: unknown): string {
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  if (isLiteral(value)) {
    return inlineOf(value)
      .map((inline) => (inline.kind === 'text' ? inline.text : '\n'))
      .join('');
  }
  throw helperError('template-data/missing', {});
}

function dateOf(value: unknown): string {
  const date = textOf(value);
  if (isPartialDate(date)) return date;
  throw helperError('template-data/date', { found: JSON.stringify(date) });
}

function numberOf(value: unknown): number {
  const number = Number(textOf(value));
  if (Number.isFinite(number)) return number;
  throw helperError('template-data/number', { found: JSON.stringify(value) ?? '' });
}

function linesOf(lines: readonly Name[]): Extract<Literal, { kind: 'inline' }> {
  const content = lines.flatMap(({ text, language, isName }, i): Inline[] => [
    ...(i > 0 ? [{ kind: 'break' } as const] : []),
    ...literalText(text, { isolate: true, language, isName }),
  ]);
  return { kind: 'inline', content };
}

/** The texts that there are, as items of a list. */
function itemsOf(texts: readonly (Literal | undefined)[]): (readonly Inline[])[] {
  return texts.flatMap((text) => (text === undefined ? [] : [inlineOf(text)]));
}

/** The appeal's first picture, or its issuer's logo, with what it shows and who made it. */
function pictureOf({ job, reads }: Merging, role: 'picture' | 'logo'): Block[] {
  const image = job.campaign.appeal.images?.find((one) => one.role === role);
  if (!image) return [];
  const alt = textIn(image.alt, languagesOf(job)) ?? '';
  const credit = [image.credit, image.rights]
    .flatMap((part) => (part === undefined ? [] : nameIn(part, languagesOf(job)).text))
    .join(job.words.labels['part-join']);
  noteRead(reads, `picture/${image.id}`, `${alt}\n${credit}`);
  return [{ kind: 'picture', role, picture: image.id, alt, credit: literalText(credit, { isolate: true }) }];
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

/** Who answers for a leaflet, in the language of the law that asks for it. */
function imprintOf({ imprint, kind, language: own }: MergeJob): Block[] {
  if (!imprint) return [];
  const language = imprint.language === own ? undefined : imprint.language;
  const lines = imprintLines(imprint, kind);
  if (lines.length === 0) return [];
  const content = literalText(lines.join('. '), { isolate: true, language });
  return [{ kind: 'paragraph', role: 'imprint', language, content }];
}

/** The campaign's page as a code; said to be a source where it is one. */
function codesOf({ job, reads }: Merging): Block[] {
  const { campaign, words } = job;
  const { url, sources } = campaign.appeal;
  if (url === undefined) return [];
  noteRead(reads, 'appeal/url', url);
  const isSource = sources.some((source) => source.url === url);
  const label = isSource ? literalText(labelledParts(words.labels.source, words).before) : [];
  const address = { kind: 'text', text: url, isolate: true, href: url } as const;
  return [{ kind: 'code', role: 'code', url, content: [...label, address] }];
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
