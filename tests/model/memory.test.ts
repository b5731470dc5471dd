import { expect, test } from 'vitest';
import { startMemory } from '../../src/model/memory.ts';

/** How many of these texts, asked for in turn, are still known when they are asked for from the last to the first. */
function stillKnown(texts: readonly string[], size: number): number {
  const memory = startMemory<string>(size, (text) => text.length);
  for (const text of texts) memory.recall(text, () => text);
  let known = 0;
  for (const text of texts.toReversed()) {
    let isKnown = true;
    memory.recall(text, () => {
      isKnown = false;
      return text;
    });
    if (!isKnown) break;
    known++;
  }
  return known;
}

test('a memory holds as much as its values weigh: few long ones, many short ones', () => {
  const texts = (length: number) => Array.from({ length: 100 }, (_, i) => String(i).padStart(length, '.'));
  expect(stillKnown(texts(10), 1_000)).toBeGreaterThanOrEqual(50);
  expect(stillKnown(texts(100), 1_000)).toBeLessThanOrEqual(11);
});
