import type { MergedDocument } from '../../model/block.ts';
import type { Contact } from '../../model/contact.ts';
import { NAME_PLACE, WORDS_PLACE } from '../../model/site.ts';
import { writeMailto } from '../mailto.ts';
import { type Markup, markup } from '../markup.ts';
import { writeText } from '../text.ts';
import { type Shell, writeShell } from './shell.ts';

/** What the page of one letter holds. */
export interface LetterPage {
  readonly shell: Shell;
  /** The letter, merged with NAME_PLACE and WORDS_PLACE. */
  readonly document: MergedDocument;
  readonly contact: Contact;
  readonly organisation: string;
  /** Language of its name, where that isn't the page's. */
  readonly organisationLanguage?: string | undefined;
  /** The address line by line; empty where nobody knows it. */
  readonly address: readonly string[];
  readonly subject: string;
  /** Said where the letter isn't in the page's language. */
  readonly languageNote?: string | undefined;
  readonly pdf?: string | undefined;
  readonly text: string;
  /** Way back to the appeal. */
  readonly appeal: string;
  readonly words: { readonly email: string; readonly fax: string };
}

/** The page of one letter: fields for name and own words, the letter, and the ways to send it. */
export function writeLetterPage(page: LetterPage): string {
  const { shell, document, contact, subject, languageNote, appeal } = page;
  const { labels, labelLanguage, direction } = shell.language;
  const text = letterText(document);
  const to = contact.email ?? [];
  const mail = writeMailto({ to, subject, body: blankText(text) });
  const lang = labelLanguage && markup` lang="${labelLanguage}"`;
  const content = markup`<p><a href="${appeal}"${lang}>${labels.back}</a></p>
<h1 class="letter-title">${fillName(labels['letter-to'], page)}</h1>
${
  languageNote &&
  markup`<p class="note"${lang}>${languageNote}</p>
`
}<form data-script${lang}>
<label for="name">${labels['your-name']}</label>
<input id="name" data-field="name" autocomplete="name">
<label for="own">${labels['your-words']}</label>
<textarea id="own" data-field="own" rows="3" aria-describedby="why"></textarea>
<p class="small" id="why">${labels['why-own-words']} ${labels['stays-here']}</p>
</form>
<div class="actions-row"${lang}>
<button type="button" data-copy data-script>${labels.copy}</button>
${
  to.length > 0 &&
  markup`<a class="button" data-mail data-short="${mail.short}" href="${mail.href}">${labels['open-mail']}</a>
`
}${
  page.pdf &&
  markup`<a class="button" href="${page.pdf}">${labels.pdf}</a>
`
}<a class="button" href="${page.text}">${labels['text-file']}</a>
</div>
<p data-status aria-live="polite" data-copied="${labels.copied}" data-long="${labels['too-long']}"${lang}></p>
<article class="letter" data-letter lang="${document.language}"${document.direction !== direction && markup` dir="${document.direction}"`}>${markPlaces(text)}</article>
${waysToSend(page)}`;
  return writeShell(shell, content);
}

/** The letter as text that is copied and mailed as it stands: paragraphs unwrapped. */
function letterText(document: MergedDocument): string {
  return writeText(document, { columns: Number.POSITIVE_INFINITY }).trim();
}

/** The text for a link that works without script: a blank to write the name on. */
function blankText(text: string): string {
  return text
    .replaceAll(`${WORDS_PLACE}\n\n`, '')
    .replace(new RegExp(`${NAME_PLACE}\n\n`, 'u'), '')
    .replaceAll(NAME_PLACE, BLANK);
}

const BLANK = '________';

/** Marks the places that the fields fill. The name over the letter falls away where none is given. */
function markPlaces(text: string): Markup {
  const parts = text.split(new RegExp(`(${NAME_PLACE}|${WORDS_PLACE})(\n\n)?`, 'u'));
  const last = text.lastIndexOf(NAME_PLACE);
  let at = 0;
  const marked: Markup[] = [];
  for (let i = 0; i < parts.length; i += 3) {
    const [before = '', place, after = ''] = [parts[i], parts[i + 1], parts[i + 2]];
    marked.push(markup`${before}`);
    at += before.length;
    if (place === undefined) continue;
    const field = place === NAME_PLACE ? 'name' : 'own';
    if (place === NAME_PLACE && at === last) {
      marked.push(markup`<span data-fill="name" data-empty="${BLANK}">${BLANK}</span>${after}`);
    } else marked.push(markup`<span data-fill="${field}" data-after="${after}"></span>`);
    at += place.length + after.length;
  }
  return markup`${marked}`;
}

function waysToSend({ shell, contact, address, words }: LetterPage): Markup {
  const { labels } = shell.language;
  const way = (name: string, value: Markup) => markup`<dt>${name}</dt><dd>${value}</dd>
`;
  const links = (values: readonly string[], scheme: string) =>
    markup`${values.map((v, i) => markup`${i > 0 && ', '}<a href="${scheme}${scheme === 'tel:' ? v.replace(/[^+\d]/g, '') : v}"><bdi>${v}</bdi></a>`)}`;
  const ways = [
    address.length > 0 && way(labels.post, markup`<address>${address.join('\n')}</address>`),
    contact.email && way(words.email, links(contact.email, 'mailto:')),
    contact.fax && way(words.fax, links(contact.fax, 'tel:')),
    contact.form && way(labels.form, markup`<a href="${contact.form}">${contact.form}</a>`),
  ];
  return markup`<dl class="ways">
${ways}</dl>
`;
}

function fillName(pattern: string, { organisation, organisationLanguage: lang }: LetterPage): Markup {
  const [before = '', after = ''] = pattern.split('{name}');
  return markup`${before}<bdi${lang && markup` lang="${lang}"`}>${organisation}</bdi>${after}`;
}
