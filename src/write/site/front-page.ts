import { markup } from '../markup.ts';
import { type Alternate, type SiteLanguage, writeShell } from './shell.ts';

/** The site's first page: the appeal's title in each language, as the way to its page. */
export function writeFrontPage(
  language: SiteLanguage,
  titles: readonly string[],
  pages: readonly Alternate[],
): string {
  const items = pages.map(
    ({ tag, name, href }, i) =>
      markup`<li><a href="${href}" lang="${tag}" hreflang="${tag}" dir="auto">${titles[i]} <span class="small">${name}</span></a></li>
`,
  );
  const content = markup`<h1 class="letter-title">${titles[0]}</h1>
<ul>
${items}</ul>
`;
  return writeShell({ language, title: titles[0] ?? '', root: '', alternates: [] }, content);
}
