/**
 * Which contact has a key: hash tables in typed arrays, some 12 bytes a key, so that a list of a million contacts can
 * be searched for duplicates in little memory. Keys are known by 44 bits of hash, 12 of which choose the table; who finds
 * one looks at the contact.
 */
export class KeyIndex {
  readonly #tables = Array.from({ length: TABLES }, () => new KeyTable());

  /** The number kept for a key. */
  get(key: string): number | undefined {
    const [low, high] = hashesOf(key);
    return this.#tables[high >>> SHIFT]!.get(low);
  }

  /** Keeps a number for a key that has none yet. */
  add(key: string, value: number): void {
    const [low, high] = hashesOf(key);
    this.#tables[high >>> SHIFT]!.add(low, value);
  }
}

/** Keys are shared out by the first bits of a hash: no table is so large that its growing takes much. */
const TABLES = 4096;
const SHIFT = 20;

/** How full a table may be; the next place is free soon enough. */
const FULL = 0.8;

class KeyTable {
  #size = 0;
  #hashes = new Int32Array(16);
  /** Number of the contact plus one; 0 is an empty place. */
  #values = new Int32Array(16);

  get(hash: number): number | undefined {
    const value = this.#values[this.#placeOf(hash)]!;
    return value === 0 ? undefined : value - 1;
  }

  add(hash: number, value: number): void {
    if (this.#size >= FULL * this.#values.length) this.#grow();
    this.#put(hash, value + 1);
  }

  #put(hash: number, value: number): void {
    const place = this.#placeOf(hash);
    if (this.#values[place] !== 0) return;
    this.#hashes[place] = hash;
    this.#values[place] = value;
    this.#size += 1;
  }

  #placeOf(hash: number): number {
    const { length } = this.#values;
    let place = (hash >>> 0) % length;
    while (this.#values[place] !== 0 && this.#hashes[place] !== hash)
      place = place + 1 === length ? 0 : place + 1;
    return place;
  }

  /** By a half only: twice as many places would stand empty for long. */
  #grow(): void {
    const [hashes, values] = [this.#hashes, this.#values];
    const length = values.length + (values.length >> 1);
    this.#hashes = new Int32Array(length);
    this.#values = new Int32Array(length);
    this.#size = 0;
    for (const [place, value] of values.entries()) if (value !== 0) this.#put(hashes[place]!, value);
  }
}

function hashesOf(key: string): readonly [low: number, high: number] {
  return [hash(key, 0x811c9dc5), hash(key, 0x01000193)];
}

/** FNV-1a over the UTF-16 units, from a start of its own, stirred at the end (murmur3's finaliser). */
function hash(text: string, start: number): number {
  let h = start;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}
