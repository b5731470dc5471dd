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

/** The letter to one contact, for readers of one language. */
export interface SiteLetter {
  readonly contact: Contact;
  readonly organisation: Name;
  /** Language of the letter: the page's, or the first that the contact reads. */
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
  /** Said where the letter is in another language than the page, with the letter in the page's. */
  readonly translated?: { readonly note: string; readonly document?: MergedDocument | undefined } | undefined;
}

/** Merges the letter to a contact, its short wordings, and its translation where the contact reads another language. */
export function planLetter(
  contact: Contact,
  pageWords: Words,
  labels: SiteWords['labels'],
  { campaign, templates, words, date }: SiteInput,
): { letter?: SiteLetter; problems: Problem[] } {
  const language = letterLanguage(contact, pageWords.language, campaign);
  const forms = words.get(language);
  if (!forms) return { problems: [] };
  const kind = letterFor(campaign.appeal.demands, contact);
  const signed = { target: contact, ownWords: WORDS_PLACE, templates, date, kind } as const;
  // Whoever fills the fields in is one person, whose gender nobody asks.
  const sender = { name: NAME_PLACE, writes: 'I' } as const;
  const merge = (into: Words) =>
    mergeDocument({ ...signed, material: 'letter', language: into.language, campaign, words: into, sender });
  const { document, problems } = merge(forms);
  if (!document) return { problems };
  const mail = templates.find(`mail/${kind}.${language}`) ?? templates.find(`mail/${kind}`);
  const mails = (mail ? narrowed(campaign, contact, language) : []).map((less) =>
    mergeDocument({
      ...signed,
      material: 'mail',
      language,
      campaign: less,
      words: forms,
      sender: { ...sender, city: CITY_PLACE },
    }),
  );
  const { appeal } = campaign;
  const name = (text: typeof appeal.subject) => (text ? nameIn(text, [language]).text : undefined);
  const isHome = language === pageWords.language;
  const letter: SiteLetter = {
    contact,
    organisation: organisationOf(contact, pageWords.language),
    language,
    document,
    mails: mails.flatMap((merged) => merged.document ?? []),
    cc: isSolidarity(kind) ? [] : (mailCopies(appeal).cc ?? []),
    openings: (['mail-opening', 'mail-opening-2', 'mail-opening-3'] as const).map((l) => forms.labels[l]),
    subjects: [name(appeal.subject), name(appeal.title), name(appeal.headline)].flatMap((s) => s ?? []),
    address: {
      abroad: addressOf(contact, forms, undefined),
      home: addressOf(contact, forms, contact.country),
    },
    dateline: { ...forms.dateline, locale: localeOf(forms) },
    translated: isHome
      ? undefined
      : {
          note: fillPattern(labels['letter-in'], { language: languageName(language, pageWords) }),
          document: merge(pageWords).document,
        },
  };
  return { letter, problems: [...problems, ...mails.flatMap((merged) => merged.problems)] };
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
