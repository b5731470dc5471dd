import { extent, seed } from './tally.ts';

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
export function drawFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * All of a list by `npm run torture`; otherwise so many of it, drawn by the seed and in their order. `name` keeps lists
 * of the same length from being drawn alike.
 */
export function drawSome<T>(list: readonly T[], count: number, name: string): readonly T[] {
  if (extent === 'all' || list.length <= count) return list;
  const draw = drawFrom(
    [...name].reduce((sum, letter) => Math.imul(sum, 31) + letter.charCodeAt(0), seed) | 0,
  );
  const ranked = list.map((_, i) => ({ i, rank: draw() })).sort((a, b) => a.rank - b.rank);
  return ranked
    .slice(0, count)
    .map(({ i }) => i)
    .sort((a, b) => a - b)
    .map((i) => list[i]!);
}
