import type { SiteLabel } from '../../model/site.ts';
import { Markup, markup } from '../markup.ts';

/** A language of the site: how its pages are set, and where each page stands in it. */
export interface SiteLanguage {
  readonly tag: string;
  /** The language's own name for itself. */
  readonly name: string;
  readonly direction: 'ltr' | 'rtl';
  readonly labels: Readonly<Record<SiteLabel, string>>;
  /** Language of the labels, where it isn't the page's. */
  readonly labelLanguage?: string | undefined;
}

/** The same page in another language; `href` from the page that links. */
export interface Alternate {
  readonly tag: string;
  readonly name: string;
  readonly href: string;
}

/** What stands around the content of every page. */
export interface Shell {
  readonly language: SiteLanguage;
  readonly title: string;
  readonly description?: string | undefined;
  /** Way from the page to the site's root: `../`. */
  readonly root: string;
  readonly alternates: readonly Alternate[];
  /** Data for search engines, as JSON-LD; no script in the sense of the policy below. */
  readonly data?: readonly object[] | undefined;
  /** Absolute address and picture for link previews, where the site's address is known. */
  readonly preview?: { readonly url: string; readonly image?: string | undefined } | undefined;
}

/** Nothing from elsewhere, no inline script or style, no form that sends anything. */
const POLICY =
  "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'";

/** A whole page. */
export function writeShell(shell: Shell, content: Markup): string {
  const { language, title, description, root, alternates, data = [], preview } = shell;
  const { labels } = language;
  return markup`<!doctype html>
<html lang="${language.tag}" dir="${language.direction}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
${
  description &&
  markup`<meta name="description" content="${description}">
`
}${preview && previewTags(preview, title, description)}<link rel="stylesheet" href="${root}style.css">
<link rel="icon" href="${root}icon.svg">
<script src="${root}act.js"></script>
${alternates.map(
  ({ tag, href }) => markup`<link rel="alternate" hreflang="${tag}" href="${href}">
`,
)}${data.map(
  (item) => markup`<script type="application/ld+json">${jsonMarkup(item)}</script>
`,
)}</head>
<body>
<a class="skip" href="#text">${labels.skip}</a>
<header>
${alternates.length > 1 && languageList(language, alternates)}</header>
<main id="text">
${content}</main>
</body>
</html>
`.text;
}

function languageList(language: SiteLanguage, alternates: readonly Alternate[]): Markup {
  const items = alternates.map(({ tag, name, href }) =>
    tag === language.tag
      ? markup`<li><a href="${href}" lang="${tag}" aria-current="page">${name}</a></li>
`
      : markup`<li><a href="${href}" lang="${tag}" hreflang="${tag}">${name}</a></li>
`,
  );
  return markup`<nav class="languages" aria-label="${language.labels.languages}">
<ul>
${items}</ul>
</nav>
`;
}

function previewTags(
  { url, image }: NonNullable<Shell['preview']>,
  title: string,
  text: string | undefined,
): Markup {
  return markup`<link rel="canonical" href="${url}">
<meta property="og:url" content="${url}">
<meta property="og:title" content="${title}">
${
  text &&
  markup`<meta property="og:description" content="${text}">
`
}${
  image &&
  markup`<meta property="og:image" content="${image}">
<meta name="twitter:card" content="summary_large_image">
`
}`;
}

/** JSON inside a script element: no `<` can end it. */
function jsonMarkup(value: object): Markup {
  return new Markup(JSON.stringify(value).replaceAll('<', '\\u003c'));
}
