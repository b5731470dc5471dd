import type { Inline, MergedDocument } from '../../model/block.ts';
import { escapeMarkup } from '../../model/escape.ts';
import type { OfficeForm, OfficeFrame, OfficeParts, OfficePicture } from '../../model/office-form.ts';
import { encodePng } from '../encode-png.ts';
import {
  CORE_TYPE,
  contentTypesXml,
  type DocxOwn,
  documentRelations,
  documentXml,
  HEAD,
  linkRelation,
  mediaName,
  mediaRelation,
  PACKAGE_RELATIONS,
  R,
  relation,
  relationsXml,
  W,
  WORD,
} from './docx-package.ts';
import { layOverDocx } from './docx-template.ts';
import { DRAWING_NS, drawingXml } from './drawing.ts';
import {
  FRAMED,
  HEADING_LEVELS,
  inOwnPlace,
  lineOf,
  type OfficeParagraph,
  type OfficeStyleName,
  officeParagraphs,
  officeStyles,
} from './paragraphs.ts';
import { storeZip } from './stored-zip.ts';

/** Twentieths of a point, as Word counts. */
const twips = (mm: number) => Math.round((mm * 1440) / 25.4);
const twentieths = (points: number) => Math.round(points * 20);
const styleId = (name: string) => name.replaceAll(' ', '');

/** What the parts of a document gather while they are written. */
interface Gathered {
  readonly isRtl: boolean;
  readonly parts: OfficeParts;
  /** Addresses that links lead to. */
  readonly links: string[];
  /** Names of the pictures that are shown, each once. */
  readonly shown: string[];
}

/**
 * A document for Word (ECMA-376, part 1): the same blocks as on the page, with named styles; over the page, headers,
 * footers and styles of a letterhead where one is given.
 */
export function writeDocx(document: MergedDocument, form: OfficeForm, parts: OfficeParts): Uint8Array {
  const { framed, flow } = officeParagraphs(document, form, parts);
  const gathered: Gathered = { isRtl: document.direction === 'rtl', parts, links: [], shown: [] };
  const frames = FRAMED.flatMap((role) =>
    framed[role].map((paragraph) => paragraphXml(paragraph, gathered, framePr(form.frames[role]))),
  );
  const text = [...frames, ...marksXml(form), roomXml(form, gathered), ...flowXml(flow, gathered)].join('');
  const { template, letterhead } = parts;
  const own: DocxOwn = {
    text,
    section: sectionPr(form, gathered.isRtl, letterhead !== undefined),
    styles: stylesOf(document, form),
    numbering: numberingOf(flow),
    links: gathered.links,
    media: gathered.shown.map((name) => encodePng(parts.pictures.get(name)!.image)),
    properties: coreProperties(document),
  };
  return storeZip(template ? layOverDocx(own, template) : plainFiles(own, document, letterhead));
}

/** The files of a document of our own make. */
function plainFiles(
  own: DocxOwn,
  document: MergedDocument,
  letterhead: OfficePicture | undefined,
): Map<string, Uint8Array> {
  const encoder = new TextEncoder();
  const head = letterhead ? letterheadFiles(letterhead) : [];
  const { styles, numbering, text, section } = own;
  const texts: [string, string][] = [
    ['[Content_Types].xml', contentTypes(letterhead !== undefined)],
    ['_rels/.rels', PACKAGE_RELATIONS],
    ['docProps/core.xml', own.properties],
    ['word/document.xml', documentXml(text, section)],
    ['word/styles.xml', stylesXml(document, styles)],
    ['word/numbering.xml', `${HEAD}<w:numbering ${W}>${numbering.kinds}${numbering.lists}</w:numbering>`],
    [
      'word/_rels/document.xml.rels',
      relationsXml([...documentRelations(own), ...(letterhead ? [HEAD_RELATION] : [])]),
    ],
  ];
  return new Map([
    ...texts.map(([name, part]) => [name, encoder.encode(part)] as const),
    ...head,
    ...own.media.map((png, i) => [`word/${mediaName(i)}`, png] as const),
  ]);
}

const HEAD_RELATION = relation('head', 'header', 'header1.xml');

/** The letterhead in the header of the first page, behind its text. */
function letterheadFiles(picture: OfficePicture): (readonly [string, Uint8Array])[] {
  const encoder = new TextEncoder();
  const drawing = drawingXml({ picture, number: 1, relation: 'rId1', place: 'page', isRtl: false });
  const line = '<w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/></w:pPr>';
  const header = `${HEAD}<w:hdr ${W} ${R} ${DRAWING_NS}><w:p>${line}${drawing}</w:p></w:hdr>`;
  return [
    ['word/header1.xml', encoder.encode(header)],
    [
      'word/_rels/header1.xml.rels',
      encoder.encode(relationsXml([relation('rId1', 'image', 'media/letterhead.png')])),
    ],
    ['word/media/letterhead.png', encodePng(picture.image)],
  ];
}

/** Fold marks and hole mark at the edge of the paper. */
function marksXml({ marks }: OfficeForm): string[] {
  return marks.at.map(
    (y) =>
      `<w:p><w:pPr><w:framePr w:w="${twips(5)}" w:h="60" w:hRule="exact" w:hAnchor="page" w:vAnchor="page" w:x="${twips(marks.x)}" w:y="${twips(y)}"/><w:pBdr><w:top w:val="single" w:sz="4" w:space="0" w:color="808080"/></w:pBdr><w:spacing w:line="60" w:lineRule="exact"/></w:pPr></w:p>`,
  );
}

/** What keeps the place above the text free. */
function roomXml({ text, nextTop }: OfficeForm, { isRtl }: Gathered): string {
  const room = text.y - nextTop;
  if (room <= 0.5) return '';
  // Room before a line: a line as high as that would move away from the frames beside it.
  return `<w:p><w:pPr>${isRtl ? '<w:bidi w:val="0"/>' : ''}<w:spacing w:before="${twips(room) - 20}" w:after="0" w:line="20" w:lineRule="exact"/></w:pPr></w:p>`;
}

function framePr({ x, y, width, height }: OfficeFrame): string {
  return `<w:framePr w:w="${twips(width)}" w:h="${twips(height)}" w:hRule="exact" w:hAnchor="page" w:vAnchor="page" w:x="${twips(x)}" w:y="${twips(y)}" w:wrap="around"/>`;
}

function flowXml(flow: readonly OfficeParagraph[], gathered: Gathered): string[] {
  const pieces: string[] = [];
  let rows: string[] = [];
  const close = () => {
    if (rows.length > 0) pieces.push(tableXml(rows));
    rows = [];
  };
  for (const paragraph of flow) {
    if (paragraph.cells) {
      const cells = paragraph.cells.map(
        (content) =>
          `<w:tc><w:tcPr><w:tcW w:w="0" w:type="auto"/></w:tcPr>${paragraphXml({ ...paragraph, content }, gathered)}</w:tc>`,
      );
      rows.push(`<w:tr><w:trPr><w:trHeight w:val="480" w:hRule="atLeast"/></w:trPr>${cells.join('')}</w:tr>`);
      continue;
    }
    close();
    pieces.push(paragraphXml(paragraph, gathered));
  }
  close();
  return pieces;
}

function tableXml(rows: readonly string[]): string {
  const side = (name: string) => `<w:${name} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`;
  const borders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(side).join('');
  return `<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:tblBorders>${borders}</w:tblBorders></w:tblPr>${rows.join('')}</w:tbl><w:p/>`;
}

function paragraphXml(paragraph: OfficeParagraph, gathered: Gathered, frame = ''): string {
  const { style, content, language, item, picture } = paragraph;
  const { isRtl } = gathered;
  // The style of its list marks an item; what stands here only counts lists apart.
  const numbers = item ? `<w:numPr><w:numId w:val="${numberOfList(item.list)}"/></w:numPr>` : '';
  const name = item ? listStyle(item) : style;
  const properties = `<w:pStyle w:val="${styleId(name)}"/>${frame}${numbers}${isRtl ? '<w:bidi/>' : ''}`;
  const drawn = picture ? pictureXml(picture, gathered) : '';
  return `<w:p><w:pPr>${properties}</w:pPr>${drawn}${content.map((inline) => runXml(inline, language, gathered)).join('')}</w:p>`;
}

function pictureXml(
  { name, alt, isBeside }: NonNullable<OfficeParagraph['picture']>,
  gathered: Gathered,
): string {
  const { parts, shown, isRtl } = gathered;
  if (!shown.includes(name)) shown.push(name);
  const at = shown.indexOf(name);
  const place = isBeside ? 'beside' : 'line';
  const picture = parts.pictures.get(name)!;
  return drawingXml({ picture, number: at + 1, relation: mediaRelation(at), alt, place, isRtl });
}

function runXml(inline: Inline, language: string, { isRtl, links }: Gathered): string {
  if (inline.kind === 'break') return '<w:r><w:br/></w:r>';
  const { text, strong, emphasis, href, language: own = language } = inline;
  const tag = escapeMarkup(own);
  const isOwnRtl = /[\p{sc=Arabic}\p{sc=Hebrew}]/u.test(text);
  const properties = [
    strong ? '<w:b/><w:bCs/>' : '',
    emphasis ? '<w:i/><w:iCs/>' : '',
    isRtl && isOwnRtl ? '<w:rtl/>' : '',
    `<w:lang w:val="${tag}" w:eastAsia="${tag}" w:bidi="${tag}"/>`,
  ].join('');
  const run = `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${escapeMarkup(inOwnPlace(inline, isRtl))}</w:t></w:r>`;
  if (href === undefined) return run;
  links.push(href);
  return `<w:hyperlink r:id="${linkRelation(links.length - 1)}">${run}</w:hyperlink>`;
}

function sectionPr({ paper, text, nextTop }: OfficeForm, isRtl: boolean, hasHead: boolean): string {
  const right = paper.width - text.x - text.width;
  const header = hasHead ? '<w:headerReference w:type="first" r:id="head"/>' : '';
  return `<w:sectPr>${header}<w:pgSz w:w="${twips(paper.width)}" w:h="${twips(paper.height)}"/><w:pgMar w:top="${twips(nextTop)}" w:right="${twips(right)}" w:bottom="${twips(paper.height - text.bottom)}" w:left="${twips(text.x)}" w:header="400" w:footer="400" w:gutter="0"/>${hasHead ? '<w:titlePg/>' : ''}${isRtl ? '<w:bidi/>' : ''}</w:sectPr>`;
}

/** The named styles, those of lists with their marks. */
function stylesOf({ language }: MergedDocument, { sizes }: OfficeForm): DocxOwn['styles'] {
  const paragraphs = Object.entries(officeStyles(sizes)).map(([name, style]) => {
    const headingLevel = HEADING_LEVELS[name as OfficeStyleName];
    const high = lineOf(style, language);
    const line = high === undefined ? '' : ` w:line="${twentieths(high)}" w:lineRule="exact"`;
    const rule = style.rule
      ? '<w:pBdr><w:top w:val="single" w:sz="4" w:space="2" w:color="000000"/></w:pBdr>'
      : '';
    const level = headingLevel ? `<w:outlineLvl w:val="${headingLevel - 1}"/>` : '';
    const properties = `<w:pPr>${headingLevel ? '<w:keepNext/>' : ''}${rule}<w:spacing w:before="${twentieths(style.before ?? 0)}" w:after="${twentieths(style.after)}"${line}/>${level}</w:pPr>`;
    const size = Math.round(style.size * 2);
    return styleXml(
      name,
      'Normal',
      `${properties}<w:rPr>${style.bold ? '<w:b/><w:bCs/>' : ''}<w:sz w:val="${size}"/><w:szCs w:val="${size}"/></w:rPr>`,
    );
  });
  const lists = [LISTS.ordered, LISTS.dashed].map(({ style, number }) =>
    styleXml(
      style,
      styleId('Handbill List'),
      `<w:pPr><w:numPr><w:numId w:val="${number}"/></w:numPr></w:pPr>`,
    ),
  );
  return new Map([...paragraphs, ...lists]);
}

function styleXml(name: string, parent: string, properties: string): readonly [string, string] {
  const id = styleId(name);
  return [
    id,
    `<w:style w:type="paragraph" w:customStyle="1" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="${parent}"/><w:qFormat/>${properties}</w:style>`,
  ];
}

function stylesXml({ language }: MergedDocument, styles: DocxOwn['styles']): string {
  const tag = escapeMarkup(language);
  const fonts = '<w:rFonts w:ascii="Noto Serif" w:hAnsi="Noto Serif" w:cs="Noto Naskh Arabic"/>';
  return `${HEAD}<w:styles ${W}><w:docDefaults><w:rPrDefault><w:rPr>${fonts}<w:lang w:val="${tag}" w:eastAsia="${tag}" w:bidi="${tag}"/></w:rPr></w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>${[...styles.values()].join('')}</w:styles>`;
}

/** Both kinds of list with the style and the number of each; numbers are far from those of a letterhead. */
const LISTS = {
  ordered: { style: 'Handbill Numbered List', kind: 900, number: 900 },
  dashed: { style: 'Handbill Dashed List', kind: 901, number: 901 },
} as const;

function listStyle({ isOrdered }: NonNullable<OfficeParagraph['item']>): string {
  return (isOrdered ? LISTS.ordered : LISTS.dashed).style;
}

/** The number of a list of a document, which count from 1. */
const numberOfList = (list: number) => 901 + list;

function numberingOf(flow: readonly OfficeParagraph[]): DocxOwn['numbering'] {
  const kind = ({ kind, style }: (typeof LISTS)[keyof typeof LISTS], format: string, text: string) =>
    `<w:abstractNum w:abstractNumId="${kind}"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:pStyle w:val="${styleId(style)}"/><w:lvlText w:val="${text}"/><w:pPr><w:ind w:left="400" w:hanging="400"/></w:pPr></w:lvl></w:abstractNum>`;
  const number = (id: number, { kind }: { kind: number }, start?: number) =>
    `<w:num w:numId="${id}"><w:abstractNumId w:val="${kind}"/>${start === undefined ? '' : `<w:lvlOverride w:ilvl="0"><w:startOverride w:val="${start}"/></w:lvlOverride>`}</w:num>`;
  const items = flow.flatMap(({ item }) => item ?? []);
  const lists = items.filter(({ list }, i) => items.findIndex((one) => one.list === list) === i);
  const each = lists.map(({ list, isOrdered, start }) =>
    number(numberOfList(list), isOrdered ? LISTS.ordered : LISTS.dashed, start),
  );
  return {
    kinds: kind(LISTS.ordered, 'decimal', '%1.') + kind(LISTS.dashed, 'bullet', '–'),
    lists: [
      number(LISTS.ordered.number, LISTS.ordered),
      number(LISTS.dashed.number, LISTS.dashed),
      ...each,
    ].join(''),
  };
}

function contentTypes(hasHead: boolean): string {
  const parts = [
    ['/word/document.xml', `${WORD}.document.main+xml`],
    ['/word/styles.xml', `${WORD}.styles+xml`],
    ['/word/numbering.xml', `${WORD}.numbering+xml`],
    ...(hasHead ? [['/word/header1.xml', `${WORD}.header+xml`] as const] : []),
    ['/docProps/core.xml', CORE_TYPE],
  ] as const;
  return contentTypesXml(parts);
}

function coreProperties({ title, author, language }: MergedDocument): string {
  const creator = author ? `<dc:creator>${escapeMarkup(author)}</dc:creator>` : '';
  return `${HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escapeMarkup(title)}</dc:title>${creator}<dc:language>${escapeMarkup(language)}</dc:language></cp:coreProperties>`;
}
