/**
 * Adds items to the end of a list, however many there are. `push(...items)` puts each on the stack, which has room for some
 * 120,000: a file of as many wrong values ended the program.
 */
export function append<T>(list: T[], ...all: readonly Iterable<T>[]): void {
  for (const items of all) for (const item of items) list.push(item);
}
