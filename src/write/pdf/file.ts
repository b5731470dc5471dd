import { createHash } from 'node:crypto';
import PDFDocument from 'pdfkit';
import type { PagedDocument } from '../../model/page.ts';
import { formatRef } from './objects.ts';

/** What a file tells of itself. */
export type Description = Pick<
  PagedDocument,
  'title' | 'author' | 'language' | 'direction' | 'date' | 'printShop'
>;

/** A value of a stream's dictionary; strings are names. */
type Value = string | number;

/** What a stream's dictionary says of its data. */
export type StreamEntries = Readonly<Record<string, Value>>;

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
  _offset: number;
  _id: Uint8Array;
  readonly _root: Reference & { data: Record<string, unknown> };
  readonly page: {
    readonly content: Reference;
    readonly dictionary: Reference & { data: Record<string, unknown> };
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

/** pdfkit's document, which gathers what it writes instead of handing over line by line, and takes XMP as it stands. */
class GatheredDocument extends PDFDocument {
  declare parts: (string | Uint8Array)[] | undefined;
  /** Lines behind the parts. */
  declare lines: string | undefined;
  declare metadataObject: Written | undefined;
  declare beforeCrossReferences: (() => void) | undefined;

  /** Called by pdfkit's constructor already, before fields of this class could be set. */
  _write(data: string | Uint8Array): void {
    const isLine = typeof data === 'string';
    this.parts ??= [];
    this.lines ??= '';
    if (isLine) this.lines += `${data}\n`;
    else {
      this.parts.push(this.lines, data);
      this.lines = '';
    }
    (this as unknown as Internals)._offset += data.length + (isLine ? 1 : 0);
  }

  /** pdfkit's own XMP doesn't escape its texts. */
  override endMetadata(): void {
    (this as unknown as Internals)._root.data.Metadata = this.metadataObject;
  }

  /** Called by pdfkit when the last object stands. */
  _finalize(): void {
    this.beforeCrossReferences?.();
    finalize.call(this);
  }
}

/** Writes cross-references and trailer; pdfkit's types don't tell of it. */
const finalize = (PDFDocument.prototype as unknown as { _finalize(): void })._finalize;

/** Bytes of a file's identifier. */
export const ID_LENGTH = 16;

/** A PDF under construction through pdfkit: objects by number, their dictionaries as text. */
export class PdfFile {
  /** Object of the structure tree's root. */
  readonly structureRoot: number;
  /** Objects of the pages, in order. */
  readonly pages: number[] = [];
  private readonly document: GatheredDocument;
  private readonly pdf: Internals;
  private readonly open = new Map<number, Reference>();
  /** Of all bytes that were gathered. */
  readonly hash = createHash('sha256');
  /** What was gathered before the cross-references, and not handed over yet. */
  private before: Buffer | undefined;

  constructor({ title, author, language, direction, date, printShop }: Description) {
    const day = new Date(`${date}T00:00:00Z`);
    this.document = new GatheredDocument({
      autoFirstPage: false,
      // No font of pdfkit's is ever opened; pdfkit takes none for null alone.
      font: null as unknown as string,
      // PDF/X-4 builds on 1.6 (ISO 15930-7, 5.1).
      pdfVersion: printShop ? '1.6' : '1.7',
      compress: false,
      tagged: true,
      lang: language,
      displayTitle: true,
      info: {
        Title: title,
        ...(author ? { Author: author } : {}),
        Creator: 'handbill',
        Producer: 'handbill',
        CreationDate: day,
        ModDate: day,
        ...(printShop ? { Trapped: new Written('/False') } : {}),
      },
    });
    this.pdf = this.document as unknown as Internals;
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

  /** Adds a page, whose content is turned so that y runs downwards; it is written with the next one. */
  addPage(width: number, height: number): Internals['page'] {
    this.document.addPage({ size: [width, height], margin: 0 });
    const { page } = this.pdf;
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

  /** Hands over what has been written since the last time. */
  take(): Buffer {
    const bytes = this.gather();
    if (!this.before) return bytes;
    const { before } = this;
    this.before = undefined;
    return Buffer.concat([before, bytes]);
  }

  private gather(): Buffer {
    const parts = [...(this.document.parts ?? []), this.document.lines ?? ''];
    this.document.parts = [];
    this.document.lines = '';
    const bytes = Buffer.allocUnsafe(parts.reduce((sum, part) => sum + part.length, 0));
    let at = 0;
    for (const part of parts) {
      if (typeof part === 'string') bytes.write(part, at, 'latin1');
      else bytes.set(part, at);
      at += part.length;
    }
    this.hash.update(bytes);
    return bytes;
  }

  /**
   * Ends the file. Streams that were allocated may still be written: with the last of them the cross-references follow.
   * The file's identifier is a hash of all that stands before these.
   */
  end(root: number, metadata: number, entries: Readonly<Record<string, Written>>): void {
    this.pdf.getStructTreeRoot().data.K = new Written(formatRef(root));
    this.document.metadataObject = new Written(formatRef(metadata));
    Object.assign(this.pdf._root.data, entries);
    this.document.beforeCrossReferences = () => {
      this.before = this.gather();
      this.pdf._id = this.hash.copy().digest().subarray(0, ID_LENGTH);
    };
    this.document.end();
  }
}
