import type { Hash } from 'node:crypto';
import type { FontBook } from '../../layout/fonts.ts';
import { type Memory, startMemory } from '../../model/memory.ts';
import type { PagedDocument } from '../../model/page.ts';
import { isAccessible } from './accessible.ts';
import { isArchival } from './archive.ts';
import {
  addDocument,
  drawDocument,
  endAssembly,
  type PartStream,
  startAssembly,
  streamOf,
} from './assembly.ts';
import type { PageContent } from './content.ts';
import { ID_LENGTH } from './file.ts';
import { FontUses } from './fonts.ts';

/**
 * A file but for the streams of its pages, which stand last. A thousand letters differ in these alone: the file of each
 * is the master, its own streams, and the cross-references that follow from their lengths.
 */
interface Master {
  /** All that stands before the streams, and the state of the hash behind it. */
  readonly head: Uint8Array;
  readonly hash: Hash;
  /** Objects of the streams, in their order. */
  readonly objects: readonly number[];
  /** Cross-references and trailer, up to the place of the cross-references. */
  readonly tail: Buffer;
  /** Where the file's identifier stands in them, in hexadecimal. */
  readonly identifiers: readonly number[];
}

/** A document that was drawn: the streams of its pages, each once, and all the rest. */
interface Drawn {
  readonly contents: readonly PageContent[];
  readonly uses: FontUses;
  readonly parts: readonly string[];
  readonly isAccessible: boolean;
  readonly isArchival: boolean;
}

/** Masters are kept for so many shapes of documents, where they aren't larger than this, in bytes. */
const SHAPES = 128;
const LARGEST = 200_000;

const masters = new WeakMap<FontBook, Memory<{ master?: Master | undefined }>>();

/** The file of a document: from the master of its shape, which the first of that shape leaves behind. */
export function writeFromMaster(doc: PagedDocument, fonts: FontBook): Uint8Array {
  const drawn = draw(doc, fonts);
  // A file for a print shop tells in its head what its pages are.
  if (doc.printShop) return assemble(doc, drawn).file;
  const memory = masters.get(fonts) ?? startMemory<{ master?: Master | undefined }>(SHAPES);
  masters.set(fonts, memory);
  let whole: Uint8Array | undefined;
  const { master } = memory.recall(shapeOf(doc, drawn), () => {
    const made = assemble(doc, drawn);
    whole = made.file;
    return { master: made.file.length > LARGEST ? undefined : made.master };
  });
  if (whole) return whole;
  return master ? fill(master, drawn.parts.map(streamOf)) : assemble(doc, drawn).file;
}

/** The file of a document, written anew; the same bytes. */
export function writeAnew(doc: PagedDocument, fonts: FontBook): Uint8Array {
  return assemble(doc, draw(doc, fonts)).file;
}

function draw(doc: PagedDocument, fonts: FontBook): Drawn {
  const uses = new FontUses(fonts);
  const contents = drawDocument(doc, uses);
  const parts = [...new Set(contents.flatMap((content) => content.parts))];
  return { contents, uses, parts, isAccessible: isAccessible(doc), isArchival: isArchival(doc) };
}

const numbers = new WeakMap<object, number>();
let count = 0;

/** Tells an object from all others. */
function numberOf(object: object): number {
  const number = numbers.get(object) ?? count++;
  numbers.set(object, number);
  return number;
}

/** Everything that a file depends on but for what its streams hold. */
function shapeOf(
  doc: PagedDocument,
  { contents, uses, parts, isAccessible: isClaimed, isArchival: isGrey }: Drawn,
): string {
  const { title, author, language, direction, date, structure, spot, images } = doc;
  const places = new Map(parts.map((part, i) => [part, i]));
  return JSON.stringify([
    [title, author, language, direction, date, spot, isClaimed, isGrey],
    structure,
    contents.map((content, i) => [
      doc.pages[i]!.width,
      doc.pages[i]!.height,
      doc.pages[i]!.trim,
      doc.pages[i]!.bleed,
      content.parts.map((part) => places.get(part)),
      content.marks,
      [...content.fonts],
      [...content.images].map((id) => [id, numberOf(images!.get(id)!)]),
      content.usesSpot,
      content.links,
      [...content.pictures],
    ]),
    [...uses.byFont].map(([id, { font, rows, codes }]) => [
      id,
      numberOf(font),
      [...rows].sort((a, b) => a - b),
      [...codes].sort(([a], [b]) => a - b),
    ]),
  ]);
}

/** Writes a file through pdfkit, the streams of its pages last; what stands before and behind them is its master. */
function assemble(
  doc: PagedDocument,
  drawn: Drawn,
): { readonly file: Uint8Array; readonly master?: Master | undefined } {
  const { contents, uses, parts } = drawn;
  const later = new Map<string, number>();
  const pdf = startAssembly(uses, doc, later);
  const { file } = pdf;
  const root = addDocument(pdf, doc, contents, 'Document', file.structureRoot);
  endAssembly(pdf, { ...doc, root, isAccessible: drawn.isAccessible, isArchival: drawn.isArchival, parts });
  const head = file.take();
  if (parts.length === 0) return { file: head };
  const hash = file.hash.copy();
  const objects = parts.map((part) => later.get(part)!);
  for (const [i, part] of parts.entries()) {
    const { entries, data } = streamOf(part);
    file.writeStream(objects[i]!, entries, data);
  }
  const whole = Buffer.concat([head, file.take()]);
  return { file: whole, master: masterOf(whole, head.length, hash, objects) };
}

/** The lines around the place of the cross-references at the end of a file (ISO 32000-1, 7.5.5), as pdfkit writes them. */
const START = 'startxref\n';
const END = '\n%%EOF\n';
/** Length of an entry of the cross-references, and of the place in it (7.5.4). */
const ENTRY = 20;
const PLACE = 10;

function masterOf(file: Buffer, headLength: number, hash: Hash, objects: readonly number[]): Master {
  const start = file.lastIndexOf(START) + START.length;
  const place = Number(file.toString('latin1', start, file.length - END.length));
  const tail = file.subarray(place, start);
  const identifier = identify(hash, file.subarray(headLength, place));
  const first = tail.indexOf(identifier);
  const identifiers = [first, tail.indexOf(identifier, first + 1)];
  return { head: file.subarray(0, headLength), hash, objects, tail, identifiers };
}

/** The identifier of a file whose streams are these, in hexadecimal. */
function identify(hash: Hash, streams: Uint8Array): string {
  return hash.copy().update(streams).digest().toString('hex', 0, ID_LENGTH);
}

/** Puts streams into a master. */
function fill({ head, hash, objects, tail, identifiers }: Master, streams: readonly PartStream[]): Buffer {
  const begins = streams.map(
    ({ entries, data }, i) =>
      `${objects[i]} 0 obj\n<<\n${entries.Filter ? `/Filter /${entries.Filter}\n` : ''}/Length ${data.length}\n>>\nstream\n`,
  );
  const length = streams.reduce(
    (sum, { data }, i) => sum + begins[i]!.length + data.length + ENDING.length,
    0,
  );
  const place = head.length + length;
  const end = `${place}${END}`;
  const file = Buffer.allocUnsafe(place + tail.length + end.length);
  file.set(head);
  file.set(tail, place);
  file.write(end, place + tail.length, 'latin1');
  const entries = place + tail.indexOf('\n', tail.indexOf('\n') + 1) + 1;
  let at = head.length;
  for (const [i, { data }] of streams.entries()) {
    file.write(String(at).padStart(PLACE, '0'), entries + objects[i]! * ENTRY, 'latin1');
    at += file.write(begins[i]!, at, 'latin1');
    file.set(data, at);
    at += data.length;
    at += file.write(ENDING, at, 'latin1');
  }
  const identifier = identify(hash, file.subarray(head.length, place));
  for (const offset of identifiers) file.write(identifier, place + offset, 'latin1');
  return file;
}

/** What pdfkit writes behind a stream. */
const ENDING = '\nendstream\nendobj\n';
