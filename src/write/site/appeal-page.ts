import type { Block, MergedDocument } from '../../model/block.ts';
import { writeHtml } from '../html.ts';
import { type Markup, markup } from '../markup.ts';
import { type Shell, writeShell } from './shell.ts';

/** A letter that somebody can send: its page, and whom it goes to. */
export interface LetterLink {
  readonly name: string;
  readonly language?: string | undefined;
  readonly href: string;
}

/** A country where somebody may live, with the letter that is theirs. */
export interface CountryChoice {
  readonly name: string;
  readonly letter?: LetterLink | undefined;
  /** Said before the link where the letter isn't simply that of the country's own mission. */
  readonly note?: string | undefined;
}

/** A leaflet or picture to take along. */
export interface SheetLink {
  readonly name: string;
  readonly href: string;
  readonly thumbnail: { readonly href: string; readonly width: number; readonly height: number };
}

/** All that the page of an appeal holds in one language. */
export interface AppealPage {
  readonly shell: Shell;
  readonly document: MergedDocument;
  readonly countries: readonly CountryChoice[];
  /** Targets for everybody, wherever they live. */
  readonly others: readonly LetterLink[];
  /** Every letter, for those without script. */
  readonly all: readonly LetterLink[];
  readonly leaflets: readonly SheetLink[];
  readonly pictures: readonly SheetLink[];
  readonly calendar?: string | undefined;
}

/** The page of an appeal: what happened, the letters, the leaflets. */
export function writeAppealPage(page: AppealPage): string {
  const { document, shell } = page;
  const { blocks } = document;
  const before = blocks.findIndex((block) => block.role === 'actions');
  const cut = before < 0 ? blocks.length : before;
  const content = markup`${writeHtml(blocks.slice(0, cut))}${writeNow(page)}${withCalendar(blocks.slice(cut), page)}${sheetList(shell.language.labels.leaflets, page.leaflets, page)}${sheetList(shell.language.labels.share, page.pictures, page)}`;
  return writeShell(shell, content);
}

/** Sources come last, after the lists of sheets; the calendar's link stands below the events. */
function withCalendar(blocks: readonly Block[], { calendar, shell }: AppealPage): Markup {
  const events = blocks.filter((block) => block.role === 'event');
  const others = blocks.filter((block) => block.role !== 'event');
  const link =
    calendar &&
    markup`<p><a href="${calendar}" download>${shell.language.labels.calendar}</a></p>
`;
  return markup`${writeHtml(events)}${events.length > 0 && link}${writeHtml(others)}`;
}

function writeNow({ shell, countries, others, all }: AppealPage): Markup {
  const { labels, labelLanguage } = shell.language;
  const options = countries.flatMap(({ name, letter, note }) =>
    letter
      ? [
          markup`<option value="${letter.href}" data-name="${letter.name}"${note && markup` data-note="${note}"`}>${name}</option>
`,
        ]
      : [],
  );
  const choice = markup`<div data-script>
<label for="country">${labels['where-do-you-live']}</label>
<select id="country" data-choice>
<option value="">${labels.choose}</option>
${options}</select>
<p data-answer aria-live="polite"></p>
</div>
`;
  return markup`<section class="write" aria-labelledby="write"${labelLanguage && markup` lang="${labelLanguage}"`}>
<h2 id="write">${labels['write-now']}</h2>
${options.length > 0 && choice}${
  others.length > 0 &&
  markup`<h3>${labels.others}</h3>
${linkList(others)}`
}<details data-fold open>
<summary>${labels['all-addresses']}</summary>
${linkList(all)}</details>
</section>
`;
}

function linkList(links: readonly LetterLink[]): Markup {
  const items = links.map(
    ({
      name,
      language,
      href,
    }) => markup`<li><a href="${href}"${language && markup` lang="${language}"`}>${name}</a></li>
`,
  );
  return markup`<ul>
${items}</ul>
`;
}

function sheetList(heading: string, sheets: readonly SheetLink[], { shell }: AppealPage): Markup {
  if (sheets.length === 0) return markup``;
  const items = sheets.map(
    ({ name, href, thumbnail: { href: src, width, height } }) =>
      markup`<li><a href="${href}"><img src="${src}" width="${width}" height="${height}" alt="" loading="lazy">${name}</a></li>
`,
  );
  const { labelLanguage } = shell.language;
  return markup`<section${labelLanguage && markup` lang="${labelLanguage}"`}>
<h2>${heading}</h2>
<ul class="sheets">
${items}</ul>
</section>
`;
}
