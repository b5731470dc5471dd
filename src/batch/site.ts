import type { Campaign } from '../model/campaign.ts';
import { isMission } from '../model/contact.ts';
import { nameIn, type Text, wordingIn } from '../model/text.ts';
import type { Words } from '../model/words.ts';
import type { SiteEdition, SiteLetter } from '../plan/site.ts';
import { type CalendarEvent, writeCalendar } from '../write/ics.ts';
import { type LetterLink, type SheetLink, writeAppealPage } from '../write/site/appeal-page.ts';
import { listSiteData } from '../write/site/data.ts';
import { writeFrontPage } from '../write/site/front-page.ts';
import { writeLetterPage } from '../write/site/letter-page.ts';
import type { Alternate, Shell, SiteLanguage } from '../write/site/shell.ts';

/** A file of the site besides the material: its path below the site's root, with `/`. */
export interface SiteFile {
  readonly path: string;
  readonly content: string | Uint8Array;
}

/** What the pages are rendered from. */
export interface SiteParts {
  readonly campaign: Campaign;
  readonly editions: readonly SiteEdition[];
  readonly style: string;
  readonly script: string;
  /** Paths of the letters and leaflets that lie in the site. */
  readonly material: readonly string[];
  /** Leaflets with their thumbnails, by language; `href` from the site's root. */
  readonly leaflets: ReadonlyMap<string, readonly SheetLink[]>;
  /** Pictures for sharing, likewise; the first goes with links to the page. */
  readonly pictures: ReadonlyMap<string, readonly SheetLink[]>;
  /** Absolute address that the site will have, where it is known. */
  readonly url?: string | undefined;
  /** Day of the data, `YYYY-MM-DD`. */
  readonly stamp: string;
}

/** A sheet with a headline. */
const ICON =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><path d="M2 0h12v16H2z" fill="#fff" stroke="#111"/><path d="M4 3h8v3H4zM4 8h8v1H4zM4 11h8v1H4z" fill="#111"/></svg>\n';

/** Renders every page of a site, its style and script, and a calendar a language. */
export function renderSite(parts: SiteParts): SiteFile[] {
  const { editions, style, script, campaign } = parts;
  const front = editions.map(({ words }) => ({
    tag: words.language,
    name: words.name,
    href: `${words.language}/`,
  }));
  const titles = editions.map((edition) => titleOf(edition));
  const languages = editions.map(languageOf);
  return [
    { path: 'style.css', content: style },
    { path: 'act.js', content: script },
    { path: 'icon.svg', content: ICON },
    { path: 'index.html', content: writeFrontPage(languages[0]!, titles, front) },
    ...editions.flatMap((edition) => [
      appealPage(edition, parts),
      ...edition.letters.map((letter) => letterPage(letter, edition, parts)),
      ...(campaign.events.length > 0 ? [calendarOf(edition, parts)] : []),
    ]),
  ];
}

function languageOf({ words, labels, labelLanguage }: SiteEdition): SiteLanguage {
  return { tag: words.language, name: words.name, direction: words.direction, labels, labelLanguage };
}

function titleOf({ document }: SiteEdition): string {
  return document.title;
}

function shellOf(edition: SiteEdition, parts: SiteParts, root: string, title: string, rest: string): Shell {
  const alternates = parts.editions.map(
    ({ words }): Alternate => ({
      tag: words.language,
      name: words.name,
      href: `${root}${words.language}/${rest}`,
    }),
  );
  return { language: languageOf(edition), title, root, alternates };
}

function appealPage(edition: SiteEdition, parts: SiteParts): SiteFile {
  const { campaign, url } = parts;
  const { language } = edition.words;
  const link = ({ contact, organisation }: SiteLetter): LetterLink => ({
    name: organisation.text,
    language: organisation.language,
    href: `letters/${contact.id}.html`,
  });
  const letterTo = (id: string) => edition.letters.find(({ contact }) => contact.id === id);
  const missions = new Set(edition.countries.map(({ contact }) => contact));
  const pictures = parts.pictures.get(language) ?? [];
  const content = writeAppealPage({
    shell: {
      ...shellOf(edition, parts, '../', titleOf(edition), ''),
      description: wordingIn(campaign.appeal.summary, language),
      data: listSiteData(campaign, edition.words),
      preview: url === undefined ? undefined : previewOf(url, language, pictures[0]),
    },
    document: edition.document,
    countries: edition.countries.map(({ name, contact, note }) => {
      const letter = letterTo(contact);
      return { name, note, letter: letter && link(letter) };
    }),
    others: edition.letters
      .filter(({ contact }) => !isMission(contact) && !missions.has(contact.id))
      .map(link),
    all: edition.letters.map(link),
    leaflets: (parts.leaflets.get(language) ?? []).map(fromPage),
    pictures: pictures.map(fromPage),
    calendar: campaign.events.length > 0 ? 'events.ics' : undefined,
  });
  return { path: `${language}/index.html`, content };
}

function previewOf(url: string, language: string, picture: SheetLink | undefined): Shell['preview'] {
  const base = url.endsWith('/') ? url : `${url}/`;
  return { url: `${base}${language}/`, image: picture && base + picture.href };
}

/** A link from the root as it is on a page in a folder below it. */
function fromPage(sheet: SheetLink): SheetLink {
  const { thumbnail } = sheet;
  return { ...sheet, href: `../${sheet.href}`, thumbnail: { ...thumbnail, href: `../${thumbnail.href}` } };
}

function letterPage(letter: SiteLetter, edition: SiteEdition, parts: SiteParts): SiteFile {
  const { contact, organisation, language, document, address, languageNote } = letter;
  const name = `${contact.id}.${language}`;
  const has = (path: string) => parts.material.includes(path);
  const rest = `letters/${contact.id}.html`;
  const { labels } = edition.words;
  const content = writeLetterPage({
    shell: shellOf(edition, parts, '../../', `${organisation.text} – ${titleOf(edition)}`, rest),
    document,
    contact,
    organisation: organisation.text,
    organisationLanguage: organisation.language,
    address,
    subject: subjectOf(document),
    languageNote,
    pdf: has(`letters/${name}.pdf`) ? `../../letters/${name}.pdf` : undefined,
    text: `../../letters/${name}.txt`,
    appeal: '../index.html',
    words: { email: labels.email, fax: labels.fax },
  });
  return { path: `${edition.words.language}/${rest}`, content };
}

/** The letter's subject line. */
function subjectOf({ blocks, title }: SiteLetter['document']): string {
  const subject = blocks.find((block) => block.role === 'subject');
  if (subject?.kind !== 'heading' && subject?.kind !== 'paragraph') return title;
  return subject.content.map((inline) => (inline.kind === 'text' ? inline.text : ' ')).join('');
}

function calendarOf({ words }: SiteEdition, { campaign, stamp }: SiteParts): SiteFile {
  const { events, appeal } = campaign;
  const entries = events.map((event): CalendarEvent => {
    const nameOf = (name: string | Text) => nameIn(name, [words.language]).text;
    return {
      id: event.id,
      title: textOf(event.title, words) || words.events[event.kind],
      place: [nameOf(event.place), event.address, event.city].filter((part) => part).join(', '),
      description: event.calledBy && `${words.labels['called-by']}: ${nameOf(event.calledBy)}`,
      date: event.date,
      time: event.time,
      timeZone: event.timeZone,
      url: event.url,
    };
  });
  return { path: `${words.language}/events.ics`, content: writeCalendar(appeal.id, entries, stamp) };
}

function textOf(text: Parameters<typeof wordingIn>[0], { language }: Words): string {
  return wordingIn(text, language) ?? wordingIn(text, 'en') ?? '';
}
