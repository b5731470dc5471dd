import { nameOfRegion } from '../engine.ts';
import { type LetterLayoutId, letterLayoutFor } from '../layout/letter-layouts.ts';
import { addressFormat } from '../merge/address-formats.ts';
import { listCorrections } from '../merge/corrections.ts';
import { mergeDocument } from '../merge/document.ts';
import { fillPattern, formatDate, localeOf } from '../merge/forms.ts';
import { barBetween } from '../model/apart.ts';
import { append } from '../model/append.ts';
import type { MergedDocument } from '../model/block.ts';
import type { Campaign } from '../model/campaign.ts';
import { type Contact, isMission } from '../model/contact.ts';
import { COUNTRIES } from '../model/regions.ts';
import type { SiteWords } from '../model/site.ts';
import type { Words } from '../model/words.ts';
import type { Problem } from '../problems.ts';
import { finding } from '../wordings.ts';
import { chooseMission } from './choose-contacts.ts';
import type { SiteInput } from './site-letter.ts';
import { type SiteLetter, startLetters } from './site-letter.ts';

/** A country to choose, with the contact whose letter is for those who live there. */
interface SiteCountry {
  readonly code: string;
  readonly name: string;
  /** Left out where nobody is near. */
  readonly contact?: string | undefined;
  /** Said where it isn't simply the country's own mission. */
  readonly note?: string | undefined;
}

/** A country as a sender's address and letter need it. */
interface SiteHome {
  readonly code: string;
  readonly name: string;
  /** Lines of an address below the street, with places in braces. */
  readonly format: string;
  readonly capitals: boolean;
  readonly layout: LetterLayoutId;
}

/** Everything that the site says in one language. */
export interface SiteEdition {
  readonly words: Words;
  readonly locale: string;
  readonly labels: SiteWords['labels'];
  /** Language of the labels, where the page's has none. */
  readonly labelLanguage?: string | undefined;
  readonly document: MergedDocument;
  readonly letters: readonly SiteLetter[];
  /** Every country by name; empty where the appeal writes to no missions. */
  readonly countries: readonly SiteCountry[];
  /** Every country where somebody may write from. */
  readonly homes: readonly SiteHome[];
  /** What was set right, newest first. */
  readonly corrections: readonly { readonly date: string; readonly text: string }[];
  /** Last day to act, as a day and as it is written. */
  readonly deadline?: { readonly day: string; readonly text: string } | undefined;
  /** Day whose knowledge the page shows, as it is written. */
  readonly asOf: string;
}

/** Merges all pages of a site; tells every problem, and gives no edition that has one. */
export function planSite(input: SiteInput): { editions: SiteEdition[]; problems: Problem[] } {
  const editions: SiteEdition[] = [];
  const problems: Problem[] = [];
  const planLetter = startLetters(input);
  for (const { tag } of input.campaign.languages) {
    const words = input.words.get(tag);
    if (!words || input.languages?.includes(tag) === false) continue;
    const { edition, problems: found } = planEdition(words, input, planLetter);
    append(problems, found);
    if (edition) editions.push(edition);
  }
  return { editions, problems };
}

function planEdition(
  words: Words,
  input: SiteInput,
  planLetter: ReturnType<typeof startLetters>,
): { edition?: SiteEdition; problems: Problem[] } {
  const { campaign, templates, siteWords, signatories, date } = input;
  const language = words.language;
  const own = siteWords.get(language);
  const labels = (own ?? siteWords.get('en'))?.labels;
  if (!labels) return { problems: [withoutLabels()] };
  const job = {
    material: 'page',
    kind: 'appeal',
    language,
    campaign,
    words,
    templates,
    signatories,
    date,
  } as const;
  const merged = mergeDocument(job);
  const letters = campaign.targets.map((contact) => planLetter(contact, words, labels));
  const problems = [...merged.problems, ...letters.flatMap((letter) => letter.problems)];
  if (!merged.document) return { problems };
  const { actBefore, asOf, issued } = campaign.appeal;
  const edition = {
    words,
    locale: localeOf(words),
    labels,
    labelLanguage: own ? undefined : 'en',
    document: merged.document,
    letters: letters.flatMap(({ letter }) => letter ?? []),
    countries: listCountries(campaign, words, labels),
    homes: listHomes(words),
    corrections: listCorrections(job),
    deadline: actBefore === undefined ? undefined : { day: actBefore, text: formatDate(actBefore, words) },
    asOf: fillPattern(words.labels['as-of'], { date: formatDate(asOf ?? issued, words) }),
  };
  return { edition, problems };
}

/** Each country in the language's order of names. */
function nameCountries(words: Words): [code: string, name: string][] {
  const locale = localeOf(words);
  const { compare } = new Intl.Collator(locale);
  return COUNTRIES.map((code): [string, string] => [
    code,
    words.countries?.names?.[code] ?? nameOfRegion(code, [locale, 'en']),
  ]).sort((a, b) => compare(a[1], b[1]));
}

function listHomes(words: Words): SiteHome[] {
  return nameCountries(words).map(([code, name]) => ({
    code,
    name,
    ...addressFormat(code),
    layout: letterLayoutFor(code),
  }));
}

/** Each country with the mission to write to from there, or with the nearest, or with the note that there is none. */
function listCountries(campaign: Campaign, words: Words, labels: SiteWords['labels']): SiteCountry[] {
  const missions = campaign.targets.filter(isMission);
  const state = missions.find((mission) => mission.represents)?.represents;
  if (state === undefined) return [];
  const names = nameCountries(words);
  const nameOf = new Map(names);
  const stateName = nameOf.get(state) ?? state;
  const none = fillPattern(labels['no-mission'], { state: stateName });
  // The name follows as a link.
  const [before = ''] = labels.nearest.split('{name}');
  return names.map(([code, name]): SiteCountry => {
    const choice = chooseMission(missions, state, { country: code });
    const there = choice.barred && nameOf.get(choice.barred.country!);
    const how = barBetween(code, choice.barred?.country)?.how;
    const reason = labels[how === undefined ? 'left-out' : (`left-out-${how}` as const)];
    const barred = there === undefined ? undefined : fillPattern(reason, { country: there });
    const noteOf = (...parts: readonly (string | undefined)[]) =>
      parts
        .flatMap((part) => part ?? [])
        .join(' ')
        .trim();
    if (choice.how !== 'none') return { code, name, contact: choice.mission.id, note: barred };
    const nearest = choice.nearest?.contact;
    if (!nearest) return { code, name, note: noteOf(none, barred) };
    return { code, name, contact: nearest.id, note: noteOf(none, barred, before) };
  });
}

/** Letters that are for everybody, wherever they live. */
export function lettersForAll({ letters, countries }: SiteEdition): readonly SiteLetter[] {
  if (countries.length === 0) return letters;
  const missions = new Set(countries.map(({ contact }) => contact));
  const isForAll = (contact: Contact) => !isMission(contact) && !missions.has(contact.id);
  return letters.filter(({ contact }) => isForAll(contact));
}

function withoutLabels(): Problem {
  return finding('error', 'template-not-found/site', {});
}
