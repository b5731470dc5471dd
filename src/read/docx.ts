import { problem } from './source.ts';
import { behindLink, type TextDocument } from './text-document.ts';
import { readXml } from './xml.ts';
import type { Packed } from './zip.ts';

/** Parts of a paragraph that are no text of it: deleted words, instructions of fields, pictures' fallbacks. */
const APART = new Set(['w:del', 'w:instrText', 'w:delText', 'mc:Fallback', 'w:moveFrom']);

/** The text of a Word document (ECMA-376, part 1, clause 17): paragraphs, breaks, and where its links lead. */
export async function readDocx(file: string, packed: Packed): Promise<TextDocument> {
  const body = await packed.unpack('word/document.xml');
  if (!body) throw problem('file-unreadable/content', file);
  const known = { links: await readLinks(file, packed), listStyles: await readListStyles(file, packed) };
  const parts = [body, await packed.unpack('word/footnotes.xml'), await packed.unpack('word/endnotes.xml')];
  // Notes stand at the end, so that no sentence is cut in two by one.
  return { text: parts.map((part) => (part ? textOf(part, file, known) : '')).join('\n\n') };
}

/** What other parts tell of its paragraphs. */
interface Known {
  readonly links: ReadonlyMap<string, string>;
  /** Styles of paragraphs that are items of a list. */
  readonly listStyles: ReadonlySet<string>;
}

function textOf(part: Buffer, file: string, { links, listStyles }: Known): string {
  const pieces: string[] = [];
  let apart = 0;
  let inText = false;
  let isItem = false;
  let link: { address: string | undefined; from: number } | undefined;
  readXml(part, file, {
    open: (name, attributes) => {
      if (APART.has(name)) apart += 1;
      if (apart > 0) return;
      if (name === 'w:t') inText = true;
      if (name === 'w:tab') pieces.push('\t');
      if (name === 'w:br' || name === 'w:cr') pieces.push('\n');
      // An item of a list, by its style or by what stands here; 0 takes a paragraph out of one.
      if (name === 'w:pPr') isItem = false;
      if (name === 'w:pStyle') isItem = listStyles.has(attributes['w:val'] ?? '');
      if (name === 'w:numId') isItem = attributes['w:val'] !== '0';
      if (name === 'w:noBreakHyphen') pieces.push('-');
      if (name === 'w:hyperlink')
        link = { address: links.get(attributes['r:id'] ?? ''), from: pieces.length };
    },
    text: (text) => {
      if (inText && apart === 0) pieces.push(text);
    },
    close: (name) => {
      if (APART.has(name)) apart -= 1;
      if (name === 'w:t') inText = false;
      if (name === 'w:pPr' && apart === 0 && isItem) pieces.push('- ');
      if (name === 'w:p') pieces.push('\n\n');
      if (name === 'w:hyperlink' && link) {
        pieces.push(behindLink(pieces.slice(link.from).join(''), link.address));
        link = undefined;
      }
    },
  });
  return pieces.join('');
}

/** Styles that make a paragraph an item of a list, and those based on one. */
async function readListStyles(file: string, packed: Packed): Promise<Set<string>> {
  const lists = new Set<string>();
  const basis = new Map<string, string>();
  let style = '';
  const styles = await packed.unpack('word/styles.xml');
  if (styles)
    readXml(styles, file, {
      open: (name, attributes) => {
        const value = attributes['w:val'] ?? '';
        if (name === 'w:style') style = attributes['w:styleId'] ?? '';
        if (name === 'w:basedOn') basis.set(style, value);
        if (name === 'w:numId' && style !== '') {
          if (value !== '0') lists.add(style);
          else basis.delete(style);
        }
      },
      close: (name) => {
        if (name === 'w:style') style = '';
      },
    });
  // A style comes after the one that it is based on, as a rule; who isn't found by then has no list.
  for (const [own, base] of basis) if (lists.has(base)) lists.add(own);
  return lists;
}

/** Addresses of the links by their ids. */
async function readLinks(file: string, packed: Packed): Promise<Map<string, string>> {
  const links = new Map<string, string>();
  const relations = await packed.unpack('word/_rels/document.xml.rels');
  if (relations)
    readXml(relations, file, {
      open: (name, { Id, Target, TargetMode }) => {
        if (name === 'Relationship' && TargetMode === 'External' && Id && Target) links.set(Id, Target);
      },
    });
  return links;
}
