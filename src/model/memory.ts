/** What is known by key, so that the same isn't made again. */
export interface Memory<T, K = string> {
  /** What is known under the key, where it still fits; else what `make` gives, which is known from then on. */
  recall(key: K, make: () => T, fits?: (known: T) => boolean): T;
}

/**
 * A memory of at most `size` values, so that a run of any length needs the same room. When half of it is full, what was
 * not asked for since the last time is forgotten: what all documents share stays, what only one has goes. Where values
 * take very different room, `weigh` tells how many one counts for.
 */
export function startMemory<T>(size: number, weigh: (value: T) => number = () => 1): Memory<T> {
  let recent = new Map<string, T>();
  let before = new Map<string, T>();
  let weight = 0;
  return {
    recall(key, make, fits) {
      const known = recent.get(key) ?? before.get(key);
      const value = known !== undefined && fits?.(known) !== false ? known : make();
      if (value === known && recent.has(key)) return value;
      if (weight >= size / 2) {
        before = recent;
        recent = new Map();
        weight = 0;
      }
      if (!recent.has(key)) weight += weigh(value);
      recent.set(key, value);
      return value;
    },
  };
}

/** A memory without bounds: what is known of an object goes with the object, what is known of a text or number stays. */
export function remember<K, T>(): Memory<T, K> {
  const ofObjects = new WeakMap<object, T>();
  const ofValues = new Map<K, T>();
  return {
    recall(key, make, fits) {
      const memory = typeof key === 'object' && key !== null ? ofObjects : ofValues;
      const known = memory.get(key as K & object);
      const isKnown = known !== undefined || memory.has(key as K & object);
      if (isKnown && fits?.(known as T) !== false) return known as T;
      const value = make();
      memory.set(key as K & object, value);
      return value;
    },
  };
}

/** A function that works out each thing once, and gives the same from then on: the same object, too. */
export function memoise<K, T>(make: (key: K) => T): (key: K) => T {
  const memory = remember<K, T>();
  return (key) => memory.recall(key, () => make(key));
}

/** What is made when it is first asked for: most commands never need it. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/**
 * Gives each value a number that tells it from all that say something else: a short key instead of a long text. Equal
 * values have the same one, where no more than `size` were met since.
 */
export function numberingEqual<T extends object>(size: number): (value: T) => number {
  const known = startMemory<number>(size);
  let count = 0;
  return memoise((value) => known.recall(JSON.stringify(value), () => count++));
}

/** Gives each object a number of its own, by which a key can tell it from all others. */
export function numbering(): (object: object) => number {
  let count = 0;
  return memoise(() => count++);
}
