import { markup } from '../markup.ts';

/** An edition or a correction, as a feed tells it. */
export interface FeedEntry {
  readonly id: string;
  readonly title: string;
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  readonly day: string;
  readonly text: string;
}

interface Feed {
  readonly id: string;
  readonly language: string;
  readonly title: string;
  readonly author: string;
  /** The page, from the feed or absolute. */
  readonly page: string;
  readonly self?: string | undefined;
  readonly entries: readonly FeedEntry[];
}

/** Editions and corrections as Atom (RFC 4287); days whose month or day nobody knows are the first. */
export function writeFeed({ id, language, title, author, page, self, entries }: Feed): string {
  const momentOf = (day: string) => `${`${day}-01-01`.slice(0, 10)}T00:00:00Z`;
  const newest =
    entries
      .map(({ day }) => momentOf(day))
      .sort()
      .at(-1) ?? momentOf('1970');
  const items = entries.map(
    (entry) => markup`<entry>
<id>${entry.id}</id>
<title>${entry.title}</title>
<updated>${momentOf(entry.day)}</updated>
<link href="${page}"/>
<content type="text">${entry.text}</content>
</entry>
`,
  );
  return markup`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">
<id>${id}</id>
<title>${title}</title>
<updated>${newest}</updated>
<author><name>${author}</name></author>
<link href="${page}"/>
${
  self &&
  markup`<link rel="self" href="${self}"/>
`
}${items}</feed>
`.text;
}

/** All pages of a site with their languages (sitemaps.org); addresses are absolute. */
export function writeSitemap(
  pages: readonly { readonly url: string; readonly alternates: readonly { tag: string; url: string }[] }[],
): string {
  const items = pages.map(
    ({ url, alternates }) => markup`<url><loc>${url}</loc>${alternates.map(
      (a) => markup`<xhtml:link rel="alternate" hreflang="${a.tag}" href="${a.url}"/>`,
    )}</url>
`,
  );
  return markup`<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${items}</urlset>
`.text;
}
