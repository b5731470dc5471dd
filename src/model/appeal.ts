import { z } from 'zod';
import { CONTACT_KINDS, presentKind } from './contact.ts';
import { figure, voice } from './figure.ts';
import { imprint } from './imprint.ts';
import { LEAFLET_STYLES, MATERIAL_KINDS } from './material.ts';
import { noted } from './notes.ts';
import { source, sourceId } from './source.ts';
import { languageTag, name as localName, REVIEW_STATES, text } from './text.ts';
import { country, email, id, partialDate, webUrl, words } from './values.ts';

/** Whom something is put to or concerns: id or kind of a contact, its role in the events, or the code of a state. */
export const addressee = noted(words.overwrite(presentKind), { refersTo: 'addressee' });

/** How far a fact is established. */
export const FACT_STATUSES = ['reported', 'confirmed', 'disputed', 'corrected', 'withdrawn'] as const;
export type FactStatus = (typeof FACT_STATUSES)[number];

/**
 * `event`: what the appeal is about; `background`: how it came to it; `commentary`: the issuer's opinion;
 * `record`: kept for its figures, and printed only where a template names it.
 */
export const FACT_ROLES = ['event', 'background', 'commentary', 'record'] as const;
export type FactRole = (typeof FACT_ROLES)[number];

/** One statement of what happened. */
export const fact = noted(
  z.strictObject({
    id,
    role: z.enum(FACT_ROLES).default('event'),
    date: partialDate.optional(),
    /** Last day, where it lasted. */
    until: partialDate.optional(),
    place: localName.optional(),
    /** Whole sentences; `{quantity}` stands where a figure of this fact is printed. */
    text,
    /** A shorter wording for leaflets; `text` where it is left out. */
    short: text.optional(),
    sources: z.array(sourceId).min(1),
    status: z.enum(FACT_STATUSES).default('reported'),
    asOf: partialDate.optional(),
    /**
     * Words of its text that stand there as its source says them, and are questioned no more: a day that another
     * source, or the calendar, has differently ("Wednesday 22"), a number that counts nothing ("Article 174").
     */
    asSaid: z.array(words).optional(),
    /** Who did it, according to the sources; left out where they don't say. */
    actor: words.optional(),
    /** Those whose letters may use this fact; all where it is left out. */
    concerns: z.array(addressee).optional(),
    figures: z.array(figure).default([]),
  }),
  { thing: { name: 'fact', key: 'id' } },
);
export type Fact = z.infer<typeof fact>;

/** A file of facts. */
export const facts = z.array(fact);

/** What is asked, and of whom. */
export const demand = noted(
  z.strictObject({
    id,
    text,
    /** Those that it is put to; all where it is left out. */
    of: z.array(addressee).optional(),
    /** Sources that raised it; `own` marks a demand of the sender's own. */
    sources: z.array(sourceId).optional(),
    own: z.boolean().optional(),
  }),
  { thing: { name: 'demand', key: 'id', main: 'text' } },
);
export type Demand = z.infer<typeof demand>;

/** Kinds of action that an appeal calls for. */
const ACTION_KINDS = ['letter', 'picket', 'demonstration', 'boycott', 'donate', 'meeting', 'other'] as const;
export type ActionKind = (typeof ACTION_KINDS)[number];

/** What the appeal calls people to do. */
export const action = noted(z.strictObject({ kind: z.enum(ACTION_KINDS), text }), {
  thing: { name: 'action', key: 'kind', main: 'text' },
});

/**
 * Whether a person's name is printed: naming can protect somebody, and can harm. Nobody is named whom nobody decided
 * to name. `initials` tells that there is a person, without who it is.
 */
const PUBLISHING = ['yes', 'no', 'initials'] as const;

/** Somebody the appeal is about; the name in each language or script (`Latn`, `Cyrl`) that is needed. */
export const person = noted(
  z.strictObject({
    id,
    name: z.record(z.string(), words),
    role: text.optional(),
    /** Other spellings that are in use. */
    also: z.array(words).optional(),
    /** Where the name is read: one source, or a list. */
    source: sourceId.optional(),
    sources: z.array(sourceId).min(1).optional(),
    /** Day on which the spelling was last held against them. */
    asOf: partialDate.optional(),
    status: z.enum(FACT_STATUSES).default('reported'),
    /** Whether letters, leaflets and pages name them: `yes`, `no` or `initials`. Ask them or those close to them; who isn't asked isn't named. */
    publish: z.enum(PUBLISHING).optional(),
    /** Those whose letters may name them; all where it is left out. */
    concerns: z.array(addressee).optional(),
  }),
  { thing: { name: 'person', key: 'id', main: 'role' } },
);
export type Person = z.infer<typeof person>;

/** Ids of all sources of a name, whichever form the data has. */
export function sourcesOf({ source, sources = [] }: Pick<Person, 'source' | 'sources'>): string[] {
  return [...new Set([...(source === undefined ? [] : [source]), ...sources])];
}

/** A language of the appeal. `fallback` names the language that steps in where a text is missing. */
const appealLanguage = z.union([
  languageTag,
  z.strictObject({
    tag: languageTag,
    review: z.enum(REVIEW_STATES).optional(),
    fallback: languageTag.optional(),
  }),
]);

/** Who issues the appeal. */
export const issuer = noted(
  z.strictObject({
    name: localName,
    address: words.optional(),
    email: words.optional(),
    url: webUrl.optional(),
  }),
  { thing: { name: 'appeal', key: '', main: 'name' } },
);

/** A picture or the issuer's logo; the file lies in the appeal's folder. */
const image = noted(
  z.strictObject({
    id,
    file: z.string().regex(/^(?!.*\.\.)[^/\\:][^\\:]*\.(png|jpe?g|svg)$/i, {
      error: 'expected a PNG, JPEG or SVG below the folder of the appeal, such as pictures/strike.jpg',
    }),
    role: z.enum(['picture', 'logo']).default('picture'),
    /** What it shows, for those who don't see it. */
    alt: text,
    /** Who made it; printed below. */
    credit: localName.optional(),
    /** On what terms it may be printed; printed below. */
    rights: localName.optional(),
  }),
  { thing: { name: 'picture', key: 'id', main: 'alt' } },
);

/** Somebody who gets a copy of each letter with demands. */
export const copy = noted(
  z.strictObject({
    /** As the letter names them under "Copies to". */
    name: localName,
    email: email.optional(),
    /** Gets it without the addressee knowing: never named in the letter. */
    private: z.boolean().optional(),
  }),
  { thing: { name: 'copy', key: '', main: 'name' } },
);
export type Copy = z.infer<typeof copy>;

/** What has become of an appeal: in all but the first two nobody is called to act any more. */
const APPEAL_STATES = ['open', 'urgent', 'won', 'closed', 'withdrawn'] as const;
type AppealStateName = (typeof APPEAL_STATES)[number];

/** What the appeal is now; since when, and where that can be read, once nobody is called to act any more. */
const appealState = noted(
  z
    .strictObject({
      is: z.enum(APPEAL_STATES),
      since: partialDate.optional(),
      source: sourceId.optional(),
      /** What came of it: "All twelve are free." */
      text: text.optional(),
    })
    .refine((state) => !isEnded(state) || (state.since !== undefined && state.source !== undefined), {
      error: 'expected since (the day) and source (where that can be read)',
    }),
  { thing: { name: 'state', key: 'is', main: 'text' } },
);
export type AppealState = z.infer<typeof appealState>;

/** True where nobody is called to act any more. */
export function isEnded<State extends { readonly is: AppealStateName }>(
  state: State | undefined,
): state is State & { readonly is: Exclude<AppealStateName, 'open' | 'urgent'> } {
  return state !== undefined && state.is !== 'open' && state.is !== 'urgent';
}

/** The head of an appeal: `appeal.json` or `appeal.yaml`. */
export const appealHead = noted(
  z.strictObject({
    $schema: z.string().optional(),
    /** What was taken from a text by rules and nobody has confirmed yet; nothing is made until it is empty. */
    unread: z.array(words).optional(),
    id,
    title: text,
    /** A few strong words for leaflets and placards; the title where it is left out. */
    headline: text.optional(),
    /** Subject line of letters; the title where it is left out. */
    subject: text.optional(),
    issuer,
    issued: partialDate,
    /** Day whose state of knowledge the material shows; `issued` where it is left out. */
    asOf: partialDate.optional(),
    /** Last day on which acting makes sense. */
    actBefore: partialDate.optional(),
    /** What holds after that day: acting is over, or the issuer has to be asked, which it is where this is left out. */
    afterDeadline: z.enum(['ask', 'closed']).optional(),
    /** What the appeal is now; open where it is left out. */
    state: appealState.optional(),
    /** Where it happened. */
    country: country.optional(),
    /** Set for an appeal that is not for sending; says why, per language. */
    example: text.optional(),
    languages: z.array(appealLanguage).min(1),
    summary: text,
    demands: z.array(demand).default([]),
    actions: z.array(action).default([]),
    /** Those that the appeal asks people to write to. */
    targets: z.array(addressee).default([]),
    /** Whom to send copies to: the union, the issuer, a lawyer, the press. */
    copies: z.array(copy).optional(),
    /** What the boycott is about: what to look for and refuse. */
    boycott: text.optional(),
    people: z.array(person).default([]),
    voices: z.array(voice).default([]),
    sources: z.array(source).min(1),
    /** What `make` makes; where it is left out, what fits the actions. */
    materials: z.array(z.enum(MATERIAL_KINDS)).optional(),
    /** How leaflets look; the bold poster where it is left out. */
    style: z.enum(LEAFLET_STYLES).optional(),
    /** Pictures for leaflets. */
    images: z.array(image).optional(),
    /** Who answers for leaflets; left to the local sender where it is left out. */
    imprint: imprint.optional(),
    /** Web page of the campaign, printed and coded on leaflets. */
    url: webUrl.optional(),
  }),
  { thing: { name: 'appeal', key: '' } },
);

export type AppealHead = z.infer<typeof appealHead>;

/** Names for what targets, concerns and demands may name besides contact ids. */
export const TARGET_KINDS: readonly string[] = CONTACT_KINDS;
