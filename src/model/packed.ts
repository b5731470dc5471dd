/** Bytes of a piece; a longer text has one of its own. */
const PIECE = 1 << 20;

/** Bytes before a text that say how long it is. */
const LENGTH = 4;

/**
 * Texts packed one behind the other, outside of what the engine collects: a hundred thousand small objects would be looked
 * at again and again, and the room for them grown by half as much again.
 */
export class PackedTexts {
  readonly #pieces: Buffer[] = [];
  #free = PIECE;

  /** Adds a text. Returns its place. */
  add(text: string): number {
    const length = Buffer.byteLength(text);
    if (this.#free + LENGTH + length > PIECE) {
      this.#pieces.push(Buffer.allocUnsafeSlow(Math.max(PIECE, LENGTH + length)));
      this.#free = 0;
    }
    const place = (this.#pieces.length - 1) * PIECE + this.#free;
    const piece = this.#pieces.at(-1)!;
    piece.writeUInt32LE(length, this.#free);
    piece.write(text, this.#free + LENGTH);
    this.#free += LENGTH + length;
    return place;
  }

  /** The text at a place that `add` returned. */
  at(place: number): string {
    const piece = this.#pieces[Math.floor(place / PIECE)]!;
    const from = (place % PIECE) + LENGTH;
    return piece.toString('utf8', from, from + piece.readUInt32LE(from - LENGTH));
  }
}

/** Values in their order: they stand there, or each is made when its turn comes. */
export interface Listing<T> extends Iterable<T> {
  readonly length: number;
}

/** Values of JSON in their order, packed; each is unpacked anew when it is asked for. */
export class PackedList<T> implements Listing<T> {
  readonly #texts = new PackedTexts();
  readonly #places: number[] = [];

  get length(): number {
    return this.#places.length;
  }

  /** Adds a value. Returns its text. */
  push(value: T): string {
    const text = JSON.stringify(value);
    this.#places.push(this.#texts.add(text));
    return text;
  }

  at(index: number): T | undefined {
    const place = this.#places[index];
    return place === undefined ? undefined : (JSON.parse(this.#texts.at(place)) as T);
  }

  *[Symbol.iterator](): Generator<T, undefined> {
    for (let i = 0; i < this.length; i += 1) yield this.at(i)!;
  }
}
