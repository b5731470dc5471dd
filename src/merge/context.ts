import { demandsFor, isMeantFor } from '../model/addressee.ts';
import type { Fact } from '../model/appeal.ts';
import type { Campaign } from '../model/campaign.ts';
import type { Contact } from '../model/contact.ts';
import { likelyLanguage } from '../model/country.ts';
import { type Event, eventsOn } from '../model/event.ts';
import type { Figure } from '../model/figure.ts';
import { frenchSpaces, hasFrenchSpaces } from '../model/french-spaces.ts';
import { foreignScript, runsLeft, scriptOf } from '../model/script.ts';
import type { Sender, Signatory } from '../model/sender.ts';
import { nameIn, type Text, wordingIn } from '../model/text.ts';
import { eventWord, type Words } from '../model/words.ts';
import { organisationOf } from './address.ts';
import { countryForm } from './countries.ts';
import { fillPattern, formatDate, formatMoment, formatTime, sentenceCase } from './forms.ts';
import type { Imprint } from './imprint.ts';
import { inlineOf, type Literal, literalText } from './markdown.ts';
import { toldOf, withReads } from './origin.ts';
import type { APPEAL_FIELDS, EVENT_FIELDS } from './shape.ts';
import type { Speaker } from './speaker.ts';

/** What a document is merged from. */
export interface MergeJob {
  readonly material: 'letter' | 'leaflet' | 'page' | 'mail';
  readonly kind: string;
  readonly language: string;
  readonly campaign: Campaign;
  readonly words: Words;
  readonly target?: Contact | undefined;
  /** The one event that the document is for; all that suit it where it is left out. */
  readonly event?: Event | undefined;
  readonly sender?: Sender | undefined;
  /** Whether it says "we" or "I"; several where it is left out. */
  readonly speaker?: Speaker | undefined;
  /** Those who sign it together. */
  readonly signatories?: readonly Signatory[] | undefined;
  /** Day of an earlier letter that had no answer. */
  readonly followUp?: string | undefined;
  /** A sentence of the sender's own; that of the sender's file where it is left out. */
  readonly ownWords?: string | undefined;
  /** Who answers for it in law, as the country of its readers wants it said. */
  readonly imprint?: Imprint | undefined;
  /** Number the sources, and put the numbers after what is told from them. */
  readonly notes?: boolean | undefined;
  /** Keep where each stretch of text comes from; the templates must be gathered for it. */
  readonly explain?: boolean | undefined;
  /** Day that the document bears. */
  readonly date: string;
}

/** Languages in which texts are looked up: the document's, then the fallback that the appeal names. */
export function languagesOf({ campaign, language }: MergeJob): string[] {
  const fallback = campaign.languages.find((l) => l.tag === language)?.fallback;
  return fallback ? [language, fallback] : [language];
}

/** A text in the first of the languages that it has. */
export function textIn(text: Text | undefined, languages: readonly string[]): string | undefined {
  return languages.map((language) => printedIn(text, language)).find((wording) => wording !== undefined);
}

/** A wording as it is printed: French with a space at which no line ends before its signs, whoever typed it. */
function printedIn(text: Text | undefined, language: string): string | undefined {
  const wording = wordingIn(text, language);
  return wording !== undefined && hasFrenchSpaces(language) ? frenchSpaces(wording) : wording;
}

/** The same as literal text that says its language where that is the fallback's. */
export function literalIn(text: Text | undefined, languages: readonly string[]): Literal | undefined {
  const language = languages.find((tag) => wordingIn(text, tag) !== undefined);
  if (language === undefined) return undefined;
  return {
    kind: 'inline',
    content: literalText(printedIn(text, language)!, foreignStyle(language, languages)),
  };
}

/** How a text in another language than its document's stands there: apart where it runs the other way, with its full stop. */
export function foreignStyle(
  language: string | undefined,
  [own]: readonly string[],
): { language?: string; isolate?: boolean } {
  if (language === undefined || language === own) return {};
  return runsLeft(language) === runsLeft(own!) ? { language } : { language, isolate: true };
}

/** The facts that a document may tell, in their order. */
export function tellableFacts({ campaign, target }: MergeJob): Fact[] {
  return campaign.facts.filter((fact) => fact.status !== 'withdrawn' && isMeantFor(fact.concerns, target));
}

/**
 * Day whose state of knowledge is printed: that of the appeal, if the document isn't older; a month stands for all of
 * its days. Without one, all that was said by the day of the document is known.
 */
export function knowledgeDay({ campaign, date }: Pick<MergeJob, 'campaign' | 'date'>): string {
  const { asOf } = campaign.appeal;
  return asOf === undefined || date <= `${asOf}-99` ? date : asOf;
}

/** All figures with their facts. */
export function figuresOf(facts: readonly Fact[]): { fact: Fact; figure: Figure }[] {
  return facts.flatMap((fact) => fact.figures.map((figure) => ({ fact, figure })));
}

/** A value from the data, whose direction and language are its own. */
export function ownText(text: string, language?: string): Literal {
  return { kind: 'inline', content: literalText(text, { isolate: true, language }) };
}

/** A name in the first of the languages that it has, else in any, which it says. */
function nameText(name: string | Text, languages: readonly string[]): Literal {
  const { text, language } = nameIn(name, languages);
  return ownText(text, language ?? foreignScript(text, languages[0]!));
}

/** Values that a template can name: with those of `peopleContext`, in the shape of `CONTEXT`. */
export function sharedContext(job: MergeJob): Record<string, unknown> {
  const { campaign, target } = job;
  const { demands, actions, example } = campaign.appeal;
  const languages = languagesOf(job);
  const say = (text: Text | undefined) => literalIn(text, languages);
  const events = eventsFor(job);
  const heading = ownLiteral(headingOf(events, job.words));
  const place = countryForm(campaign.appeal.country, 'in', job.words);
  return {
    appeal: appealContext(job, languages),
    language: job.language,
    example: say(example),
    demands: demandsFor(demands, target).map(({ id, text, own }) => ({
      id,
      text: say(text),
      own: own === true,
    })),
    inCountry: place && ownLiteral(place),
    whatHappened: ownLiteral(happenedOf(place, job.words)),
    oneDemand: demandsFor(demands, target).length === 1,
    actions: actions.map(({ kind, text }) => ({ kind, text: say(text) })),
    eventsHeading: job.explain
      ? withReads(
          heading,
          events.map(({ id }) => `event/${id}`),
        )
      : heading,
    events: events.map((event) =>
      toldOf(job, `event/${event.id}`, eventContext(event, job.words, languages)),
    ),
  };
}

/** What the words of the language say. */
function ownLiteral(text: string): Literal {
  return { kind: 'inline', content: literalText(text) };
}

/** What stands over the facts: with the country where the language has it in a sentence. */
function happenedOf(place: string | undefined, words: Words): string {
  const pattern = place === undefined ? undefined : words.countries?.happened;
  return pattern === undefined ? words.labels['what-happened'] : fillPattern(pattern, { in: place! });
}

/** Events that a document names: its own, else those that its kind is made for, else all; none that is over. */
function eventsFor({ campaign, kind, event, date }: MergeJob): readonly Event[] {
  if (event) return [event];
  const isHistory = campaign.appeal.example !== undefined;
  const coming = campaign.events.filter((e) => isHistory || e.example || e.date >= date);
  return eventsOn(kind, coming);
}

/** What stands over the events: a call to them only where all are of the kind that it names. */
function headingOf(events: readonly Event[], words: Words): string {
  const { labels } = words;
  const [first, ...more] = events;
  if (!first || more.some(({ kind }) => kind !== first.kind) || first.kind === 'other')
    return labels['when-and-where'];
  return first.kind === 'picket' || first.kind === 'demonstration'
    ? labels[first.kind]
    : eventWord(words, first.kind);
}

/** Values that a template can name of those who write and who is written to. */
export function peopleContext({ target, ...job }: MergeJob): Record<string, unknown> {
  return {
    target: target && { ...ownTexts(target), ...nameOf(target, job.language) },
    ...senderContext(job),
  };
}

/** The same of those who write alone. */
export function senderContext({
  sender,
  language,
  ...job
}: Pick<MergeJob, 'sender' | 'language' | 'ownWords'>): Record<string, unknown> {
  const ownWords = job.ownWords ?? sender?.ownWords;
  return {
    sender: sender && ownTexts(sender),
    ownWords: ownWords && ownText(ownWords, foreignScript(ownWords, language)),
  };
}

function appealContext(job: MergeJob, languages: readonly string[]) {
  const { appeal } = job.campaign;
  const say = (text: Text | undefined) => literalIn(text, languages);
  const { address, email } = appeal.issuer;
  return {
    id: appeal.id,
    title: say(appeal.title),
    headline: say(appeal.headline) ?? say(appeal.title),
    subject: say(appeal.subject) ?? say(appeal.title),
    summary: say(appeal.summary),
    lead: leadOf(job, languages),
    issuer: nameText(appeal.issuer.name, languages),
    issuerAddress: address && ownText(address),
    issuerEmail: email && ownText(email),
    issued: formatDate(appeal.issued, job.words),
    actBefore: appeal.actBefore && formatDate(appeal.actBefore, job.words),
    boycott: say(appeal.boycott),
    url: appeal.url && ownText(appeal.url),
  } satisfies Record<(typeof APPEAL_FIELDS)[number], unknown>;
}

/**
 * What stands under the headline: the title, or the summary where the title is the headline already; under that of a
 * press release, which is the subject, the summary. Nothing is said twice.
 */
function leadOf({ campaign, kind }: MergeJob, languages: readonly string[]): Literal | undefined {
  const { title, headline, subject, summary } = campaign.appeal;
  const isRelease = kind === 'press-release';
  const shown = isRelease ? subject : headline;
  const [heading, name, lead] = [shown ?? title, title, summary].map((text) => textIn(text, languages));
  if (!isRelease && name !== heading) return literalIn(title, languages);
  return lead === heading ? undefined : literalIn(summary, languages);
}

function eventContext(event: Event, words: Words, languages: readonly string[]) {
  const { date, time, address, city, calledBy, url } = event;
  const place = placeText(event, languages);
  const [street, town] = [address && nameText(address, languages), nameText(city, languages)];
  return {
    id: event.id,
    kind: eventWord(words, event.kind),
    title: literalIn(event.title, languages) ?? eventWord(words, event.kind),
    date: formatDate(date, words, true),
    time: time && formatTime(time, words),
    when: sentenceCase(time ? formatMoment(date, time, words) : formatDate(date, words, true), words),
    place,
    address: street,
    city: town,
    where: joinParts([place, street, town], words),
    calledBy: calledBy && nameText(calledBy, languages),
    url: url && ownText(url),
    example: event.example === true,
  } satisfies Record<(typeof EVENT_FIELDS)[number], unknown>;
}

/**
 * The place of an event, in the letters that stand there behind the name in the document's own: who looks for
 * "Independence Square" in Kyiv reads "Майдан Незалежності" on the signs.
 */
function placeText({ place, country }: Event, languages: readonly string[]): Literal {
  const own = nameText(place, languages);
  const local = country && likelyLanguage(country);
  const there = local && typeof place !== 'string' ? wordingIn(place, local) : undefined;
  const isOther = there !== undefined && scriptOf(local!) !== scriptOf(languages[0]!);
  const shown = typeof place === 'string' ? undefined : textIn(place, languages);
  // Where the letters there are those of the name already, it stands once.
  if (!isOther || shown === undefined || shown === there) return own;
  const behind = [
    ...literalText(' ('),
    ...literalText(there, { isolate: true, language: local }),
    ...literalText(')'),
  ];
  return { kind: 'inline', content: [...inlineOf(own), ...behind] };
}

/** Parts on one line with the language's comma between them; each keeps its own direction. */
export function joinParts(parts: readonly (Literal | string | undefined)[], words: Words): Literal {
  const said = parts.flatMap((part) => (typeof part === 'object' && inlineOf(part).length > 0 ? [part] : []));
  const join = literalText(words.labels['part-join']);
  return {
    kind: 'inline',
    content: said.flatMap((part, i) => [...(i > 0 ? join : []), ...inlineOf(part)]),
  };
}

function nameOf(target: Contact, language: string): { organisation: Literal } {
  const name = organisationOf(target, language);
  return { organisation: ownText(name.text, name.language) };
}

/** Every text of a record as a value of its own; lists stay lists. */
function ownTexts(record: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(record).map(([key, value]) => [key, typeof value === 'string' ? ownText(value) : value]),
  );
}
