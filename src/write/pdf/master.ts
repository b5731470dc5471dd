import type { Hash } from 'node:crypto';
import type { FontBook } from '../../layout/fonts.ts';
import { memoise, numbering, startMemory } from '../../model/memory.ts';
import type { PagedDocument } from '../../model/page.ts';
import { isAccessible } from './accessible.ts';
import { type AlikeLetter, drawAlike, keepAlike } from './alike.ts';
import { isArchival } from './archive.ts';
import {
  addDocument,
  type DrawnDocument,
  drawDocument,
  endAssembly,
  type PartStream,
  startAssembly,
  streamOf,
} from './assembly.ts';
import { STREAM_END } from './body.ts';
import { type CrossReferences, formatEnd, ID_LENGTH } from './cross-references.ts';
import { FontUses, partsOf } from './font-uses.ts';

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
  /** Where the objects before the streams stand. */
  readonly references: CrossReferences;
}

/** A document that was drawn: the streams of its pages, each once, and all the rest. */
interface Drawn extends DrawnDocument {
  readonly uses: FontUses;
  readonly parts: readonly string[];
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
  if (known) return fill(known, own.streams);
  const drawn = draw(doc, fonts);
  // A file for a print shop tells in its head what its pages are.
  if (doc.printShop) return write(doc, drawn);
  let made: Master | undefined;
  const { master: kept } = mastersOf(fonts).recall(shapeOf(doc, drawn), () => {
    made = makeMaster(doc, drawn);
    return { master: made.head.length > LARGEST ? undefined : made };
  });
  if (kept && own) alike.known.keep(own.key, kept);
  const first = kept && doc.master && !alike ? keepAlike(doc, drawn, fonts) : undefined;
  if (first) doc.master?.keep(ALIKE, first);
  return fill(made ?? kept ?? makeMaster(doc, drawn), drawn.parts.map(streamOf));
}

/** The file of a document, written anew; the same bytes. */
export function writeAnew(doc: PagedDocument, fonts: FontBook): Uint8Array {
  return write(doc, draw(doc, fonts));
}

function write(doc: PagedDocument, drawn: Drawn): Uint8Array {
  return fill(makeMaster(doc, drawn), drawn.parts.map(streamOf));
}

function draw(doc: PagedDocument, fonts: FontBook): Drawn {
  const uses = new FontUses(fonts, doc.personal);
  const document = drawDocument(doc, uses);
  const parts = [...new Set(document.contents.flatMap((content) => content.parts))];
  const claims = { isAccessible: isAccessible(doc, document.tree), isArchival: isArchival(doc) };
  return { ...document, uses, parts, ...claims };
}

/** Tells an object from all others. */
const numberOf = numbering();

/** Everything that a file depends on but for what its streams hold. */
function shapeOf(
  doc: PagedDocument,
  { tree, contents, uses, parts, isAccessible: isClaimed, isArchival: isGrey }: Drawn,
): string {
  const { title, author, language, direction, date, spot, images } = doc;
  const places = new Map(parts.map((part, i) => [part, i]));
  return JSON.stringify([
    [title, author, language, direction, date, spot, isClaimed, isGrey],
    tree.nodes,
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
    [...uses.byFont].map(([id, use]) => [
      id,
      numberOf(use.font),
      use.isPersonal,
      partsOf(use),
      [...use.codes].sort(([a], [b]) => a - b),
    ]),
  ]);
}

/** Makes the master of a document's shape through pdfkit. */
function makeMaster(doc: PagedDocument, drawn: Drawn): Master {
  const { uses, parts, isAccessible: isClaimed, isArchival: isGrey } = drawn;
  const later = new Map<string, number>();
  const pdf = startAssembly(uses, doc, later);
  const { file } = pdf;
  const root = addDocument(pdf, doc, drawn, 'Document', file.structureRoot);
  const finish = { ...doc, root, isAccessible: isClaimed, isArchival: isGrey, parts };
  const { references, hash } = endAssembly(pdf, finish);
  return { head: file.take(), hash, objects: parts.map((part) => later.get(part)!), references };
}

/** Puts streams into a master. */
function fill({ head, hash, objects, references }: Master, streams: readonly PartStream[]): Buffer {
  const places = [...references.places];
  const pieces: Uint8Array[] = [];
  let place = head.length;
  for (const [i, { entries, data }] of streams.entries()) {
    const filter = entries.Filter ? `/Filter/${entries.Filter}` : '';
    const begin = Buffer.from(`${objects[i]} 0 obj\n<<${filter}/Length ${data.length}>>\nstream\n`, 'latin1');
    places[objects[i]!] = place;
    pieces.push(begin, data, ENDING);
    place += begin.length + data.length + ENDING.length;
  }
  const own = Buffer.concat(pieces);
  const identifier = hash.copy().update(own).digest().toString('hex', 0, ID_LENGTH);
  return Buffer.concat([head, own, formatEnd({ ...references, places }, place, identifier)]);
}

const ENDING = Buffer.from(STREAM_END, 'latin1');
