import { nameOfLanguage } from '../engine.ts';
import {
  LETTER_LAYOUT_IDS,
  LETTER_LAYOUTS,
  type LetterLayout,
  mirrorLayout,
  windowOf,
} from '../layout/letter-layouts.ts';
import { addressLines, organisationOf } from '../merge/address.ts';
import { mergeDocument } from '../merge/document.ts';
import { fillPattern, localeOf } from '../merge/forms.ts';
import type { TemplateSet } from '../merge/template.ts';
import { isSolidarity, letterFor } from '../model/addressee.ts';
import type { MergedDocument } from '../model/block.ts';
import type { Campaign } from '../model/campaign.ts';
import { channelsOf } from '../model/channel.ts';
import type { Contact } from '../model/contact.ts';
import { mailCopies } from '../model/copies.ts';
import { remember } from '../model/memory.ts';
import type { Signatory } from '../model/sender.ts';
import { CITY_PLACE, NAME_PLACE, type SiteWords, WORDS_PLACE } from '../model/site.ts';
import { type Name, nameIn } from '../model/text.ts';
import type { Words } from '../model/words.ts';
import type { Problem } from '../problems.ts';
import { narrowed } from './narrowed.ts';

/** What a site is made from. */
export interface SiteInput {
  readonly campaign: Campaign;
  readonly templates: TemplateSet;
  readonly words: ReadonlyMap<string, Words>;
  /** Texts of the page by language; English steps in. */
  readonly siteWords: ReadonlyMap<string, SiteWords>;
  /** Languages of the site; those of the appeal where it is left out. */
  readonly languages?: readonly string[] | undefined;
  readonly date: string;
  /** Those who signed together, named on the first page. */
  readonly signatories?: readonly Signatory[] | undefined;
}

/** A letter in the language that its contact reads: the same on the pages of all languages. */
interface SiteWording {
  /** The page's language, or the first that the contact reads. */
  readonly language: string;
  /** Merged with places for what the fields fill. */
  readonly document: MergedDocument;
  /** Short wordings for a mail, the fullest first; empty where there is no template for one. */
  readonly mails: readonly MergedDocument[];
  /** Who gets a copy of a mail; whoever is private stands nowhere on a page. */
  readonly cc: readonly string[];
  /** Sentences that mails may begin with; the first stands in `mails`. */
  readonly openings: readonly string[];
  /** Subjects that people wrote: the letter's, the title, the headline. */
  readonly subjects: readonly string[];
  /** Address line by line: from abroad, and from the contact's own country. */
  readonly address: { readonly abroad: readonly string[]; readonly home: readonly string[] };
  /** How place and date are written over the letter. */
  readonly dateline: Words['dateline'] & { readonly locale: string };
}

/** The letter to one contact, for readers of one language. */
export interface SiteLetter extends SiteWording {
  readonly contact: Contact;
  readonly organisation: Name;
  /** Said where the letter is in another language than the page, with the letter in the page's, merged for its page. */
  readonly translated?:
    | { readonly note: string; readonly merge: () => MergedDocument | undefined }
    | undefined;
}

/** The letter to a contact on the pages of a language. */
type LetterPlanner = (
  contact: Contact,
  pageWords: Words,
  labels: SiteWords['labels'],
) => { letter?: SiteLetter; problems: readonly Problem[] };

/** Merges letters to contacts: each once in a language that the contact reads, for the pages of all languages. */
export function startLetters(input: SiteInput): LetterPlanner {
  const { campaign, words } = input;
  const known = remember<string, ReturnType<typeof mergeWording>>();
  return (contact, pageWords, labels) => {
    const language = letterLanguage(contact, pageWords.language, campaign);
    const forms = words.get(language);
    if (!forms) return { problems: [] };
    const { wording, problems } = known.recall(`${contact.id} ${language}`, () =>
      mergeWording(contact, forms, input),
    );
    if (!wording) return { problems };
    const translated = {
      note: fillPattern(labels['letter-in'], { language: languageName(language, pageWords) }),
      merge: () => mergeLetter(contact, pageWords, input).document,
    };
    const letter = {
      ...wording,
      contact,
      organisation: organisationOf(contact, pageWords.language),
      translated: language === pageWords.language ? undefined : translated,
    };
    return { letter, problems };
  };
}

/** Whoever fills the fields in is one person, whose gender nobody asks. */
const WRITER = { name: NAME_PLACE, writes: 'I' } as const;

/** What letters to a contact have in common in all languages. */
function signedOf(target: Contact, { campaign, templates, date }: SiteInput) {
  const kind = letterFor(campaign.appeal.demands, target);
  return { target, ownWords: WORDS_PLACE, templates, date, kind } as const;
}

function mergeLetter(contact: Contact, words: Words, input: SiteInput) {
  const { campaign } = input;
  const { language } = words;
  const signed = signedOf(contact, input);
  return mergeDocument({ ...signed, material: 'letter', language, campaign, words, sender: WRITER });
}

/** Merges the letter to a contact in a language, and its short wordings. */
function mergeWording(
  contact: Contact,
  words: Words,
  input: SiteInput,
): { wording?: SiteWording; problems: readonly Problem[] } {
  const { language } = words;
  const { campaign, templates } = input;
  const { document, problems } = mergeLetter(contact, words, input);
  if (!document) return { problems };
  const signed = signedOf(contact, input);
  const { kind } = signed;
  const mail = templates.find(`mail/${kind}.${language}`) ?? templates.find(`mail/${kind}`);
  const sender = { ...WRITER, city: CITY_PLACE };
  const mails = (mail ? narrowed(campaign, contact, language) : []).map((less) =>
    mergeDocument({ ...signed, material: 'mail', language, campaign: less, words, sender }),
  );
  const { appeal } = campaign;
  const name = (text: typeof appeal.subject) => (text ? nameIn(text, [language]).text : undefined);
  const wording = {
    language,
    document,
    mails: mails.flatMap((merged) => merged.document ?? []),
    cc: isSolidarity(kind) ? [] : (mailCopies(appeal).cc ?? []),
    openings: (['mail-opening', 'mail-opening-2', 'mail-opening-3'] as const).map((l) => words.labels[l]),
    subjects: [name(appeal.subject), name(appeal.title), name(appeal.headline)].flatMap((s) => s ?? []),
    address: {
      abroad: addressOf(contact, words, undefined),
      home: addressOf(contact, words, contact.country),
    },
    dateline: { ...words.dateline, locale: localeOf(words) },
  };
  return { wording, problems: [...problems, ...mails.flatMap((merged) => merged.problems)] };
}

/** The page's language where the contact reads it, else the first of the appeal's that it reads. */
function letterLanguage(contact: Contact, language: string, { languages }: Campaign): string {
  const read = languages.map(({ tag }) => tag).filter((tag) => contact.languages.includes(tag));
  return read.includes(language) ? language : (read[0] ?? languages[0]!.tag);
}

function addressOf(contact: Contact, words: Words, country: string | undefined): string[] {
  if (!channelsOf(contact).includes('post')) return [];
  const sender = country === undefined ? undefined : { name: NAME_PLACE, country };
  return addressLines(contact, words, sender).map(({ text }) => text);
}

function languageName(tag: string, words: Words): string {
  return nameOfLanguage(tag, [localeOf(words), 'en']);
}

/** A form of letters as pages print it. */
interface PrintedLayout extends LetterLayout {
  /** Height of a line of the address, so that six of them stay in the window. */
  readonly line: number;
}

/** A form of letters for both directions of writing. */
export interface SiteLayout {
  readonly id: string;
  readonly ltr: PrintedLayout;
  readonly rtl: PrintedLayout;
}

/** Usual height of a line of an address, in millimetres. */
const LINE = 4.38;

/** The forms of letters that a page can print. */
export function siteLayouts(): SiteLayout[] {
  return LETTER_LAYOUT_IDS.map((id) => {
    const layout: LetterLayout = LETTER_LAYOUTS[id];
    const { always } = windowOf(layout);
    const line = Math.min(LINE, (always.y + always.height - layout.address.y) / layout.address.maxLines);
    return { id, ltr: { ...layout, line }, rtl: { ...mirrorLayout(layout), line } };
  });
}
