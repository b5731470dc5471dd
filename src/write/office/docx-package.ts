import { escapeMarkup } from '../../model/escape.ts';
import { DRAWING_NS } from './drawing.ts';

/** The first line of each part. */
export const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
/** The namespace of the text. */
export const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
/** What the types of parts begin with. */
export const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
/** Type of the part with title and author. */
export const CORE_TYPE = 'application/vnd.openxmlformats-package.core-properties+xml';
/** What names a relation within a part. */
export const R = `xmlns:r="${OFFICE}/relationships"`;

/** What a document is made of besides the letterhead under it. */
export interface DocxOwn {
  /** Paragraphs and tables, and the properties of their page. */
  readonly text: string;
  readonly section: string;
  /** Named styles, by id. */
  readonly styles: ReadonlyMap<string, string>;
  /** Kinds of lists, and the lists of these kinds. */
  readonly numbering: { readonly kinds: string; readonly lists: string };
  readonly links: readonly string[];
  /** Pictures, as PNG. */
  readonly media: readonly Uint8Array[];
  /** Title and author. */
  readonly properties: string;
}

/** Id of the relation to a link, counted from 0. */
export const linkRelation = (i: number) => `link${i + 1}`;
/** Id of the relation to a picture, counted from 0. */
export const mediaRelation = (i: number) => `picture${i + 1}`;
/** Name of a picture in the package, counted from 0. */
export const mediaName = (i: number) => `media/handbill${i + 1}.png`;

/** One relation of a part to another, or to an address outside. */
export function relation(id: string, type: string, target: string, isOutside = false): string {
  return `<Relationship Id="${id}" Type="${OFFICE}/relationships/${type}" Target="${escapeMarkup(target)}"${isOutside ? ' TargetMode="External"' : ''}/>`;
}

/** A part that lists relations. */
export function relationsXml(relations: readonly string[]): string {
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${relations.join('')}</Relationships>`;
}

/** Where the links and pictures of the text lead, and what its styles and lists are. */
export function documentRelations({ links, media }: DocxOwn): string[] {
  return [
    relation('styles', 'styles', 'styles.xml'),
    relation('numbering', 'numbering', 'numbering.xml'),
    ...links.map((href, i) => relation(linkRelation(i), 'hyperlink', href, true)),
    ...media.map((_, i) => relation(mediaRelation(i), 'image', mediaName(i))),
  ];
}

/** The relations of the package itself. */
export const PACKAGE_RELATIONS = relationsXml([
  relation('rId1', 'officeDocument', 'word/document.xml'),
  `<Relationship Id="rId2" Type="${PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>`,
]);

/** The part with the text, and the section that it ends with. */
export function documentXml(text: string, section: string): string {
  return `${HEAD}<w:document ${W} ${R} ${DRAWING_NS}><w:body>${text}${section}</w:body></w:document>`;
}

/** Types of the parts, and of pictures by their endings. */
export function contentTypesXml(
  parts: readonly (readonly [name: string, type: string])[],
  pictures: readonly (readonly [ending: string, type: string])[] = [['png', 'image/png']],
): string {
  const each = parts.map(([name, type]) => `<Override PartName="${name}" ContentType="${type}"/>`);
  const endings = [
    ['rels', 'application/vnd.openxmlformats-package.relationships+xml'],
    ['xml', 'application/xml'],
    ...pictures,
  ].map(([ending, type]) => `<Default Extension="${ending}" ContentType="${type}"/>`);
  return `${HEAD}<Types xmlns="${PACKAGE}/content-types">${endings.join('')}${each.join('')}</Types>`;
}
