import { nameOfLanguage, nameOfRegion } from '../engine.ts';
import { addressLines, organisationOf } from '../merge/address.ts';
import { mergeDocument } from '../merge/document.ts';
import { fillPattern } from '../merge/forms.ts';
import type { TemplateSet } from '../merge/template.ts';
import { letterFor } from '../model/addressee.ts';
import type { MergedDocument } from '../model/block.ts';
import type { Campaign } from '../model/campaign.ts';
import { channelsOf } from '../model/channel.ts';
import { type Contact, isMission } from '../model/contact.ts';
import { COUNTRIES } from '../model/regions.ts';
import { NAME_PLACE, type SiteWords, WORDS_PLACE } from '../model/site.ts';
import type { Name } from '../model/text.ts';
import type { Words } from '../model/words.ts';
import type { Problem } from '../problems.ts';
import { chooseMission } from './choose-contacts.ts';

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
}

/** The letter to one contact, for readers of one language. */
export interface SiteLetter {
  readonly contact: Contact;
  readonly organisation: Name;
  /** Language of the letter: the page's, or the first that the contact reads. */
  readonly language: string;
  readonly document: MergedDocument;
  readonly address: readonly string[];
  /** Said where the letter is in another language than the page. */
  readonly languageNote?: string | undefined;
}

/** A country to choose, with the contact whose letter is for those who live there. */
export interface SiteCountry {
  readonly name: string;
  readonly contact: string;
  readonly note?: string | undefined;
}

/** Everything that the site says in one language. */
export interface SiteEdition {
  readonly words: Words;
  readonly labels: SiteWords['labels'];
  /** Language of the labels, where the page's has none. */
  readonly labelLanguage?: string | undefined;
  readonly document: MergedDocument;
  readonly letters: readonly SiteLetter[];
  readonly countries: readonly SiteCountry[];
}

/** Merges all pages of a site; tells every problem, and gives no edition that has one. */
export function planSite(input: SiteInput): { editions: SiteEdition[]; problems: Problem[] } {
  const editions: SiteEdition[] = [];
  const problems: Problem[] = [];
  for (const { tag } of input.campaign.languages) {
    const words = input.words.get(tag);
    if (!words || input.languages?.includes(tag) === false) continue;
    const { edition, problems: found } = planEdition(words, input);
    problems.push(...found);
    if (edition) editions.push(edition);
  }
  return { editions, problems };
}

function planEdition(words: Words, input: SiteInput): { edition?: SiteEdition; problems: Problem[] } {
  const { campaign, templates, siteWords, date } = input;
  const language = words.language;
  const own = siteWords.get(language);
  const labels = (own ?? siteWords.get('en'))?.labels;
  if (!labels) return { problems: [withoutLabels()] };
  const merged = mergeDocument({
    material: 'page',
    kind: 'appeal',
    language,
    campaign,
    words,
    templates,
    date,
  });
  const letters = campaign.targets.map((contact) => planLetter(contact, words, labels, input));
  const problems = [...merged.problems, ...letters.flatMap((letter) => letter.problems)];
  if (!merged.document) return { problems };
  const edition = {
    words,
    labels,
    labelLanguage: own ? undefined : 'en',
    document: merged.document,
    letters: letters.flatMap(({ letter }) => letter ?? []),
    countries: listCountries(campaign, words, labels),
  };
  return { edition, problems };
}

function planLetter(
  contact: Contact,
  pageWords: Words,
  labels: SiteWords['labels'],
  { campaign, templates, words, date }: SiteInput,
): { letter?: SiteLetter; problems: Problem[] } {
  const language = letterLanguage(contact, pageWords.language, campaign);
  const forms = words.get(language);
  if (!forms) return { problems: [] };
  const { document, problems } = mergeDocument({
    material: 'letter',
    kind: letterFor(campaign.appeal.demands, contact),
    language,
    campaign,
    words: forms,
    templates,
    target: contact,
    sender: { name: NAME_PLACE },
    ownWords: WORDS_PLACE,
    date,
  });
  if (!document) return { problems };
  const letter: SiteLetter = {
    contact,
    organisation: organisationOf(contact, pageWords.language),
    language,
    document,
    address: channelsOf(contact).includes('post') ? addressOf(contact, forms) : [],
    languageNote:
      language === pageWords.language
        ? undefined
        : fillPattern(labels['letter-in'], { language: languageName(language, pageWords) }),
  };
  return { letter, problems };
}

/** The page's language where the contact reads it, else the first of the appeal's that it reads. */
function letterLanguage(contact: Contact, language: string, { languages }: Campaign): string {
  const read = languages.map(({ tag }) => tag).filter((tag) => contact.languages.includes(tag));
  return read.includes(language) ? language : (read[0] ?? languages[0]!.tag);
}

function addressOf(contact: Contact, words: Words): string[] {
  return addressLines(contact, words, undefined).map(({ text }) => text);
}

/** Each country whose people have a mission to write to, in the language's order of names. */
function listCountries(campaign: Campaign, words: Words, labels: SiteWords['labels']): SiteCountry[] {
  const missions = campaign.targets.filter(isMission);
  const state = missions.find((mission) => mission.represents)?.represents;
  if (state === undefined) return [];
  const locale = words.locale ?? words.language;
  const nameOf = (code: string) => nameOfRegion(code, [locale, 'en']);
  const countries = COUNTRIES.flatMap((code): SiteCountry[] => {
    const choice = chooseMission(missions, state, { country: code });
    if (choice.how !== 'none') return [{ name: nameOf(code), contact: choice.mission.id }];
    const nearest = choice.nearest?.contact;
    if (!nearest) return [];
    const none = fillPattern(labels['no-mission'], { state: nameOf(state) });
    // The name follows as a link.
    const [before = ''] = labels.nearest.split('{name}');
    return [{ name: nameOf(code), contact: nearest.id, note: `${none} ${before}`.trim() }];
  });
  const { compare } = new Intl.Collator(locale);
  return countries.sort((a, b) => compare(a.name, b.name));
}

function languageName(tag: string, words: Words): string {
  return nameOfLanguage(tag, [words.locale ?? words.language, 'en']);
}

function withoutLabels(): Problem {
  return {
    severity: 'error',
    code: 'template-not-found',
    message: 'There are no texts of the page: expected a file templates/site/en.yaml.',
    hint: 'Restore it; it comes with handbill.',
  };
}
