import type { Inline, MergedDocument } from '../../model/block.ts';
import { escapeMarkup } from '../../model/escape.ts';
import type { OfficeForm, OfficeFrame } from '../../model/office-form.ts';
import {
  HEADING_LEVELS,
  inOwnPlace,
  lineOf,
  type OfficeParagraph,
  type OfficeStyleName,
  officeParagraphs,
  officeStyles,
} from './paragraphs.ts';
import { storeZip } from './stored-zip.ts';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** Twentieths of a point, as Word counts. */
const twips = (mm: number) => Math.round((mm * 1440) / 25.4);
const twentieths = (points: number) => Math.round(points * 20);
const styleId = (name: string) => name.replaceAll(' ', '');

/** A document for Word (ECMA-376, part 1): the same blocks as on the page, with named styles. */
export function writeDocx(document: MergedDocument, form: OfficeForm): Uint8Array {
  const { framed, flow } = officeParagraphs(document);
  const links: string[] = [];
  const isRtl = document.direction === 'rtl';
  const frames = (['sender', 'recipient', 'date'] as const).flatMap((role) =>
    framed[role].map((paragraph) => paragraphXml(paragraph, isRtl, links, framePr(form.frames[role]))),
  );
  const marks = form.marks.at.map(
    (y) =>
      `<w:p><w:pPr><w:framePr w:w="${twips(5)}" w:h="60" w:hRule="exact" w:hAnchor="page" w:vAnchor="page" w:x="${twips(form.marks.x)}" w:y="${twips(y)}"/><w:pBdr><w:top w:val="single" w:sz="4" w:space="0" w:color="808080"/></w:pBdr><w:spacing w:line="60" w:lineRule="exact"/></w:pPr></w:p>`,
  );
  const room = form.text.y - form.nextTop;
  // Room before a line: a line as high as that would move away from the frames beside it.
  const space =
    room > 0.5
      ? `<w:p><w:pPr>${isRtl ? '<w:bidi w:val="0"/>' : ''}<w:spacing w:before="${twips(room) - 20}" w:after="0" w:line="20" w:lineRule="exact"/></w:pPr></w:p>`
      : '';
  const body = [...frames, ...marks, space, ...flowXml(flow, isRtl, links)].join('');
  const files = new Map<string, string>([
    ['[Content_Types].xml', contentTypes()],
    [
      '_rels/.rels',
      relations([
        [`${OFFICE}/relationships/officeDocument`, 'word/document.xml'],
        [`${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'],
      ]),
    ],
    ['docProps/core.xml', coreProperties(document)],
    [
      'word/document.xml',
      `${HEAD}<w:document ${W} xmlns:r="${OFFICE}/relationships"><w:body>${body}${sectionPr(form, isRtl)}</w:body></w:document>`,
    ],
    ['word/styles.xml', stylesXml(document, form)],
    ['word/numbering.xml', numberingXml(flow)],
    [
      'word/_rels/document.xml.rels',
      relations(
        [
          [`${OFFICE}/relationships/styles`, 'styles.xml'],
          [`${OFFICE}/relationships/numbering`, 'numbering.xml'],
        ],
        links,
      ),
    ],
  ]);
  const encoder = new TextEncoder();
  return storeZip(new Map([...files].map(([name, text]) => [name, encoder.encode(text)])));
}

function framePr({ x, y, width, height }: OfficeFrame): string {
  return `<w:framePr w:w="${twips(width)}" w:h="${twips(height)}" w:hRule="exact" w:hAnchor="page" w:vAnchor="page" w:x="${twips(x)}" w:y="${twips(y)}" w:wrap="around"/>`;
}

function flowXml(flow: readonly OfficeParagraph[], isRtl: boolean, links: string[]): string[] {
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
          `<w:tc><w:tcPr><w:tcW w:w="0" w:type="auto"/></w:tcPr>${paragraphXml({ ...paragraph, content }, isRtl, links)}</w:tc>`,
      );
      rows.push(`<w:tr><w:trPr><w:trHeight w:val="480" w:hRule="atLeast"/></w:trPr>${cells.join('')}</w:tr>`);
      continue;
    }
    close();
    pieces.push(paragraphXml(paragraph, isRtl, links));
  }
  close();
  return pieces;
}

function tableXml(rows: readonly string[]): string {
  const side = (name: string) => `<w:${name} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`;
  const borders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(side).join('');
  return `<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:tblBorders>${borders}</w:tblBorders></w:tblPr>${rows.join('')}</w:tbl><w:p/>`;
}

function paragraphXml(
  { style, content, language, item }: OfficeParagraph,
  isRtl: boolean,
  links: string[],
  frame = '',
): string {
  const numbers = item ? `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${item.list}"/></w:numPr>` : '';
  const properties = `<w:pStyle w:val="${styleId(style)}"/>${frame}${numbers}${isRtl ? '<w:bidi/>' : ''}`;
  return `<w:p><w:pPr>${properties}</w:pPr>${content.map((inline) => runXml(inline, language, isRtl, links)).join('')}</w:p>`;
}

function runXml(inline: Inline, language: string, isRtl: boolean, links: string[]): string {
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
  return `<w:hyperlink r:id="link${links.length}">${run}</w:hyperlink>`;
}

function sectionPr({ paper, text, nextTop }: OfficeForm, isRtl: boolean): string {
  const right = paper.width - text.x - text.width;
  return `<w:sectPr><w:pgSz w:w="${twips(paper.width)}" w:h="${twips(paper.height)}"/><w:pgMar w:top="${twips(nextTop)}" w:right="${twips(right)}" w:bottom="${twips(paper.height - text.bottom)}" w:left="${twips(text.x)}" w:header="400" w:footer="400" w:gutter="0"/>${isRtl ? '<w:bidi/>' : ''}</w:sectPr>`;
}

function stylesXml({ language }: MergedDocument, { sizes }: OfficeForm): string {
  const tag = escapeMarkup(language);
  const fonts = '<w:rFonts w:ascii="Noto Serif" w:hAnsi="Noto Serif" w:cs="Noto Naskh Arabic"/>';
  const each = Object.entries(officeStyles(sizes)).map(([name, style]) => {
    const headingLevel = HEADING_LEVELS[name as OfficeStyleName];
    const line = ` w:line="${twentieths(lineOf(style, language))}" w:lineRule="exact"`;
    const rule = style.rule
      ? '<w:pBdr><w:top w:val="single" w:sz="4" w:space="2" w:color="000000"/></w:pBdr>'
      : '';
    const level = headingLevel ? `<w:outlineLvl w:val="${headingLevel - 1}"/>` : '';
    const paragraph = `<w:pPr>${headingLevel ? '<w:keepNext/>' : ''}${rule}<w:spacing w:before="${twentieths(style.before ?? 0)}" w:after="${twentieths(style.after)}"${line}/>${level}</w:pPr>`;
    const size = Math.round(style.size * 2);
    return `<w:style w:type="paragraph" w:customStyle="1" w:styleId="${styleId(name)}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:qFormat/>${paragraph}<w:rPr>${style.bold ? '<w:b/><w:bCs/>' : ''}<w:sz w:val="${size}"/><w:szCs w:val="${size}"/></w:rPr></w:style>`;
  });
  return `${HEAD}<w:styles ${W}><w:docDefaults><w:rPrDefault><w:rPr>${fonts}<w:lang w:val="${tag}" w:eastAsia="${tag}" w:bidi="${tag}"/></w:rPr></w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>${each.join('')}</w:styles>`;
}

function numberingXml(flow: readonly OfficeParagraph[]): string {
  const level = (format: string, text: string) =>
    `<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/><w:pPr><w:ind w:left="400" w:hanging="400"/></w:pPr></w:lvl>`;
  const items = flow.flatMap(({ item }) => item ?? []);
  const lists = items.filter(({ list }, i) => items.findIndex((one) => one.list === list) === i);
  const numbers = lists.map(
    ({ list, isOrdered, start }) =>
      `<w:num w:numId="${list}"><w:abstractNumId w:val="${isOrdered ? 0 : 1}"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="${start}"/></w:lvlOverride></w:num>`,
  );
  return `${HEAD}<w:numbering ${W}><w:abstractNum w:abstractNumId="0">${level('decimal', '%1.')}</w:abstractNum><w:abstractNum w:abstractNumId="1">${level('bullet', '–')}</w:abstractNum>${numbers.join('')}</w:numbering>`;
}

function contentTypes(): string {
  const part = (name: string, type: string) => `<Override PartName="${name}" ContentType="${type}"/>`;
  return `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${part('/word/document.xml', `${WORD}.document.main+xml`)}${part('/word/styles.xml', `${WORD}.styles+xml`)}${part('/word/numbering.xml', `${WORD}.numbering+xml`)}${part('/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml')}</Types>`;
}

function relations(
  parts: readonly (readonly [type: string, target: string])[],
  links: readonly string[] = [],
): string {
  const each = parts.map(
    ([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${type}" Target="${target}"/>`,
  );
  const outside = links.map(
    (href, i) =>
      `<Relationship Id="link${i + 1}" Type="${OFFICE}/relationships/hyperlink" Target="${escapeMarkup(href)}" TargetMode="External"/>`,
  );
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${each.join('')}${outside.join('')}</Relationships>`;
}

function coreProperties({ title, author, language }: MergedDocument): string {
  const creator = author ? `<dc:creator>${escapeMarkup(author)}</dc:creator>` : '';
  return `${HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escapeMarkup(title)}</dc:title>${creator}<dc:language>${escapeMarkup(language)}</dc:language></cp:coreProperties>`;
}
