/** Values by key, so that the same text isn't set again for the next document; forgets all when it is full. */
export interface Memory<T> {
  recall(key: string, make: () => T): T;
}

/** A memory of at most `size` values, so that a run of any length needs the same room. */
export function startMemory<T extends object>(size: number): Memory<T> {
  const values = new Map<string, T>();
  return {
    recall(key, make) {
      const known = values.get(key);
      if (known) return known;
      const made = make();
      if (values.size >= size) values.clear();
      values.set(key, made);
      return made;
    },
  };
}
