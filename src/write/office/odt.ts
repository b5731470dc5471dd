import type { Inline, MergedDocument } from '../../model/block.ts';
import { escapeMarkup } from '../../model/escape.ts';
import type { OfficeForm } from '../../model/office-form.ts';
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
].join(' ');
const TYPE = 'application/vnd.oasis.opendocument.text';
const mm = (value: number) => `${Math.round(value * 100) / 100}mm`;
const points = (value: number) => `${Math.round(value * 100) / 100}pt`;
const styleName = (name: string) => name.replaceAll(' ', '_20_');

/** A document for LibreOffice and others (OASIS OpenDocument 1.3): the same blocks as on the page, with named styles. */
export function writeOdt(document: MergedDocument, form: OfficeForm): Uint8Array {
  const { framed, flow } = officeParagraphs(document);
  const runs = new RunStyles(document.direction === 'rtl');
  const frames = (['sender', 'recipient', 'date'] as const).flatMap((role, i) => {
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
  const room = form.text.y - form.nextTop;
  // What has a place of its own hangs on the paragraph that keeps the room above the text free.
  const placed = [...frames, ...marks].join('');
  const space = placed !== '' || room > 0.5 ? `<text:p text:style-name="Space">${placed}</text:p>` : '';
  const body = [space, ...flowXml(flow, runs)].join('');
  const files = new Map<string, string>([
    ['mimetype', TYPE],
    [
      'content.xml',
      `${HEAD}<office:document-content ${NS} office:version="1.3"><office:automatic-styles>${automaticStyles(Math.max(room, 0), runs)}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
    ],
    ['styles.xml', stylesXml(document, form)],
    ['meta.xml', metaXml(document)],
    ['META-INF/manifest.xml', manifestXml()],
  ]);
  const encoder = new TextEncoder();
  return storeZip(new Map([...files].map(([name, text]) => [name, encoder.encode(text)])));
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

function flowXml(flow: readonly OfficeParagraph[], runs: RunStyles): string[] {
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
        `<text:list text:style-name="${item.isOrdered ? 'Numbered' : 'Dashed'}">${each.join('')}</text:list>`,
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
    } else pieces.push(paragraphXml(paragraph, runs));
  }
  return pieces;
}

function paragraphXml({ style, content, language }: OfficeParagraph, runs: RunStyles): string {
  const inside = content.map((inline) => inlineXml(inline, language, runs)).join('');
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

function automaticStyles(room: number, runs: RunStyles): string {
  return `<style:style style:name="Placed" style:family="graphic" style:parent-style-name="Frame"><style:graphic-properties fo:padding="0mm" fo:border="none" style:wrap="run-through" style:run-through="foreground" style:vertical-pos="from-top" style:vertical-rel="page" style:horizontal-pos="from-left" style:horizontal-rel="page"/></style:style><style:style style:name="Mark" style:family="graphic"><style:graphic-properties draw:stroke="solid" svg:stroke-width="0.1mm" svg:stroke-color="#808080" style:vertical-rel="page" style:horizontal-rel="page" style:wrap="run-through"/></style:style><style:style style:name="Space" style:family="paragraph"><style:paragraph-properties fo:margin-top="0mm" fo:margin-bottom="0mm" fo:line-height="${mm(room)}" style:writing-mode="lr-tb"/><style:text-properties fo:font-size="2pt"/></style:style><style:style style:name="Row" style:family="table-row"><style:table-row-properties style:min-row-height="9mm"/></style:style><style:style style:name="Cell" style:family="table-cell"><style:table-cell-properties fo:border="0.2mm solid #000000" fo:padding="1mm"/></style:style>${runs}`;
}

function stylesXml(
  { language, direction }: MergedDocument,
  { paper, text, nextTop, sizes }: OfficeForm,
): string {
  // Not "start": LibreOffice takes that for the left, whichever way a line runs.
  const [mode, side] = direction === 'rtl' ? ['rl-tb', 'right'] : ['lr-tb', 'left'];
  const each = Object.entries(officeStyles(sizes)).map(([name, style]) => {
    const headingLevel = HEADING_LEVELS[name as OfficeStyleName];
    const line = ` fo:line-height="${points(lineOf(style, language))}"`;
    const rule = style.rule ? ' fo:border-top="0.2mm solid #000000" fo:padding-top="0.7mm"' : '';
    const keep = headingLevel ? ' fo:keep-with-next="always"' : '';
    const level = headingLevel ? ` style:default-outline-level="${headingLevel}"` : '';
    const bold = style.bold
      ? ' fo:font-weight="bold" style:font-weight-complex="bold" style:font-weight-asian="bold"'
      : '';
    return `<style:style style:name="${styleName(name)}" style:display-name="${name}" style:family="paragraph" style:parent-style-name="Standard"${level}><style:paragraph-properties fo:text-align="${side}" style:writing-mode="${mode}" fo:margin-top="${points(style.before ?? 0)}" fo:margin-bottom="${points(style.after)}"${line}${rule}${keep}/><style:text-properties fo:font-size="${points(style.size)}" style:font-size-complex="${points(style.size)}" style:font-size-asian="${points(style.size)}"${bold}/></style:style>`;
  });
  const level =
    '<style:list-level-properties text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment text:label-followed-by="listtab" fo:text-indent="-7mm" fo:margin-left="7mm"/></style:list-level-properties>';
  const lists = `<text:list-style style:name="Numbered"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix=".">${level}</text:list-level-style-number></text:list-style><text:list-style style:name="Dashed"><text:list-level-style-bullet text:level="1" text:bullet-char="–">${level}</text:list-level-style-bullet></text:list-style>`;
  const right = paper.width - text.x - text.width;
  const page = `<style:page-layout style:name="Page"><style:page-layout-properties fo:page-width="${mm(paper.width)}" fo:page-height="${mm(paper.height)}" fo:margin-top="${mm(nextTop)}" fo:margin-bottom="${mm(paper.height - text.bottom)}" fo:margin-left="${mm(text.x)}" fo:margin-right="${mm(right)}" style:writing-mode="${mode}"/></style:page-layout>`;
  const tag = escapeMarkup(language.split('-')[0]!);
  return `${HEAD}<office:document-styles ${NS} office:version="1.3"><office:font-face-decls><style:font-face style:name="Noto Serif" svg:font-family="'Noto Serif'"/><style:font-face style:name="Noto Naskh Arabic" svg:font-family="'Noto Naskh Arabic'"/></office:font-face-decls><office:styles><style:default-style style:family="paragraph"><style:paragraph-properties style:writing-mode="${mode}"/><style:text-properties style:font-name="Noto Serif" style:font-name-complex="Noto Naskh Arabic" fo:language="${tag}" fo:country="none"/></style:default-style><style:style style:name="Standard" style:family="paragraph"/><style:style style:name="Frame" style:family="graphic"/>${each.join('')}${lists}</office:styles><office:automatic-styles>${page}</office:automatic-styles><office:master-styles><style:master-page style:name="Standard" style:page-layout-name="Page"/></office:master-styles></office:document-styles>`;
}

function metaXml({ title, author, language }: MergedDocument): string {
  const creator = author ? `<meta:initial-creator>${escapeMarkup(author)}</meta:initial-creator>` : '';
  return `${HEAD}<office:document-meta ${NS} office:version="1.3"><office:meta><dc:title>${escapeMarkup(title)}</dc:title>${creator}<dc:language>${escapeMarkup(language)}</dc:language></office:meta></office:document-meta>`;
}

function manifestXml(): string {
  const file = (path: string, type: string) =>
    `<manifest:file-entry manifest:full-path="${path}" manifest:media-type="${type}"/>`;
  return `${HEAD}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">${file('/', TYPE)}${['content.xml', 'styles.xml', 'meta.xml'].map((path) => file(path, 'text/xml')).join('')}</manifest:manifest>`;
}
