import type { Inline, MergedDocument } from '../../model/block.ts';
import { escapeMarkup } from '../../model/escape.ts';
import type { OfficeForm, OfficeParts, OfficePicture } from '../../model/office-form.ts';
import { encodePng } from '../encode-png.ts';
import { layOverOdt } from './odt-template.ts';
import {
  FRAMED,
  type Framed,
  HEADING_LEVELS,
  inOwnPlace,
  lineOf,
  type OfficeParagraph,
  type OfficeStyleName,
  officeParagraphs,
  officeStyles,
} from './paragraphs.ts';
import { storeZip } from './stored-zip.ts';

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';
const NS = [
  ...['office', 'style', 'text', 'table', 'meta', 'manifest'].map(
    (name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`,
  ),
  'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"',
  'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"',
  'xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"',
  'xmlns:xlink="http://www.w3.org/1999/xlink"',
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  'xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"',
].join(' ');
const TYPE = 'application/vnd.oasis.opendocument.text';
const mm = (value: number) => `${Math.round(value * 100) / 100}mm`;
const points = (value: number) => `${Math.round(value * 100) / 100}pt`;
const styleName = (name: string) => name.replaceAll(' ', '_20_');

/** What the parts of a document gather while they are written. */
interface Gathered {
  readonly runs: RunStyles;
  readonly parts: OfficeParts;
  /** Names of the pictures that are shown, each once. */
  readonly shown: string[];
}

/**
 * A document for LibreOffice and others (OASIS OpenDocument 1.3): the same blocks as on the page, with named styles;
 * over the page, headers, footers and styles of a letterhead where one is given.
 */
export function writeOdt(document: MergedDocument, form: OfficeForm, parts: OfficeParts): Uint8Array {
  const { framed, flow } = officeParagraphs(document, form, parts);
  const gathered: Gathered = { runs: new RunStyles(document.direction === 'rtl'), parts, shown: [] };
  const { template, letterhead } = parts;
  const body = [spaceXml(framed, form, gathered), ...flowXml(flow, gathered)].join('');
  const automatic = automaticStyles(form, gathered);
  const encoder = new TextEncoder();
  const styles = template
    ? layOverOdt(template, namedStyles(document, form))
    : encoder.encode(stylesXml(document, form, letterhead));
  const pictures = gathered.shown.map((name, i) => [pictureName(i), parts.pictures.get(name)!] as const);
  if (letterhead) pictures.push([LETTERHEAD, letterhead]);
  const files = new Map<string, Uint8Array>([
    ['mimetype', encoder.encode(TYPE)],
    [
      'content.xml',
      encoder.encode(
        `${HEAD}<office:document-content ${NS} office:version="1.3"><office:automatic-styles>${automatic}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
      ),
    ],
    ['styles.xml', styles],
    ['meta.xml', encoder.encode(metaXml(document))],
    ...[...(template?.parts ?? [])].filter(([name]) => name.startsWith('Pictures/')),
    ...pictures.map(([name, { image }]) => [name, encodePng(image)] as const),
  ]);
  files.set('META-INF/manifest.xml', encoder.encode(manifestXml([...files.keys()])));
  return storeZip(files);
}

const LETTERHEAD = 'Pictures/handbill-letterhead.png';
const pictureName = (i: number) => `Pictures/handbill${i + 1}.png`;

/** The paragraph above the text, on which hangs all that has a place of its own. */
function spaceXml(framed: Framed, form: OfficeForm, { runs, parts: { template } }: Gathered): string {
  const frames = FRAMED.flatMap((role, i) => {
    const { x, y, width, height } = form.frames[role];
    const inside = framed[role].map((paragraph) => paragraphXml(paragraph, runs)).join('');
    return inside === ''
      ? []
      : `<draw:frame draw:style-name="Placed" draw:name="${role}" text:anchor-type="paragraph" svg:x="${mm(x)}" svg:y="${mm(y)}" svg:width="${mm(width)}" svg:height="${mm(height)}" draw:z-index="${i}"><draw:text-box>${inside}</draw:text-box></draw:frame>`;
  });
  const marks = form.marks.at.map(
    (y) =>
      `<draw:line draw:style-name="Mark" text:anchor-type="paragraph" svg:x1="${mm(form.marks.x)}" svg:y1="${mm(y)}" svg:x2="${mm(form.marks.x + 5)}" svg:y2="${mm(y)}"/>`,
  );
  const placed = [...frames, ...marks].join('');
  const isNeeded = placed !== '' || template !== undefined || form.text.y - form.nextTop > 0.5;
  return isNeeded ? `<text:p text:style-name="Space">${placed}</text:p>` : '';
}

/** Styles of stretches of text, each made once: language, weight, slant. */
class RunStyles {
  readonly #names = new Map<string, string>();
  readonly isRtl: boolean;

  constructor(isRtl: boolean) {
    this.isRtl = isRtl;
  }

  name(language: string, strong: boolean, emphasis: boolean): string {
    const [tag = '', ...rest] = language.split('-');
    const region = rest.find((part) => /^[A-Z]{2}$/.test(part)) ?? (tag === 'zh' ? 'CN' : 'none');
    const names = ['', '-asian', '-complex'];
    const properties = [
      ...names.map(
        (kind) =>
          `${kind === '' ? 'fo:' : 'style:'}language${kind}="${escapeMarkup(tag)}" ${kind === '' ? 'fo:' : 'style:'}country${kind}="${region}"`,
      ),
      ...(strong ? names.map((kind) => `${kind === '' ? 'fo:' : 'style:'}font-weight${kind}="bold"`) : []),
      ...(emphasis ? names.map((kind) => `${kind === '' ? 'fo:' : 'style:'}font-style${kind}="italic"`) : []),
    ].join(' ');
    const known = this.#names.get(properties) ?? `T${this.#names.size + 1}`;
    this.#names.set(properties, known);
    return known;
  }

  toString(): string {
    return [...this.#names]
      .map(
        ([properties, name]) =>
          `<style:style style:name="${name}" style:family="text"><style:text-properties ${properties}/></style:style>`,
      )
      .join('');
  }
}

function flowXml(flow: readonly OfficeParagraph[], gathered: Gathered): string[] {
  const { runs } = gathered;
  const pieces: string[] = [];
  for (let i = 0; i < flow.length; i += 1) {
    const paragraph = flow[i]!;
    const together = (isSame: (next: OfficeParagraph) => boolean) => {
      const some = [paragraph];
      while (flow[i + 1] && isSame(flow[i + 1]!)) {
        i += 1;
        some.push(flow[i]!);
      }
      return some;
    };
    const { item, cells } = paragraph;
    if (item) {
      const items = together((next) => next.item?.list === item.list);
      const each = items.map((one, n) => {
        const start = n === 0 && item.isOrdered ? ` text:start-value="${item.start}"` : '';
        return `<text:list-item${start}>${paragraphXml(one, runs)}</text:list-item>`;
      });
      pieces.push(
        `<text:list text:style-name="${item.isOrdered ? NUMBERED : DASHED}">${each.join('')}</text:list>`,
      );
    } else if (cells) {
      const rows = together((next) => next.cells !== undefined).map((row) => {
        const each = row.cells!.map(
          (content) =>
            `<table:table-cell table:style-name="Cell" office:value-type="string">${paragraphXml({ ...row, content }, runs)}</table:table-cell>`,
        );
        return `<table:table-row table:style-name="Row">${each.join('')}</table:table-row>`;
      });
      pieces.push(
        `<table:table><table:table-column table:number-columns-repeated="${cells.length}"/>${rows.join('')}</table:table>`,
      );
    } else pieces.push(paragraphXml(paragraph, runs, pictureXml(paragraph, gathered)));
  }
  return pieces;
}

/** A picture in its line, or beside the lines of its paragraph. */
function pictureXml({ picture }: OfficeParagraph, { parts, shown }: Gathered): string {
  if (!picture) return '';
  const { name, alt, isBeside } = picture;
  if (!shown.includes(name)) shown.push(name);
  const at = shown.indexOf(name);
  const { width, height } = parts.pictures.get(name)!;
  const anchor = isBeside
    ? 'draw:style-name="Beside" text:anchor-type="paragraph"'
    : 'draw:style-name="InLine" text:anchor-type="as-char"';
  return `<draw:frame ${anchor} draw:name="picture ${at + 1}" svg:width="${mm(width)}" svg:height="${mm(height)}"><draw:image xlink:href="${pictureName(at)}" xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"/><svg:title>${escapeMarkup(alt)}</svg:title></draw:frame>`;
}

function paragraphXml({ style, content, language }: OfficeParagraph, runs: RunStyles, picture = ''): string {
  const inside = picture + content.map((inline) => inlineXml(inline, language, runs)).join('');
  const level = HEADING_LEVELS[style];
  return level
    ? `<text:h text:style-name="${styleName(style)}" text:outline-level="${level}">${inside}</text:h>`
    : `<text:p text:style-name="${styleName(style)}">${inside}</text:p>`;
}

function inlineXml(inline: Inline, language: string, runs: RunStyles): string {
  if (inline.kind === 'break') return '<text:line-break/>';
  const { strong = false, emphasis = false, href, language: own = language } = inline;
  // A space at an edge, or one of several, counts only as an element.
  const words = escapeMarkup(inOwnPlace(inline, runs.isRtl)).replace(/^ | $| (?= )/g, '<text:s/>');
  const span = `<text:span text:style-name="${runs.name(own, strong, emphasis)}">${words}</text:span>`;
  return href === undefined
    ? span
    : `<text:a xlink:type="simple" xlink:href="${escapeMarkup(href)}">${span}</text:a>`;
}

function automaticStyles({ text, nextTop }: OfficeForm, { runs, parts: { template } }: Gathered): string {
  const placed = (own: string) =>
    `<style:graphic-properties fo:padding="0mm" fo:border="none" ${own} style:vertical-pos="from-top" style:vertical-rel="page" style:horizontal-pos="from-left" style:horizontal-rel="page"/>`;
  const graphic = (name: string, properties: string) =>
    `<style:style style:name="${name}" style:family="graphic"${name === 'Mark' ? '' : ' style:parent-style-name="Frame"'}>${properties}</style:style>`;
  const side = runs.isRtl ? 'left' : 'right';
  const master = template?.masterPage ? ` style:master-page-name="${escapeMarkup(template.masterPage)}"` : '';
  const room = Math.max(text.y - nextTop, 0.4);
  return [
    graphic('Placed', placed('style:wrap="run-through" style:run-through="foreground"')),
    graphic(
      'Mark',
      '<style:graphic-properties draw:stroke="solid" svg:stroke-width="0.1mm" svg:stroke-color="#808080" style:vertical-rel="page" style:horizontal-rel="page" style:wrap="run-through"/>',
    ),
    graphic(
      'InLine',
      '<style:graphic-properties fo:padding="0mm" fo:border="none" style:vertical-pos="bottom" style:vertical-rel="baseline"/>',
    ),
    graphic(
      'Beside',
      `<style:graphic-properties fo:padding="0mm" fo:border="none" style:wrap="parallel" style:vertical-pos="top" style:vertical-rel="paragraph" style:horizontal-pos="${side}" style:horizontal-rel="paragraph"/>`,
    ),
    `<style:style style:name="Space" style:family="paragraph"${master}><style:paragraph-properties fo:margin-top="0mm" fo:margin-bottom="0mm" fo:line-height="${mm(room)}" style:writing-mode="lr-tb"/><style:text-properties fo:font-size="2pt"/></style:style>`,
    '<style:style style:name="Row" style:family="table-row"><style:table-row-properties style:min-row-height="9mm"/></style:style><style:style style:name="Cell" style:family="table-cell"><style:table-cell-properties fo:border="0.2mm solid #000000" fo:padding="1mm"/></style:style>',
    String(runs),
  ].join('');
}

/** The named styles of paragraphs and lists, by name. */
function namedStyles({ language, direction }: MergedDocument, { sizes }: OfficeForm): Map<string, string> {
  // Not "start": LibreOffice takes that for the left, whichever way a line runs.
  const [mode, side] = modeOf(direction);
  const styles = new Map<string, string>([
    ['Frame', `<style:style ${NS} style:name="Frame" style:family="graphic"/>`],
  ]);
  for (const [name, style] of Object.entries(officeStyles(sizes))) {
    const headingLevel = HEADING_LEVELS[name as OfficeStyleName];
    const high = lineOf(style, language);
    const line = high === undefined ? '' : ` fo:line-height="${points(high)}"`;
    const rule = style.rule ? ' fo:border-top="0.2mm solid #000000" fo:padding-top="0.7mm"' : '';
    const keep = headingLevel ? ' fo:keep-with-next="always"' : '';
    const level = headingLevel ? ` style:default-outline-level="${headingLevel}"` : '';
    const bold = style.bold
      ? ' fo:font-weight="bold" style:font-weight-complex="bold" style:font-weight-asian="bold"'
      : '';
    styles.set(
      styleName(name),
      `<style:style ${NS} style:name="${styleName(name)}" style:display-name="${name}" style:family="paragraph" style:parent-style-name="Standard"${level}><style:paragraph-properties fo:text-align="${side}" style:writing-mode="${mode}" fo:margin-top="${points(style.before ?? 0)}" fo:margin-bottom="${points(style.after)}"${line}${rule}${keep}/><style:text-properties fo:font-size="${points(style.size)}" style:font-size-complex="${points(style.size)}" style:font-size-asian="${points(style.size)}"${bold}/></style:style>`,
    );
  }
  const level =
    '<style:list-level-properties text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment text:label-followed-by="listtab" fo:text-indent="-7mm" fo:margin-left="7mm"/></style:list-level-properties>';
  styles.set(
    NUMBERED,
    `<text:list-style ${NS} style:name="${NUMBERED}" style:display-name="Handbill Numbered"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix=".">${level}</text:list-level-style-number></text:list-style>`,
  );
  return styles.set(
    DASHED,
    `<text:list-style ${NS} style:name="${DASHED}" style:display-name="Handbill Dashed"><text:list-level-style-bullet text:level="1" text:bullet-char="–">${level}</text:list-level-style-bullet></text:list-style>`,
  );
}

const [NUMBERED, DASHED] = [styleName('Handbill Numbered'), styleName('Handbill Dashed')];

function modeOf(direction: 'ltr' | 'rtl'): readonly [mode: string, side: string] {
  return direction === 'rtl' ? ['rl-tb', 'right'] : ['lr-tb', 'left'];
}

function stylesXml(
  document: MergedDocument,
  form: OfficeForm,
  letterhead: OfficePicture | undefined,
): string {
  const { paper, text, nextTop } = form;
  const [mode] = modeOf(document.direction);
  const styles = [...namedStyles(document, form).values()].join('').replaceAll(` ${NS}`, '');
  const right = paper.width - text.x - text.width;
  const head = letterhead ? HEADER_HEIGHT : 0;
  const header = letterhead
    ? `<style:header-style><style:header-footer-properties fo:min-height="${mm(head)}" fo:margin="0mm"/></style:header-style>`
    : '';
  const page = `<style:page-layout style:name="Page"><style:page-layout-properties fo:page-width="${mm(paper.width)}" fo:page-height="${mm(paper.height)}" fo:margin-top="${mm(nextTop - head)}" fo:margin-bottom="${mm(paper.height - text.bottom)}" fo:margin-left="${mm(text.x)}" fo:margin-right="${mm(right)}" style:writing-mode="${mode}"/>${header}</style:page-layout>`;
  const tag = escapeMarkup(document.language.split('-')[0]!);
  return `${HEAD}<office:document-styles ${NS} office:version="1.3"><office:font-face-decls><style:font-face style:name="Noto Serif" svg:font-family="'Noto Serif'"/><style:font-face style:name="Noto Naskh Arabic" svg:font-family="'Noto Naskh Arabic'"/></office:font-face-decls><office:styles><style:default-style style:family="paragraph"><style:paragraph-properties style:writing-mode="${mode}"/><style:text-properties style:font-name="Noto Serif" style:font-name-complex="Noto Naskh Arabic" fo:language="${tag}" fo:country="none"/></style:default-style><style:style style:name="Standard" style:family="paragraph"/>${styles}</office:styles><office:automatic-styles>${page}${letterhead ? HEADER_STYLES : ''}</office:automatic-styles><office:master-styles><style:master-page style:name="Standard" style:page-layout-name="Page">${letterhead ? headersXml(letterhead) : ''}</style:master-page></office:master-styles></office:document-styles>`;
}

/** Room that a header takes, which holds nothing but what lies under the page. */
const HEADER_HEIGHT = 1;
const HEADER_STYLES =
  '<style:style style:name="HeadLine" style:family="paragraph"><style:paragraph-properties fo:margin-top="0mm" fo:margin-bottom="0mm" fo:line-height="0.5mm"/><style:text-properties fo:font-size="1pt" style:font-size-complex="1pt" style:font-size-asian="1pt"/></style:style><style:style style:name="Under" style:family="graphic"><style:graphic-properties fo:padding="0mm" fo:border="none" style:wrap="run-through" style:run-through="background" style:vertical-pos="from-top" style:vertical-rel="page" style:horizontal-pos="from-left" style:horizontal-rel="page"/></style:style>';

/** The letterhead in the header of the first page, behind its text; nothing in that of the others. */
function headersXml({ width, height }: OfficePicture): string {
  const line = (inside: string) => `<text:p text:style-name="HeadLine">${inside}</text:p>`;
  const picture = `<draw:frame draw:style-name="Under" draw:name="letterhead" text:anchor-type="paragraph" svg:x="0mm" svg:y="0mm" svg:width="${mm(width)}" svg:height="${mm(height)}" loext:decorative="true"><draw:image xlink:href="${LETTERHEAD}" xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"/></draw:frame>`;
  return `<style:header>${line('')}</style:header><style:header-first>${line(picture)}</style:header-first>`;
}

function metaXml({ title, author, language }: MergedDocument): string {
  const creator = author ? `<meta:initial-creator>${escapeMarkup(author)}</meta:initial-creator>` : '';
  return `${HEAD}<office:document-meta ${NS} office:version="1.3"><office:meta><dc:title>${escapeMarkup(title)}</dc:title>${creator}<dc:language>${escapeMarkup(language)}</dc:language></office:meta></office:document-meta>`;
}

function manifestXml(names: readonly string[]): string {
  const file = (path: string, type: string) =>
    `<manifest:file-entry manifest:full-path="${escapeMarkup(path)}" manifest:media-type="${type}"/>`;
  const each = names
    .filter((name) => name !== 'mimetype')
    .map((name) =>
      file(
        name,
        name.endsWith('.xml') ? 'text/xml' : (MEDIA_TYPES[name.split('.').at(-1)!.toLowerCase()] ?? ''),
      ),
    );
  return `${HEAD}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">${file('/', TYPE)}${each.join('')}</manifest:manifest>`;
}

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  svg: 'image/svg+xml',
};
