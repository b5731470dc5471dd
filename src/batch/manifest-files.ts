import { memoise } from '../model/memory.ts';
import { PackedTexts } from '../model/packed.ts';
import type { Inputs } from '../plan/planned.ts';

/** A file that handbill wrote: hashes of its bytes and of everything that went into it. */
export interface ManifestEntry {
  readonly sha256: string;
  readonly inputs: Inputs;
  /** Of a print run: the letters in it, in their order. */
  readonly letters?: readonly RunLetter[] | undefined;
  /** True where something was told when it was made: it is told again, and may be mended by another font. */
  readonly isTold?: true | undefined;
}

/** A letter in a print run: whose it is, and what all letters like it were made from. */
export interface RunLetter {
  readonly contact: string;
  readonly sender?: string | undefined;
  /** Tag, or the two of a letter in two languages. */
  readonly language: string;
  readonly followUp?: true | undefined;
  readonly shared: Inputs['shared'];
}

/** An entry as it is packed; shared inputs by their number. */
type Packed = readonly [
  sha256: string,
  shared: number,
  own: Inputs['own'],
  letters?: readonly (Omit<RunLetter, 'shared'> & { readonly shared: number })[] | null,
  isTold?: true,
];

/** What packs of the same files have in common: nothing is taken from them. */
class Pack {
  readonly texts = new PackedTexts();
  readonly shared: Inputs['shared'][] = [];
  readonly #numbers = new Map<string, number>();

  /** Number of shared inputs; letters of other threads bring equal ones as objects of their own. */
  readonly numberOf = memoise((shared: Inputs['shared']): number => {
    const names = Object.keys(shared).sort();
    const key = JSON.stringify([names, names.map((name) => shared[name])]);
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    this.#numbers.set(key, this.shared.length);
    return this.shared.push(shared) - 1;
  });
}

/**
 * Files of an output folder by path below it, with `/`. They are packed, as there may be a hundred thousand letters: what is
 * looked up is unpacked anew each time.
 */
export class ManifestFiles implements ReadonlyMap<string, ManifestEntry> {
  readonly #pack: Pack = new Pack();
  readonly #places = new Map<string, number>();

  /** Begins with the files of another; what is changed here isn't there. */
  constructor(from: ReadonlyMap<string, ManifestEntry> = new Map()) {
    if (from instanceof ManifestFiles) {
      this.#pack = from.#pack;
      this.#places = new Map(from.#places);
    } else for (const [path, entry] of from) this.set(path, entry);
  }

  get size(): number {
    return this.#places.size;
  }

  has(path: string): boolean {
    return this.#places.has(path);
  }

  get(path: string): ManifestEntry | undefined {
    const place = this.#places.get(path);
    return place === undefined ? undefined : this.#unpack(place);
  }

  set(path: string, { sha256, inputs, letters, isTold }: ManifestEntry): void {
    const { numberOf, texts } = this.#pack;
    const packed: Packed = [
      sha256,
      numberOf(inputs.shared),
      inputs.own,
      letters?.map((letter) => ({ ...letter, shared: numberOf(letter.shared) })),
    ];
    const text = JSON.stringify(isTold ? [...packed, isTold] : packed);
    const before = this.#places.get(path);
    if (before === undefined || texts.at(before) !== text) this.#places.set(path, texts.add(text));
  }

  delete(path: string): void {
    this.#places.delete(path);
  }

  keys(): MapIterator<string> {
    return this.#places.keys();
  }

  *values(): Generator<ManifestEntry, undefined> {
    for (const place of this.#places.values()) yield this.#unpack(place);
  }

  *entries(): Generator<[string, ManifestEntry], undefined> {
    for (const [path, place] of this.#places) yield [path, this.#unpack(place)];
  }

  [Symbol.iterator](): Generator<[string, ManifestEntry], undefined> {
    return this.entries();
  }

  forEach(take: (entry: ManifestEntry, path: string, all: ManifestFiles) => void): void {
    for (const [path, entry] of this) take(entry, path, this);
  }

  #unpack(place: number): ManifestEntry {
    const { shared: all, texts } = this.#pack;
    const [sha256, shared, own, letters, isTold] = JSON.parse(texts.at(place)) as Packed;
    return {
      sha256,
      inputs: { shared: all[shared]!, own },
      letters: letters?.map((letter) => ({ ...letter, shared: all[letter.shared]! })),
      isTold,
    };
  }
}
