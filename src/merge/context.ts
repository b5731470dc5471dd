import type { Fact, Figure } from '../model/appeal.ts';
import type { Campaign } from '../model/campaign.ts';
import { type Contact, contact as contactSchema } from '../model/contact.ts';
import type { Event } from '../model/event.ts';
import { type Sender, sender as senderSchema } from '../model/sender.ts';
import { type Text, wordingIn } from '../model/text.ts';
import type { Words } from '../model/words.ts';
import { nameIn } from './address.ts';
import { formatDate } from './forms.ts';

/** What a document is merged from. */
export interface MergeJob {
  readonly material: 'letter' | 'leaflet';
  readonly kind: string;
  readonly language: string;
  readonly campaign: Campaign;
  readonly words: Words;
  readonly target?: Contact | undefined;
  readonly sender?: Sender | undefined;
  /** A sentence of the sender's own; that of the sender's file where it is left out. */
  readonly ownWords?: string | undefined;
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
  return languages.map((language) => wordingIn(text, language)).find((wording) => wording !== undefined);
}

/** True if something is meant for this target: by id, by kind, or for all. Without a target all of it is. */
export function isMeantFor(names: readonly string[] | undefined, target: Contact | undefined): boolean {
  return !names || !target || names.includes(target.id) || names.includes(target.kind);
}

/** The facts that a document may tell, in their order. */
export function tellableFacts({ campaign, target }: MergeJob): Fact[] {
  return campaign.facts.filter((fact) => fact.status !== 'withdrawn' && isMeantFor(fact.concerns, target));
}

/** All figures with their facts. */
export function figuresOf(facts: readonly Fact[]): { fact: Fact; figure: Figure }[] {
  return facts.flatMap((fact) => fact.figures.map((figure) => ({ fact, figure })));
}

/** The values that a template can name; every key is there, so that a missing value isn't a missing name. */
export function templateContext(job: MergeJob): Record<string, unknown> {
  const { campaign, words, target, sender } = job;
  const { appeal } = campaign;
  const languages = languagesOf(job);
  const say = (text: Text | undefined) => textIn(text, languages);
  return {
    appeal: {
      id: appeal.id,
      title: say(appeal.title),
      headline: say(appeal.headline) ?? say(appeal.title),
      subject: say(appeal.subject) ?? say(appeal.title),
      summary: say(appeal.summary),
      issuer: nameIn(appeal.issuer.name, job.language),
      issued: formatDate(appeal.issued, words),
      boycott: say(appeal.boycott),
      url: appeal.url,
    },
    target: target && {
      ...emptyFields(contactSchema.shape),
      ...target,
      organisation: nameIn(target.organisation, job.language),
    },
    sender: sender && { ...emptyFields(senderSchema.shape), ...sender },
    ownWords: job.ownWords ?? sender?.ownWords,
    language: job.language,
    example: say(appeal.example),
    demands: campaign.appeal.demands
      .filter((d) => isMeantFor(d.of, target))
      .map((d) => ({ id: d.id, text: say(d.text), own: d.own === true })),
    actions: campaign.appeal.actions.map((a) => ({ kind: a.kind, text: say(a.text) })),
    events: campaign.events.map((event) => eventContext(event, words, languages)),
  };
}

function eventContext(event: Event, words: Words, languages: readonly string[]): Record<string, unknown> {
  const date = formatDate(event.date, words, true);
  const place =
    typeof event.place === 'string'
      ? event.place
      : (textIn(event.place, languages) ?? nameIn(event.place, 'en'));
  return {
    id: event.id,
    kind: words.events[event.kind],
    title: textIn(event.title, languages) ?? words.events[event.kind],
    date,
    when: event.time ? `${date}, ${event.time}` : date,
    place,
    where: [place, event.address, event.city].filter((part) => part !== undefined).join(', '),
    city: event.city,
    address: event.address,
    calledBy: event.calledBy,
    url: event.url,
    example: event.example === true,
  };
}

function emptyFields(shape: object): Record<string, undefined> {
  return Object.fromEntries(Object.keys(shape).map((key) => [key, undefined]));
}
