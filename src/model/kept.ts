/** How much is kept at a time. */
const MOST = 256;

/**
 * What stages keep of a document for those that differ from it in little. It lies beside what such documents share, so
 * that it is forgotten with that; only the stage that kept something knows its type.
 */
export class Kept {
  private readonly kept = new Map<string, object>();

  /** What was kept under a name. */
  recall<T extends object>(name: string): T | undefined {
    return this.kept.get(name) as T | undefined;
  }

  keep<T extends object>(name: string, value: T): T {
    if (this.kept.size >= MOST) this.kept.clear();
    this.kept.set(name, value);
    return value;
  }
}

/** Whether two objects have the same fields with the same values, but for those that may differ. */
export function hasSameFields<T extends object>(one: T, other: T, ...except: readonly (keyof T)[]): boolean {
  const keys = Object.keys(one) as (keyof T)[];
  const isSame = keys.every((key) => one[key] === other[key] || except.includes(key));
  return isSame && keys.length === Object.keys(other).length;
}
