/**
 * Which contact has a key: a hash table in typed arrays, some 20 bytes a key, so that a list of a million contacts can
 * be searched for duplicates in little memory. Keys are known by 64 bits of hash; who finds one looks at the contact.
 */
export class KeyIndex {
  #size = 0;
  #hashes = new Int32Array(2 * 4096);
  /** Number of the contact plus one; 0 is an empty place. */
  #values = new Int32Array(4096);

  /** The number kept for a key. */
  get(key: string): number | undefined {
    const value = this.#values[this.#placeOf(hash(key, 0x811c9dc5), hash(key, 0x01000193))]!;
    return value === 0 ? undefined : value - 1;
  }

  /** Keeps a number for a key that has none yet. */
  add(key: string, value: number): void {
    if (this.#size * 2 >= this.#values.length) this.#grow();
    this.#put(hash(key, 0x811c9dc5), hash(key, 0x01000193), value + 1);
  }

  #put(low: number, high: number, value: number): void {
    const place = this.#placeOf(low, high);
    if (this.#values[place] !== 0) return;
    this.#hashes[2 * place] = low;
    this.#hashes[2 * place + 1] = high;
    this.#values[place] = value;
    this.#size += 1;
  }

  #placeOf(low: number, high: number): number {
    const mask = this.#values.length - 1;
    let place = low & mask;
    while (this.#values[place] !== 0) {
      if (this.#hashes[2 * place] === low && this.#hashes[2 * place + 1] === high) return place;
      place = (place + 1) & mask;
    }
    return place;
  }

  #grow(): void {
    const [hashes, values] = [this.#hashes, this.#values];
    this.#hashes = new Int32Array(2 * hashes.length);
    this.#values = new Int32Array(2 * values.length);
    this.#size = 0;
    for (const [place, value] of values.entries()) {
      if (value !== 0) this.#put(hashes[2 * place]!, hashes[2 * place + 1]!, value);
    }
  }
}

/** FNV-1a over the UTF-16 units, from a start of its own, stirred at the end (murmur3's finaliser). */
function hash(text: string, start: number): number {
  let h = start;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}
