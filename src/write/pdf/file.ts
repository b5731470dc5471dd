import type { Hash } from 'node:crypto';
import PDFDocument from 'pdfkit';
import type { PagedDocument } from '../../model/page.ts';
import { Body, type WrittenObject } from './body.ts';
import type { CrossReferences } from './cross-references.ts';
import { formatRef, formatText } from './objects.ts';

/** What a file tells of itself. */
export type Description = Pick<
  PagedDocument,
  'title' | 'author' | 'language' | 'direction' | 'date' | 'printShop'
>;

/** A value of a stream's dictionary; strings are names. */
type Value = string | number | Readonly<Record<string, number>>;

/** What a stream's dictionary says of its data. */
export type StreamEntries = Readonly<Record<string, Value>>;

/** A stream that stands already. */
export interface PdfStream {
  readonly entries: StreamEntries;
  readonly data: Uint8Array;
}

/** Says that a stream is compressed; pdfkit leaves such a stream as it is. */
export const FLATE: StreamEntries = { Filter: 'FlateDecode' };

/** PDF syntax that stands already: pdfkit writes an object that is neither a dictionary nor a list as it prints. */
export class Written {
  readonly [Symbol.toStringTag] = 'Written';
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  toString(): string {
    return this.text;
  }
}

/** An entry of what a file tells of itself, of which pdfkit would make an object. */
class Entry extends Written {
  end(): void {}
}

/** An object of pdfkit: numbered when it is made, written when it ends. */
interface Reference {
  readonly id: number;
  data: unknown;
  write(data: Uint8Array): void;
  end(): void;
}

interface OutlineItems {
  addItem(title: string, options: { readonly pageNumber: number; readonly fit: boolean }): unknown;
}

/** What is used of pdfkit's document besides what its types tell. */
interface Internals {
  info: Readonly<Record<string, Entry>>;
  readonly _info: Reference;
  readonly _root: Reference & { data: Record<string, unknown> };
  readonly page: {
    readonly content: Reference;
    readonly dictionary: Reference & { data: Record<string, unknown> };
    readonly resources: Reference & { data: Record<string, unknown> };
    readonly fonts: Record<string, Written>;
    readonly xobjects: Record<string, Written>;
    readonly colorSpaces: Record<string, Written>;
    readonly annotations: Written[];
    readonly structParentTreeKey: number;
  };
  readonly outline: OutlineItems;
  ref(data: unknown): Reference;
  getStructTreeRoot(): Reference & { data: Record<string, unknown> };
  getStructParentTree(): { limits: boolean; add(key: number, value: Written): void };
  createStructParentTreeNextKey(): number;
}

/** pdfkit's document, which hands over whole objects instead of lines, and takes XMP as it stands. */
class ObjectDocument extends PDFDocument {
  declare lines: (string | Uint8Array)[] | undefined;
  declare takeObject: ((object: WrittenObject) => void) | undefined;
  declare metadataObject: Written | undefined;

  /** Called by pdfkit's constructor already, before fields of this class could be set. */
  _write(line: string | Uint8Array): void {
    this.lines ??= [];
    this.lines.push(line);
  }

  /** Called by pdfkit for an object that it begins. */
  override ref(data: object): PDFKit.PDFKitReference {
    return data instanceof Entry ? (data as unknown as PDFKit.PDFKitReference) : super.ref(data);
  }

  /** Called by pdfkit when an object is written: its number, its value, and its data between two lines. */
  _refEnd({ id }: Reference): void {
    const [, text, , data] = this.lines!;
    this.lines = [];
    this.takeObject!({ id, text: text as string, data: data as Uint8Array | undefined });
  }

  /** pdfkit's own XMP doesn't escape its texts. */
  override endMetadata(): void {
    (this as unknown as Internals)._root.data.Metadata = this.metadataObject;
  }

  /** Cross-references and trailer follow from where the objects stand. */
  _finalize(): void {}
}

/** A PDF under construction through pdfkit: objects by number, their dictionaries as text. */
export class PdfFile {
  /** Object of the structure tree's root. */
  readonly structureRoot: number;
  /** Objects of the pages, in order. */
  readonly pages: number[] = [];
  private readonly document: ObjectDocument;
  private readonly pdf: Internals;
  private readonly open = new Map<number, Reference>();
  private readonly body: Body;

  constructor({ title, author, language, direction, date, printShop }: Description) {
    const day = formatText(`D:${date.replaceAll('-', '')}000000Z`);
    // PDF/X-4 builds on 1.6 (ISO 15930-7, 5.1).
    const pdfVersion = printShop ? '1.6' : '1.7';
    this.body = new Body(pdfVersion);
    this.document = new ObjectDocument({
      autoFirstPage: false,
      // No font of pdfkit's is ever opened; pdfkit takes none for null alone.
      font: null as unknown as string,
      pdfVersion,
      compress: false,
      tagged: true,
      lang: language,
      displayTitle: true,
    });
    // The head of the file, which its body has.
    this.document.lines = [];
    this.document.takeObject = (object) => {
      if (this.body.add(object)) this.join();
    };
    this.pdf = this.document as unknown as Internals;
    this.pdf.info = {
      Title: new Entry(formatText(title)),
      ...(author ? { Author: new Entry(formatText(author)) } : {}),
      Creator: new Entry(formatText('handbill')),
      Producer: new Entry(formatText('handbill')),
      CreationDate: new Entry(day),
      ModDate: new Entry(day),
      ...(printShop ? { Trapped: new Entry('/False') } : {}),
    };
    this.structureRoot = this.pdf.getStructTreeRoot().id;
    this.pdf.getStructParentTree().limits = false;
    if (direction === 'rtl') {
      const preferences = this.pdf._root.data.ViewerPreferences as { data: Record<string, unknown> };
      preferences.data.Direction = 'R2L';
    }
  }

  /** The number of an object that will be written later. */
  allocate(): number {
    const reference = this.pdf.ref({});
    this.open.set(reference.id, reference);
    return reference.id;
  }

  /** Writes an object under a number that was allocated. */
  write(id: number, body: string): void {
    this.close(id, new Written(body));
  }

  /** Writes a stream as it is; `entries` are those of its dictionary besides `Length`. */
  writeStream(id: number, entries: StreamEntries, data: Uint8Array): void {
    this.close(id, { ...entries }, data);
  }

  /** Writes an object and returns its number. */
  add(body: string): number {
    const id = this.allocate();
    this.write(id, body);
    return id;
  }

  private close(id: number, data: unknown, stream?: Uint8Array): void {
    const reference = this.open.get(id)!;
    this.open.delete(id);
    reference.data = data;
    if (stream) reference.write(stream);
    reference.end();
  }

  /** Adds a page, whose content is turned so that y runs downwards; it is written with the next one, or later. */
  addPage(width: number, height: number, contentLater = false): Internals['page'] {
    this.document.addPage({ size: [width, height], margin: 0 });
    const { page } = this.pdf;
    // What says nothing: a scale of one, and what programs of 1996 asked for.
    delete page.dictionary.data.UserUnit;
    delete page.resources.data.ProcSet;
    if (contentLater) page.content.end = () => {};
    this.pages.push(page.dictionary.id);
    return page;
  }

  /** Notes in the parent tree what a page or an annotation belongs to; returns the key. */
  addOwner(owner: number, key = this.pdf.createStructParentTreeNextKey()): number {
    this.pdf.getStructParentTree().add(key, new Written(formatRef(owner)));
    return key;
  }

  /** Adds an outline entry that leads to a page, counted from 0. */
  addOutline(title: string, page: number): void {
    this.pdf.outline.addItem(title, { pageNumber: page, fit: true });
  }

  /** Bytes of all that has been written. */
  get length(): number {
    return this.body.length;
  }

  /** Hands over what has been written since the last time. */
  take(): Buffer {
    return this.body.take();
  }

  private join(): void {
    const id = this.allocate();
    const { entries, data } = this.body.join(id);
    this.writeStream(id, entries, data);
  }

  /**
   * Ends the file but for its cross-references, which it returns, and for streams that were allocated and are to stand
   * last. The file's identifier is a hash of all that stands before the cross-references; so far it is at `hash`.
   */
  end(
    root: number,
    metadata: number,
    entries: Readonly<Record<string, Written>>,
  ): { readonly references: CrossReferences; readonly hash: Hash } {
    this.pdf.getStructTreeRoot().data.K = new Written(formatRef(root));
    this.document.metadataObject = new Written(formatRef(metadata));
    Object.assign(this.pdf._root.data, entries);
    this.document.end();
    this.join();
    const { _root, _info } = this.pdf;
    return {
      references: { places: this.body.places, root: _root.id, info: _info.id },
      hash: this.body.hash,
    };
  }
}
