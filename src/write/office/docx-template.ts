import type { OfficeTemplate } from '../../model/office-form.ts';
import {
  CORE_TYPE,
  contentTypesXml,
  type DocxOwn,
  documentRelations,
  documentXml,
  HEAD,
  mediaName,
  PACKAGE_RELATIONS,
  relation,
  relationsXml,
  W,
  WORD,
} from './docx-package.ts';

const STYLES = 'word/styles.xml';
const NUMBERING = 'word/numbering.xml';

/**
 * The files of a document laid over a letterhead: its page, headers, footers and styles stay, ours come in where it
 * has none of that name; its text is ours.
 */
export function layOverDocx(own: DocxOwn, template: OfficeTemplate): Map<string, Uint8Array> {
  const { parts, word } = template;
  const { section = '', relations = [], types = [], endings = [] } = word ?? {};
  const textOf = (name: string) => new TextDecoder().decode(parts.get(name) ?? new Uint8Array());
  const kept = relations.map(({ id, type, target }) => relation(id, type, target));
  const ours = [
    ['/word/document.xml', `${WORD}.document.main+xml`],
    ['/word/styles.xml', `${WORD}.styles+xml`],
    ['/word/numbering.xml', `${WORD}.numbering+xml`],
    ['/docProps/core.xml', CORE_TYPE],
  ] as const;
  const pictures = [...new Map([...endings, ['png', 'image/png'] as const])];
  const texts: readonly (readonly [string, string])[] = [
    ['[Content_Types].xml', contentTypesXml([...ours, ...types], pictures)],
    ['_rels/.rels', PACKAGE_RELATIONS],
    ['docProps/core.xml', own.properties],
    ['word/document.xml', documentXml(own.text, section || own.section)],
    [STYLES, withStyles(textOf(STYLES), own.styles)],
    [NUMBERING, withNumbering(textOf(NUMBERING), own.numbering)],
    ['word/_rels/document.xml.rels', relationsXml([...documentRelations(own), ...kept])],
  ];
  const encoder = new TextEncoder();
  const written = new Map(texts.map(([name, text]) => [name, encoder.encode(text)]));
  const rest = [...parts].filter(([name]) => !written.has(name));
  return new Map([...written, ...rest, ...own.media.map((png, i) => [`word/${mediaName(i)}`, png] as const)]);
}

/** The styles of a letterhead with ours behind them; one of the same name is a look that was given to it. */
function withStyles(styles: string, ours: DocxOwn['styles']): string {
  const parent = /<w:style\b(?=[^>]*w:type="paragraph")(?=[^>]*w:default="1")[^>]*w:styleId="([^"]*)"/.exec(
    styles,
  );
  const added = [...ours]
    .filter(([id]) => !styles.includes(`w:styleId="${id}"`))
    .map(([, xml]) => (parent ? xml.replace('w:val="Normal"', `w:val="${parent[1]}"`) : xml));
  return styles.replace(/<\/w:styles>\s*$/, () => `${added.join('')}</w:styles>`);
}

function withNumbering(numbering: string, { kinds, lists }: DocxOwn['numbering']): string {
  if (!/<\/w:numbering>\s*$/.test(numbering))
    return `${HEAD}<w:numbering ${W}>${kinds}${lists}</w:numbering>`;
  // Kinds stand before lists.
  const first = numbering.search(/<w:num[ >]/);
  const at = first < 0 ? numbering.lastIndexOf('</w:numbering>') : first;
  const both = `${numbering.slice(0, at)}${kinds}${numbering.slice(at)}`;
  const end = both.search(/<w:numIdMacAtCleanup|<\/w:numbering>\s*$/);
  return `${both.slice(0, end)}${lists}${both.slice(end)}`;
}
