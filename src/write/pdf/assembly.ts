import { deflateSync } from 'node:zlib';
import { startMemory } from '../../model/memory.ts';
import type { FontId, Page, PagedDocument, StructureType } from '../../model/page.ts';
import { ARCHIVE_NAMES, ARCHIVE_PROPERTIES, writeArchiveIntent } from './archive.ts';
import { drawPage, imageName, type PageContent } from './content.ts';
import type { Description } from './file.ts';
import { FLATE, PdfFile, type PdfStream, Written } from './file.ts';
import type { FontUses } from './font-uses.ts';
import { type FontLast, writeFonts } from './fonts.ts';
import { writeImage } from './images.ts';
import { writeLink } from './links.ts';
import { PDFX_NAMES, writeMetadata } from './metadata.ts';
import { formatName, formatNumber, formatRef } from './objects.ts';
import { LONG, SMALL, WINDOW } from './page-stream.ts';
import { printShopProperties, writeOutputIntent } from './print-shop.ts';
import { allocateNodes, type TaggedPage, writeStructure } from './structure.ts';
import { type StructureTree, treeOf } from './structure-tree.ts';

/** A PDF into which the pages of documents are put. */
interface Assembly {
  readonly file: PdfFile;
  readonly uses: FontUses;
  readonly fonts: Map<FontId, number>;
  readonly images: Map<string, number>;
  /** The object of a part of a page, the same for a part that comes back; nothing where pages are streams that stand last. */
  readonly objectOf: ((part: string) => number) | undefined;
  /** Those streams, by page. */
  readonly contentsLast: number[];
}

/** Begins an empty PDF, whose pages need these fonts and glyphs. With `pagesLast`, streams of pages only get their objects. */
export function startAssembly(uses: FontUses, description: Description, pagesLast = false): Assembly {
  const file = new PdfFile(description);
  const objectOf = pagesLast ? undefined : writeAtOnce(file);
  return { file, uses, fonts: new Map(), images: new Map(), objectOf, contentsLast: [] };
}

/** What comes back in another document is stored once, as long as it is remembered. */
function writeAtOnce(file: PdfFile): (part: string) => number {
  const objects = new WeakMap<Uint8Array, number>();
  return (part) => {
    const { entries, data } = streamOf(part);
    const known = objects.get(data);
    if (known !== undefined) return known;
    const object = file.allocate();
    file.writeStream(object, entries, data);
    objects.set(data, object);
    return object;
  };
}

/** A document whose pages were drawn. */
export interface DrawnDocument {
  readonly tree: StructureTree;
  /** By page. */
  readonly contents: readonly PageContent[];
}

/** Draws all pages of a document. */
export function drawDocument(doc: PagedDocument, uses: FontUses): DrawnDocument {
  const tree = treeOf(doc);
  return { tree, contents: doc.pages.map((page) => drawPage(page, { tree, uses })) };
}

/** Adds a document that was drawn, and writes its structure below `parent`; returns the object of its first node. */
export function addDocument(
  pdf: Assembly,
  doc: PagedDocument,
  { tree, contents }: DrawnDocument,
  type: StructureType,
  parent: number,
): number {
  const { file } = pdf;
  const nodes = allocateNodes(file, tree.nodes, contents);
  const tagged = doc.pages.map((page, i): TaggedPage => {
    const content = contents[i]!;
    const annotations = content.links.map((link) => writeLink(file, link, nodes[link.tag]!));
    return { object: writePage(pdf, page, doc, { content, annotations }, nodes), content, annotations };
  });
  writeStructure(file, tree.nodes, tagged, { parent, type, nodes });
  return nodes[0]!;
}

function writePage(
  pdf: Assembly,
  page: Page,
  doc: PagedDocument,
  { content, annotations }: { readonly content: PageContent; readonly annotations: readonly number[] },
  nodes: readonly (number | undefined)[],
): number {
  const { file, fonts, objectOf, contentsLast } = pdf;
  const to = (object: number) => new Written(formatRef(object));
  const parts = objectOf && content.parts.map((part) => to(objectOf(part)));
  const images = [...content.images].map((id) => [imageName(id), useImage(pdf, doc, id)] as const);
  const drawn = file.addPage(page.width, page.height, !parts);
  if (parts) drawn.dictionary.data.Contents = [drawn.content, ...parts];
  else contentsLast.push(drawn.content.id);
  Object.assign(drawn.dictionary.data, boxesOf(page, doc));
  for (const id of content.fonts) {
    const font = fonts.get(id) ?? file.allocate();
    fonts.set(id, font);
    drawn.fonts[formatName(id).slice(1)] = to(font);
  }
  for (const [name, image] of images) drawn.xobjects[name.slice(1)] = to(image);
  if (content.usesSpot) drawn.colorSpaces.Spot = new Written(formatSpot(doc));
  for (const annotation of annotations) drawn.annotations.push(to(annotation));
  const owners = file.add(`[${content.marks.map((tag) => formatRef(nodes[tag]!)).join(' ')}]`);
  file.addOwner(owners, drawn.structParentTreeKey);
  return drawn.dictionary.id;
}

/** Where a page is cut, and how far its ink may run over that (14.11.2); PDF/X asks for the first of each page. */
function boxesOf(
  { width, height, trim, bleed }: Page,
  { printShop }: PagedDocument,
): Record<string, Written> {
  if (!trim && !printShop) return {};
  const cut = trim ?? { x: 0, y: 0, width, height };
  const box = (over: number) => {
    const { x, y } = cut;
    const [left, right] = [x - over, x + cut.width + over];
    const [bottom, top] = [height - y - cut.height - over, height - y + over];
    return new Written(`[${[left, bottom, right, top].map((n) => formatNumber(n)).join(' ')}]`);
  };
  return { TrimBox: box(0), ...(bleed ? { BleedBox: box(bleed) } : {}) };
}

const streams = startMemory<PdfStream>(512);

/** The stream of a part, compressed where that saves something; made once for all documents. */
function streamOf(part: string): PdfStream {
  return streams.recall(part, () => {
    if (part.length < SMALL) return { entries: {}, data: Buffer.from(part, 'latin1') };
    return { entries: FLATE, data: deflateSync(part, part.length > LONG ? { level: 9 } : WINDOW) };
  });
}

/** Writes each picture once, however often it is drawn. */
function useImage({ file, images }: Assembly, doc: PagedDocument, id: string): number {
  const known = images.get(id);
  if (known !== undefined) return known;
  const object = file.allocate();
  writeImage(file, object, doc.images!.get(id)!);
  images.set(id, object);
  return object;
}

/** The spot colour's space: its own ink where there is one, else its nearest colour on the screen (8.6.6.4). */
function formatSpot({ spot, printShop }: PagedDocument): string {
  const { name, rgb } = spot!;
  const blend = (from: readonly number[], to: readonly number[]) =>
    `<</FunctionType 2/Domain[0 1]/N 1/C0[${from.join(' ')}]/C1[${to.map((n) => formatNumber(n)).join(' ')}]>>`;
  if (printShop) {
    return `[/Separation${formatName(name)}/DeviceCMYK${blend([0, 0, 0, 0], inProcessInks(rgb))}]`;
  }
  return `[/Separation${formatName(name)}/DeviceRGB${blend([1, 1, 1], rgb)}]`;
}

/** A colour of the screen in cyan, magenta, yellow and black, with as much black as it has (8.6.5.7, 10.3.5). */
function inProcessInks(rgb: readonly number[]): number[] {
  const black = 1 - Math.max(...rgb);
  return [...rgb.map((part) => (black === 1 ? 0 : (1 - part - black) / (1 - black))), black];
}

/** Writes all that the pages share, and ends the file as `PdfFile.end` does; `entries` are more of the catalog's. */
export function endAssembly(
  pdf: Assembly,
  finish: Finish,
  entries: CatalogEntries = {},
): ReturnType<PdfFile['end']> & { readonly fontsLast: readonly FontLast[] } {
  const { file, fonts, uses } = pdf;
  const fontsLast = writeFonts(file, fonts, uses);
  const { printShop, date, parts } = finish;
  // A level of PDF/A that asks for structure is claimed where the structure is whole.
  const isArchived = finish.isArchival && finish.isAccessible;
  const [more, names] = printShop
    ? [printShopProperties(date, parts ?? []), PDFX_NAMES]
    : isArchived
      ? [ARCHIVE_PROPERTIES, ARCHIVE_NAMES]
      : [[], ''];
  const metadata = writeMetadata(file, finish, finish.isAccessible, more, names);
  const intent = printShop ? writeOutputIntent(file) : isArchived ? writeArchiveIntent(file) : {};
  return { ...file.end(finish.root, metadata, { ...entries, ...intent }), fontsLast };
}

type CatalogEntries = Readonly<Record<string, Written>>;

/** What the whole file needs at its end. */
interface Finish extends Description {
  /** Object of the structure's first node. */
  readonly root: number;
  /** Whether it keeps to PDF/UA-1 as a whole. */
  readonly isAccessible: boolean;
  /** Whether its inks are those of PDF/A-2. */
  readonly isArchival: boolean;
  /** What its pages consist of, for the identifier of a file for a print shop. */
  readonly parts?: readonly string[];
}
