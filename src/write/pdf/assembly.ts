import { deflateSync } from 'node:zlib';
import type { FontBook } from '../../layout/fonts.ts';
import { startMemory } from '../../model/memory.ts';
import type { FontId, GlyphRun, Page, PagedDocument, StructureType } from '../../model/page.ts';
import { drawPage, imageName, type PageContent } from './content.ts';
import type { Description } from './file.ts';
import { FLATE, PdfFile, Written } from './file.ts';
import { type FontUse, noteGlyphs, openForEmbedding, writeFont } from './fonts.ts';
import { writeImage } from './images.ts';
import { writeLink } from './links.ts';
import { writeMetadata } from './metadata.ts';
import { formatName, formatNumber, formatRef } from './objects.ts';
import { type SetRun, setBeside, setRun } from './runs.ts';
import { allocateNodes, languagesOf, type TaggedPage, writeStructure } from './structure.ts';

/** A PDF into which the pages of documents are drawn. */
export interface Assembly {
  readonly file: PdfFile;
  readonly fontBook: FontBook;
  readonly fonts: Map<FontId, FontUse>;
  readonly images: Map<string, number>;
  /** Objects of the parts of pages by their compressed text, so that what comes back is stored once. */
  readonly parts: WeakMap<Uint8Array, number>;
}

/** Begins an empty PDF. */
export function startAssembly(fontBook: FontBook, description: Description): Assembly {
  const file = new PdfFile(description);
  return { file, fontBook, fonts: new Map(), images: new Map(), parts: new WeakMap() };
}

/** Draws all pages of a document and writes its structure below `parent`; returns the object of its first node. */
export function addDocument(pdf: Assembly, doc: PagedDocument, type: StructureType, parent: number): number {
  const { file } = pdf;
  const context = {
    structure: doc.structure,
    languages: languagesOf(doc.structure, doc.language),
    setRun: (run: GlyphRun) => useRun(pdf, run),
  };
  const contents = doc.pages.map((page) => drawPage(page, context));
  const nodes = allocateNodes(file, doc.structure, contents);
  const tagged = doc.pages.map((page, i): TaggedPage => {
    const content = contents[i]!;
    const annotations = content.links.map((link) => writeLink(file, link, nodes[link.tag]!));
    return { object: writePage(pdf, page, doc, content, annotations, nodes), content, annotations };
  });
  writeStructure(file, doc.structure, tagged, { parent, type, nodes });
  return nodes[0]!;
}

/** Notes the fonts and glyphs of a run, and sets it. */
function useRun({ file, fontBook, fonts }: Assembly, run: GlyphRun): SetRun {
  let use = fonts.get(run.font);
  if (!use) {
    const font = openForEmbedding(fontBook.files.get(run.font)!);
    use = { font, object: file.allocate(), rows: new Set(), codes: new Map() };
    fonts.set(run.font, use);
  }
  const set = setRun(run, use.font);
  if (noteGlyphs(use, set)) return set;
  const other = setBeside(run, use.font, use.codes);
  const agrees = noteGlyphs(use, other);
  return agrees || run.direction === 'rtl' ? other : { ...other, tellsText: false };
}

function writePage(
  pdf: Assembly,
  page: Page,
  doc: PagedDocument,
  content: PageContent,
  annotations: readonly number[],
  nodes: readonly (number | undefined)[],
): number {
  const { file, fonts } = pdf;
  const to = (object: number) => new Written(formatRef(object));
  const parts = content.parts.map((part) => to(writeContent(pdf, part)));
  const images = [...content.images].map((id) => [imageName(id), useImage(pdf, doc, id)] as const);
  const drawn = file.addPage(page.width, page.height);
  drawn.dictionary.data.Contents = [drawn.content, ...parts];
  for (const id of content.fonts) drawn.fonts[formatName(id).slice(1)] = to(fonts.get(id)!.object);
  for (const [name, image] of images) drawn.xobjects[name.slice(1)] = to(image);
  if (content.usesSpot) drawn.colorSpaces.Spot = new Written(formatSpot(doc));
  for (const annotation of annotations) drawn.annotations.push(to(annotation));
  const owners = file.add(`[${content.marks.map((tag) => formatRef(nodes[tag]!)).join(' ')}]`);
  file.addOwner(owners, drawn.structParentTreeKey);
  return drawn.dictionary.id;
}

/** Compressing less than this saves nothing that one could notice. */
const SMALL = 600;
/** Parts are short: a small window takes a third of the time, most of which is clearing it. */
const WINDOW = { windowBits: 12, memLevel: 5 };
const compressed = startMemory<Uint8Array>(512);

function writeContent({ file, parts }: Assembly, part: string): number {
  if (part.length < SMALL) {
    const object = file.allocate();
    file.writeStream(object, {}, Buffer.from(part, 'latin1'));
    return object;
  }
  const data = compressed.recall(part, () => deflateSync(part, WINDOW));
  const known = parts.get(data);
  if (known !== undefined) return known;
  const object = file.allocate();
  file.writeStream(object, FLATE, data);
  parts.set(data, object);
  return object;
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
function formatSpot({ spot }: PagedDocument): string {
  const { name, rgb } = spot!;
  return `[/Separation${formatName(name)}/DeviceRGB<</FunctionType 2/Domain[0 1]/N 1/C0[1 1 1]/C1[${rgb.map((n) => formatNumber(n)).join(' ')}]>>]`;
}

/** Writes all that the pages share, ends the file and hands over the rest; `entries` are more of the catalog's. */
export function endAssembly(pdf: Assembly, finish: Finish, entries: CatalogEntries = {}): Uint8Array {
  const { file, fonts } = pdf;
  for (const use of fonts.values()) writeFont(file, use);
  const metadata = writeMetadata(file, finish, finish.isAccessible);
  return file.end(finish.root, metadata, entries);
}

type CatalogEntries = Readonly<Record<string, Written>>;

/** What the whole file needs at its end. */
export interface Finish extends Description {
  /** Object of the structure's first node. */
  readonly root: number;
  /** Whether it keeps to PDF/UA-1 as a whole. */
  readonly isAccessible: boolean;
}
