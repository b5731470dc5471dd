import { expect, test } from 'vitest';
import { parseBundled } from '../../src/build/parsed.ts';
import { readTemplates } from '../../src/read/templates.ts';

test('what the build keeps of bundled words and templates is what they hold', async () => {
  const kept = JSON.parse(JSON.stringify(await parseBundled())) as Record<string, unknown>;
  const { words, templates } = await readTemplates(['templates']);
  expect(words.length).toBeGreaterThan(13);
  for (const { sha256, data, file } of words) expect(kept[sha256], file).toStrictEqual(data);
  for (const { sha256, front, file } of templates) expect(kept[sha256], file).toStrictEqual(front);
});
