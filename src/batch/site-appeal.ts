import type { Block } from '../model/block.ts';
import { hasDays } from '../model/deadline.ts';
import { wordingIn } from '../model/text.ts';
import { lettersForAll, type SiteEdition } from '../plan/site.ts';
import { writeHtml } from '../write/html.ts';
import { markup } from '../write/markup.ts';
import { listSiteData } from '../write/site/data.ts';
import { SHARE_LENGTHS, writeShareText } from '../write/site/share.ts';
import { plainText } from '../write/text.ts';
import { type LetterLink, linkTo } from './site-letter.ts';
import type { SheetLink, SiteFile, SiteParts } from './site-parts.ts';
import { baseOf, fromPage, jsonMarkup, shellOf } from './site-shell.ts';

/** The page of an appeal: what happened in two lines, the act, then all there is to read. */
export function appealPage(edition: SiteEdition, parts: SiteParts, path: string): SiteFile {
  const { language } = edition.words;
  const root = path.includes('/') ? '../' : '';
  const here = path.includes('/') ? '' : `${language}/`;
  const { blocks } = edition.document;
  const top = blocks.findIndex((block) => block.kind === 'heading' && block.level > 1);
  const [head, rest] = [blocks.slice(0, Math.max(top, 0)), blocks.slice(Math.max(top, 0))];
  const isFigures = (block: Block) => block.kind === 'figures';
  const base = baseOf(parts.url);
  const pictures = parts.pictures.get(language) ?? [];
  const events = rest.filter((block) => block.role === 'event');
  const actHref = base === undefined ? undefined : `${base}${language}/embed.html`;
  const values = {
    ...shellOf(edition, parts, {
      title: edition.document.title,
      description: wordingIn(parts.campaign.appeal.summary, language),
      root,
      rest: 'index.html',
      data: listSiteData(parts.campaign, edition.words),
    }),
    ...actOf(edition, here),
    here,
    head: writeHtml(head.filter((block) => !isFigures(block) && block.role !== 'note')),
    notes: writeHtml(head.filter((block) => block.role === 'note')),
    lead: disputed(head),
    figures: writeHtml(head.filter(isFigures)),
    events: writeHtml(events),
    calendar: hasDays(parts.campaign) ? `${here}events.ics` : undefined,
    reading: writeHtml(rest.filter((block) => block.role !== 'event')),
    leaflets: sheets(parts.leaflets, language, root),
    pictures: sheets(parts.pictures, language, root),
    share: shareTexts(edition, parts),
    picture: pictures[0] && root + pictures[0].href,
    embed:
      parts.embed && actHref !== undefined
        ? markup`<iframe src="${actHref}" title="${edition.document.title}" width="100%" height="700" loading="lazy"></iframe>`
            .text
        : undefined,
  };
  return { path, content: parts.render('appeal', values) };
}

/** The act alone, as a frame for another site. */
export function embedPage(edition: SiteEdition, parts: SiteParts): SiteFile {
  const { language } = edition.words;
  const shell = shellOf(edition, parts, { title: edition.document.title, root: '../', rest: 'embed.html' });
  const notes = edition.document.blocks.filter((block) => block.role === 'note');
  const values = {
    ...shell,
    ...actOf(edition, ''),
    lead: disputed(edition.document.blocks),
    notes: writeHtml(notes),
  };
  return { path: `${language}/embed.html`, content: parts.render('embed', values) };
}

/** What the act needs: countries, letters, and whom everybody can write to. */
function actOf(edition: SiteEdition, here: string) {
  const { countries, letters, labels } = edition;
  const links = letters.map((letter) => linkTo(letter, edition, `${here}letters/`));
  const forAll = new Set(lettersForAll(edition).map(({ contact }) => contact.id));
  const others = links.filter(({ id }) => forAll.has(id));
  const notes = [...new Set(countries.flatMap(({ note }) => note ?? []))];
  return {
    countries: countries.map(({ code, name, contact = '', note }) => ({
      code,
      name,
      contact,
      note: note === undefined ? undefined : String(notes.indexOf(note)),
    })),
    hasChoice: countries.length > 0,
    others,
    hasOthers: others.length > 0,
    all: links,
    first: firstOf(countries.length > 0 ? undefined : links[0]),
    json: jsonMarkup({
      notes,
      others: others.map(({ id }) => id),
      say: Object.fromEntries(
        (['write-to', 'done', 'next', 'copied', 'not-copied'] as const).map((l) => [l, labels[l]]),
      ),
    }),
  };
}

function firstOf(link: LetterLink | undefined): string | undefined {
  return link?.href;
}

/** The figures with everybody who says so, in a sentence. */
function disputed(blocks: readonly Block[]): string | undefined {
  const said = blocks.flatMap((block) => (block.kind === 'figures' ? [plainText(block.phrase)] : []));
  return said[0];
}

function sheets(of: SiteParts['leaflets'], language: string, root: string): SheetLink[] | undefined {
  const found = (of.get(language) ?? []).map((sheet) => fromPage(sheet, root));
  return found.length > 0 ? found : undefined;
}

/** The texts for sharing, each once. */
function shareTexts(edition: SiteEdition, parts: SiteParts): { id: string; text: string }[] {
  const { document, words, locale } = edition;
  const { appeal } = parts.campaign;
  const base = baseOf(parts.url);
  const demand = appeal.demands[0] && wordingIn(appeal.demands[0].text, words.language);
  const said = [
    document.title,
    ...document.blocks.flatMap((block) =>
      block.role === 'note' && block.kind === 'paragraph' && parts.campaign.isAtRest
        ? plainText(block.content)
        : [],
    ),
    disputed(document.blocks),
    wordingIn(appeal.summary, words.language),
    demand && `${words.labels['we-demand']}: ${demand}`,
    wordingIn(appeal.title, words.language),
  ];
  const sentences = [
    ...new Set(said.filter((part): part is string => typeof part === 'string' && part !== '')),
  ];
  const url = base === undefined ? undefined : `${base}${words.language}/index.html`;
  const texts = SHARE_LENGTHS.map((most) => writeShareText(sentences, most, { locale, url }));
  return [...new Set(texts)].map((text, i) => ({ id: `post-${i + 1}`, text }));
}
