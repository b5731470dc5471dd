import { expect, test } from 'vitest';
import { openFonts } from '../../src/layout/fonts.ts';

test('of fonts in many places only the last few stay open: thousands of folders need no more memory than one', async () => {
  const opened = (folder: string) => openFonts({ appeal: [folder], packages: [], system: [] });
  const first = await opened('one');
  expect(await opened('one')).toBe(first);
  for (const folder of ['two', 'three', 'four', 'five', 'six']) await opened(folder);
  expect(await opened('one')).not.toBe(first);
});
