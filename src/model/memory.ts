/** Values by key, so that the same isn't made again for the next document. */
export interface Memory<T> {
  recall(key: string, make: () => T): T;
}

/**
 * A memory of at most `size` values, so that a run of any length needs the same room. When half of it is full, what was
 * not asked for since the last time is forgotten: what all documents share stays, what only one has goes.
 */
export function startMemory<T extends object>(size: number): Memory<T> {
  let recent = new Map<string, T>();
  let before = new Map<string, T>();
  return {
    recall(key, make) {
      const known = recent.get(key);
      if (known) return known;
      const value = before.get(key) ?? make();
      if (recent.size >= size / 2) {
        before = recent;
        recent = new Map();
      }
      recent.set(key, value);
      return value;
    },
  };
}
