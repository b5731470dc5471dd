import type { Campaign } from '../model/campaign.ts';
import { wordingIn } from '../model/text.ts';
import type { SiteEdition } from '../plan/site.ts';
import { Markup, markup } from '../write/markup.ts';
import type { SheetLink, SiteParts } from './site-parts.ts';

/** Nothing from elsewhere, no inline script or style, no form that sends anything. */
const POLICY =
  "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'";

/** What is particular to one page. */
interface PageHead {
  readonly title: string;
  readonly description?: string | undefined;
  /** Way from the page to the site's root: `../`. */
  readonly root: string;
  /** Path of the page below the folder of its language: `letters/x.html`. */
  readonly rest: string;
  /** Data for search engines, as JSON-LD. */
  readonly data?: readonly object[] | undefined;
}

/** Values that every page has: head, languages, foot. */
export function shellOf(edition: SiteEdition, parts: SiteParts, head: PageHead) {
  const { words, labels, labelLanguage, locale, deadline, asOf } = edition;
  const { campaign, stamp } = parts;
  const base = baseOf(parts.url);
  const alternates = parts.editions.map(({ words: { language, name } }) => ({
    tag: language,
    name,
    href: `${head.root}${language}/${head.rest}`,
    absolute: base === undefined ? `${head.root}${language}/${head.rest}` : `${base}${language}/${head.rest}`,
    isCurrent: language === words.language,
  }));
  const picture = parts.pictures.get(words.language)?.[0];
  const over = deadline === undefined ? undefined : labels.over.replace('{date}', deadline.text);
  const { state } = campaign.appeal;
  const isOver = deadline !== undefined && stamp.slice(0, deadline.day.length) > deadline.day;
  const urgent = state?.is === 'urgent' && !isOver ? words.labels.urgent : undefined;
  return {
    tag: words.language,
    languageName: words.name,
    direction: words.direction,
    locale,
    labels,
    labelLanguage,
    appeal: campaign.appeal.id,
    isAtRest: campaign.isAtRest === true,
    title: head.title,
    description: head.description,
    policy: POLICY,
    root: head.root,
    front: `${head.root}${frontOf(words.language, parts)}`,
    alternates,
    hasLanguages: alternates.length > 1,
    default: base === undefined ? `${head.root}index.html` : base,
    canonical: base === undefined ? undefined : `${base}${words.language}/${head.rest}`,
    image: base === undefined || !picture ? undefined : base + picture.href,
    data: markup`${(head.data ?? []).map((item) => markup`<script type="application/ld+json">${jsonMarkup(item)}</script>\n`)}`,
    deadline: deadline && {
      ...deadline,
      sentence: labels['act-before'].replace('{date}', deadline.text),
      over,
      isOver,
    },
    urgent,
    asOf,
    issuer: issuerOf(campaign, edition),
    feed: `${head.root}${words.language}/feed.xml`,
  };
}

/** Who answers for the page, and how they are reached. */
function issuerOf({ appeal }: Campaign, { words, labels }: SiteEdition) {
  const { name, address, email, url } = appeal.issuer;
  const text =
    typeof name === 'string' ? name : (wordingIn(name, words.language) ?? Object.values(name)[0] ?? '');
  const [before = '', after = ''] = labels['published-by'].split('{name}');
  return { before, name: text, after, address, email, url: url ?? appeal.url };
}

/** The page of an appeal in a language, from the site's root. */
export function frontOf(language: string, { editions }: SiteParts): string {
  return editions.length > 1 ? `${language}/index.html` : 'index.html';
}

/** The site's address with a slash at its end. */
export function baseOf(url: string | undefined): string | undefined {
  return url === undefined || url.endsWith('/') ? url : `${url}/`;
}

/** A link from the root as it is on a page in a folder below it. */
export function fromPage(sheet: SheetLink, root: string): SheetLink {
  const { thumbnail } = sheet;
  return { ...sheet, href: root + sheet.href, thumbnail: { ...thumbnail, href: root + thumbnail.href } };
}

/** JSON inside a script element: no `<` can end it. */
export function jsonMarkup(value: unknown): Markup {
  return new Markup(JSON.stringify(value).replaceAll('<', '\\u003c'));
}

/** A pattern with a name in it, which keeps its own direction and language. */
export function aroundName(pattern: string, name: string, language: string | undefined): Markup {
  const [before = '', after = ''] = pattern.split('{name}');
  return markup`${before}<bdi${language && markup` lang="${language}"`}>${name}</bdi>${after}`;
}
