import { hasDays } from '../model/deadline.ts';
import { nameIn, type Text, wordingIn } from '../model/text.ts';
import { eventWord, type Words } from '../model/words.ts';
import type { SiteEdition } from '../plan/site.ts';
import { type CalendarEvent, writeCalendar } from '../write/ics.ts';
import { type FeedEntry, writeFeed, writeSitemap } from '../write/site/feed.ts';
import { writePrintStyle } from '../write/site/print-style.ts';
import { appealPage, embedPage } from './site-appeal.ts';
import { countriesFile, letterPage } from './site-letter.ts';
import type { SiteFile, SiteParts } from './site-parts.ts';
import { baseOf, shellOf } from './site-shell.ts';

/** Days before the last day of acting on which a calendar reminds of it. */
const REMIND_DAYS = 3;

/** A sheet with a headline. */
const ICON =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><path d="M2 0h12v16H2z" fill="#fff" stroke="#111"/><path d="M4 3h8v3H4zM4 8h8v1H4zM4 11h8v1H4z" fill="#111"/></svg>\n';

/**
 * Renders every page of a site, its styles and script, and a calendar and a feed a language: one after the other, so that
 * whoever writes each when it comes needs room for one.
 */
export function* renderSite(parts: SiteParts): Generator<SiteFile> {
  const { editions, style, scripts, layouts } = parts;
  const first = editions[0];
  if (!first) return;
  yield { path: 'style.css', content: style };
  yield { path: 'letter.css', content: writePrintStyle(layouts) };
  for (const [path, content] of Object.entries(scripts)) yield { path, content };
  yield { path: 'icon.svg', content: ICON };
  yield editions.length > 1 ? frontPage(first, parts) : appealPage(first, parts, 'index.html');
  const pages: string[] = [];
  for (const page of renderPages(parts)) {
    pages.push(page.path);
    yield page;
  }
  for (const edition of editions) yield* renderBeside(edition, parts);
  yield* sitemap(pages, parts);
}

/** The pages of all languages. */
function* renderPages(parts: SiteParts): Generator<SiteFile> {
  for (const edition of parts.editions) {
    yield appealPage(edition, parts, `${edition.words.language}/index.html`);
    for (const letter of edition.letters) yield letterPage(letter, edition, parts);
  }
}

/** What lies beside the pages of a language. */
function* renderBeside(edition: SiteEdition, parts: SiteParts): Generator<SiteFile> {
  yield countriesFile(edition);
  yield feedOf(edition, parts);
  if (parts.embed) yield embedPage(edition, parts);
  if (hasDays(parts.campaign)) yield calendarOf(edition, parts);
}

/** The way to the page of each language. */
function frontPage(first: SiteEdition, parts: SiteParts): SiteFile {
  const shell = shellOf(first, parts, { title: first.document.title, root: '', rest: 'index.html' });
  const pages = parts.editions.map(({ words, document, labels }) => ({
    href: `${words.language}/index.html`,
    tag: words.language,
    direction: words.direction,
    name: words.name,
    title: document.title,
    act: labels['write-now'],
  }));
  return { path: 'index.html', content: parts.render('front', { ...shell, hasLanguages: false, pages }) };
}

function sitemap(pages: readonly string[], { url, editions }: SiteParts): SiteFile[] {
  const base = baseOf(url);
  if (base === undefined) return [];
  const tags = editions.map(({ words }) => words.language);
  const entries = pages.map((path) => ({
    url: base + path,
    alternates: tags.map((tag) => ({ tag, url: base + path.replace(/^[^/]+/, tag) })),
  }));
  return [{ path: 'sitemap.xml', content: writeSitemap(entries) }];
}

function feedOf({ words, document, corrections, asOf }: SiteEdition, parts: SiteParts): SiteFile {
  const { campaign } = parts;
  const { language, labels } = words;
  const base = baseOf(parts.url);
  const { appeal } = campaign;
  const id = base === undefined ? `urn:x-handbill:${appeal.id}:${language}` : `${base}${language}/`;
  const edition: FeedEntry = {
    id: `${id}#edition-${appeal.asOf ?? appeal.issued}`,
    title: `${document.title} – ${asOf}`,
    day: appeal.asOf ?? appeal.issued,
    text: wordingIn(appeal.summary, language) ?? '',
  };
  const corrected = corrections.map(
    ({ date, text }, i): FeedEntry => ({
      id: `${id}#correction-${corrections.length - i}`,
      title: labels.corrections,
      day: date,
      text,
    }),
  );
  const content = writeFeed({
    id,
    language,
    title: document.title,
    author: document.author ?? appeal.id,
    page: base === undefined ? 'index.html' : `${base}${language}/index.html`,
    self: base === undefined ? undefined : `${base}${language}/feed.xml`,
    entries: [edition, ...corrected],
  });
  return { path: `${language}/feed.xml`, content };
}

function calendarOf(
  { words, labels, deadline, document }: SiteEdition,
  { campaign, stamp }: SiteParts,
): SiteFile {
  const { events, appeal } = campaign;
  const entries = events.map((event): CalendarEvent => {
    const nameOf = (name: string | Text) => nameIn(name, [words.language]).text;
    return {
      id: event.id,
      title: textOf(event.title, words) || eventWord(words, event.kind),
      place: [event.place, event.address, event.city]
        .flatMap((part) => (part ? [nameOf(part)] : []))
        .join(', '),
      description: event.calledBy && `${words.labels['called-by']}: ${nameOf(event.calledBy)}`,
      date: event.date,
      time: event.time,
      timeZone: event.timeZone,
      url: event.url,
    };
  });
  const last: CalendarEvent[] =
    deadline?.day.length === 10
      ? [
          {
            id: 'act-before',
            title: document.title,
            place: '',
            description: labels['act-before'].replace('{date}', deadline.text),
            date: deadline.day,
            remindDays: REMIND_DAYS,
          },
        ]
      : [];
  const content = writeCalendar(appeal.id, [...entries, ...last], stamp);
  return { path: `${words.language}/events.ics`, content };
}

function textOf(text: Parameters<typeof wordingIn>[0], { language }: Words): string {
  return wordingIn(text, language) ?? wordingIn(text, 'en') ?? '';
}
