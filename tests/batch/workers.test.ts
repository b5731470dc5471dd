import { expect, it } from 'vitest';
import { countThreads } from '../../src/batch/workers.ts';
import type { Contact } from '../../src/model/contact.ts';
import type { Job } from '../../src/plan/jobs.ts';

const targetOf = (id: string) =>
  ({ id, kind: 'embassy', name: { en: 'Example' }, languages: ['en'] }) as unknown as Contact;

/** Letters of so many members to each of some addressees. */
function lettersTo(targets: number, members: number): Job[] {
  return Array.from(
    { length: targets * members },
    (_, i): Job => ({
      material: 'letter',
      kind: 'embassy' as never,
      language: 'en',
      target: targetOf(`t${i % targets}`),
      ...(members > 1 && { sender: { id: `m${i}` } as never }),
    }),
  );
}

it('starts as many threads as have enough to do, and never more than there are cores', () => {
  expect(countThreads([], 8)).toBe(1);
  expect(countThreads(lettersTo(1, 900), 8)).toBe(1);
  expect(countThreads(lettersTo(1, 1500), 8)).toBe(2);
  expect(countThreads(lettersTo(1, 100_000), 8)).toBe(8);
  expect(countThreads(lettersTo(40, 1), 8)).toBe(1);
  // Documents that have nothing in common are more to do than as many letters that differ in who signs.
  expect(countThreads(lettersTo(290, 1), 8)).toBe(1);
  expect(countThreads(lettersTo(1200, 1), 8)).toBe(4);
  expect(countThreads(lettersTo(1200, 1), 2)).toBe(2);
});

it('starts as many as are asked for', () => {
  expect(countThreads(lettersTo(1, 2), 2, 4)).toBe(4);
});
