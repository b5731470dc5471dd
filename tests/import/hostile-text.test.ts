import { expect, test } from 'vitest';
import { readAppealText } from '../../src/import/text/read-text.ts';
import { readVocabularies } from '../../src/import/text/vocabulary.ts';

const START =
  'On 1 May 2026 twelve strikers were arrested at the gate. We demand: release them. Write to us. ';

/** Texts that took minutes at the length that was read, as each of their parts was held against all others. */
test.each([
  ['days without an end', '1 May '],
  ['addresses', '\n\nEmbassy of Ruritania\n1 Road\nBerlin'],
  ['empty items', '\n- '],
  ['mail addresses', '\n\nEmbassy of X\na@b.org'],
  ['pickets', 'On 1 May 2026 at 18:00 picket. '],
])('100,000 characters of %s are read in seconds', async (_, part) => {
  const text = START + part.repeat(Math.floor((100_000 - START.length) / part.length));
  const vocabularies = await readVocabularies('data/reading');
  const start = process.cpuUsage().user;
  expect(readAppealText({ text, file: 'a.txt' } as never, vocabularies)).toBeDefined();
  expect((process.cpuUsage().user - start) / 1e6).toBeLessThan(10);
});
