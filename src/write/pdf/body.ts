import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { type Place, placeWithin } from './cross-references.ts';

/** An object as it is written: its dictionary or other value as text, and its data where it is a stream. */
export interface WrittenObject {
  readonly id: number;
  readonly text: string;
  readonly data?: Uint8Array | undefined;
}

/** So many objects at most stand in one object stream, all of which a reader takes apart for one of them. */
const TOGETHER = 200;

/**
 * The body of a file, gathered object by object. What isn't a stream waits until there is enough of it for an object
 * stream, where hundreds of small dictionaries that are much alike are compressed together (ISO 32000-1, 7.5.7).
 */
export class Body {
  /** Where the objects stand, by number. */
  readonly places: Place[] = [0];
  /** Of all bytes so far, whose number is `length`. */
  readonly hash = createHash('sha256');
  private pieces: Uint8Array[] = [];
  length = 0;
  private waiting: WrittenObject[] = [];

  constructor(version: string) {
    this.gather(Buffer.from(`%PDF-${version}\n%\xff\xff\xff\xff\n`, 'latin1'));
  }

  /** Takes an object; true where an object stream should be made of those that wait. */
  add(object: WrittenObject): boolean {
    const { id, data } = object;
    const text = withoutLines(object.text);
    if (!data) return this.waiting.push({ id, text }) >= TOGETHER;
    this.places[id] = this.length;
    this.gather(Buffer.from(`${id} 0 obj\n${text}\nstream\n`, 'latin1'));
    this.gather(data);
    this.gather(Buffer.from(STREAM_END, 'latin1'));
    return false;
  }

  /** Puts the objects that wait into the object stream of this number. */
  join(stream: number): {
    readonly entries: Readonly<Record<string, string | number>>;
    readonly data: Buffer;
  } {
    const joined = this.waiting;
    this.waiting = [];
    let [places, texts] = ['', ''];
    for (const [index, { id, text }] of joined.entries()) {
      this.places[id] = placeWithin(stream, index);
      places += `${id} ${texts.length} `;
      texts += `${text}\n`;
    }
    const data = deflateSync(Buffer.from(places + texts, 'latin1'), { level: 9 });
    return {
      entries: { Type: 'ObjStm', N: joined.length, First: places.length, Filter: 'FlateDecode' },
      data,
    };
  }

  /** Hands over what was gathered since the last time. */
  take(): Buffer {
    const bytes = Buffer.concat(this.pieces);
    this.pieces = [];
    return bytes;
  }

  private gather(piece: Uint8Array): void {
    this.pieces.push(piece);
    this.length += piece.length;
    this.hash.update(piece);
  }
}

/** Without the ends of lines that pdfkit puts between what parts itself; in texts it writes them otherwise. */
function withoutLines(text: string): string {
  return text.replace(/\n *(?=[/>\]])|(?<=[<[])\n */g, '');
}

/** What stands behind the data of a stream. */
export const STREAM_END = '\nendstream\nendobj\n';
