import type { Hash } from 'node:crypto';
import type { FontBook } from '../../layout/fonts.ts';
import { memoise, numbering, startMemory } from '../../model/memory.ts';
import type { FontId, Page, PagedDocument } from '../../model/page.ts';
import { isAccessible } from './accessible.ts';
import { type AlikeLetter, drawAlike, keepAlike, programAlike } from './alike.ts';
import { isArchival } from './archive.ts';
import { addDocument, type DrawnDocument, drawDocument, endAssembly, startAssembly } from './assembly.ts';
import { STREAM_END } from './body.ts';
import { type CrossReferences, formatEnd, ID_LENGTH } from './cross-references.ts';
import type { PdfStream, StreamEntries } from './file.ts';
import { drawnGlyphs, FontUses, hasOwn, toldParts } from './font-uses.ts';
import { type FontLast, programOf } from './fonts.ts';
import { joinPieces, type Piece, piecesOf } from './page-stream.ts';

/**
 * A file but for the streams of its pages and the programs of the fonts that name its sender, which stand last. A thousand
 * letters differ in these alone: the file of each is the master, its own streams, and the cross-references that follow from
 * their lengths.
 */
interface Master {
  /** All that stands before the streams, and the state of the hash behind it. */
  readonly head: Uint8Array;
  readonly hash: Hash;
  /** Objects of these streams, by page. */
  readonly contentsLast: readonly number[];
  readonly fontsLast: readonly FontLast[];
  /** Where the objects before the streams stand. */
  readonly references: CrossReferences;
}

/** A document that was drawn: the pieces of its pages, and all the rest. */
interface Drawn extends DrawnDocument {
  readonly uses: FontUses;
  readonly pieces: readonly (readonly Piece[])[];
  readonly isAccessible: boolean;
  readonly isArchival: boolean;
}

/** Masters are kept for so many shapes of documents, where they aren't larger than this, in bytes. */
const SHAPES = 128;
const LARGEST = 200_000;

const mastersOf = memoise((_: FontBook) => startMemory<{ readonly master: Master | undefined }>(SHAPES));

/** Under which a letter is kept for those that differ from it in what tells of the sender alone. */
const ALIKE = 'drawn letter';

/** The file of a document: from the master of its shape, which the first of that shape leaves behind. */
export function writeFromMaster(doc: PagedDocument, fonts: FontBook): Uint8Array {
  const alike = doc.master?.recall<AlikeLetter>(ALIKE);
  const own = alike && drawAlike(alike, doc);
  const known = own && alike.known.recall<Master>(own.key);
  if (known) return fill(known, own.pieces, (font) => programAlike(alike, font, own.uses.of(font)));
  const drawn = draw(doc, fonts);
  // A file for a print shop tells in its head what its pages are.
  if (doc.printShop) return write(doc, drawn);
  let made: Master | undefined;
  const { master: kept } = mastersOf(fonts).recall(shapeOf(doc, drawn), () => {
    made = makeMaster(doc, drawn);
    return { master: made.head.length > LARGEST ? undefined : made };
  });
  if (kept && own) alike.known.keep(own.key, kept);
  const first = kept && doc.master && !alike ? keepAlike(doc, drawn, drawn.pieces) : undefined;
  if (first) doc.master?.keep(ALIKE, first);
  return fillDrawn(made ?? kept ?? makeMaster(doc, drawn), drawn);
}

/** The file of a document, written anew; the same bytes. */
export function writeAnew(doc: PagedDocument, fonts: FontBook): Uint8Array {
  return write(doc, draw(doc, fonts));
}

function write(doc: PagedDocument, drawn: Drawn): Uint8Array {
  return fillDrawn(makeMaster(doc, drawn), drawn);
}

function fillDrawn(master: Master, { pieces, uses }: Drawn): Buffer {
  return fill(master, pieces, (font) => {
    const use = uses.of(font);
    return programOf(use.font, drawnGlyphs(use));
  });
}

function draw(doc: PagedDocument, fonts: FontBook): Drawn {
  const uses = new FontUses(fonts, doc.personal);
  const document = drawDocument(doc, uses);
  const pieces = document.contents.map((content, i) => piecesOf(content, turnedOver(doc.pages[i]!)));
  const claims = { isAccessible: isAccessible(doc, document.tree), isArchival: isArchival(doc) };
  return { ...document, uses, pieces, ...claims };
}

/** Turns a page over, so that y runs downwards, as pdfkit says it. */
function turnedOver({ height }: Page): string {
  return `1 0 0 -1 0 ${Math.round(height * 1e6) / 1e6} cm\n`;
}

/** Tells an object from all others. */
const numberOf = numbering();

/** Everything that a file depends on but for what its streams hold. */
function shapeOf(
  doc: PagedDocument,
  { tree, contents, uses, isAccessible: isClaimed, isArchival: isGrey }: Drawn,
): string {
  const { title, author, language, direction, date, spot, images } = doc;
  return JSON.stringify([
    [title, author, language, direction, date, spot, isClaimed, isGrey],
    tree.nodes,
    contents.map((content, i) => [
      doc.pages[i]!.width,
      doc.pages[i]!.height,
      doc.pages[i]!.trim,
      doc.pages[i]!.bleed,
      content.marks,
      [...content.fonts],
      [...content.images].map((id) => [id, numberOf(images!.get(id)!)]),
      content.usesSpot,
      content.links,
      [...content.pictures],
    ]),
    [...uses.byFont].map(([id, use]) => [
      id,
      numberOf(use.font),
      hasOwn(use),
      toldParts(use),
      [...use.codes].sort(([a], [b]) => a - b),
    ]),
  ]);
}

/** Makes the master of a document's shape through pdfkit. */
function makeMaster(doc: PagedDocument, drawn: Drawn): Master {
  const { uses, contents, isAccessible: isClaimed, isArchival: isGrey } = drawn;
  const parts = contents.flatMap((content) => content.parts);
  const pdf = startAssembly(uses, doc, true);
  const { file } = pdf;
  const root = addDocument(pdf, doc, drawn, 'Document', file.structureRoot);
  const finish = { ...doc, root, isAccessible: isClaimed, isArchival: isGrey, parts };
  const { references, hash, fontsLast } = endAssembly(pdf, finish);
  return { head: file.take(), hash, contentsLast: pdf.contentsLast, fontsLast, references };
}

/** Puts streams into a master: those of its pages, and the programs of fonts. */
function fill(
  { head, hash, contentsLast, fontsLast, references }: Master,
  pages: readonly (readonly Piece[])[],
  programFor: (font: FontId) => PdfStream,
): Buffer {
  const places = [...references.places];
  const pieces: Uint8Array[] = [];
  let place = head.length;
  const put = (object: number, { entries, data }: PdfStream) => {
    const begin = Buffer.from(formatBegin(object, entries, data.length), 'latin1');
    places[object] = place;
    pieces.push(begin, data, ENDING);
    place += begin.length + data.length + ENDING.length;
  };
  for (const [i, page] of pages.entries()) put(contentsLast[i]!, joinPieces(page));
  for (const { font, object } of fontsLast) put(object, programFor(font));
  const own = Buffer.concat(pieces);
  const identifier = hash.copy().update(own).digest().toString('hex', 0, ID_LENGTH);
  return Buffer.concat([head, own, formatEnd({ ...references, places }, place, identifier)]);
}

function formatBegin(object: number, entries: StreamEntries, length: number): string {
  let dictionary = '';
  for (const [name, value] of Object.entries(entries))
    dictionary += `/${name}${typeof value === 'string' ? '/' : ' '}${value}`;
  return `${object} 0 obj\n<<${dictionary}/Length ${length}>>\nstream\n`;
}

const ENDING = Buffer.from(STREAM_END, 'latin1');
