import { expect, test } from 'vitest';
import { parseBundled } from '../../src/build/parsed.ts';
import { checkWords } from '../../src/check/words.ts';
import { readTemplates } from '../../src/read/templates.ts';
import { makeFolder } from '../folder.ts';

test('what the build keeps of bundled words and templates is what they hold', async () => {
  const kept: Awaited<ReturnType<typeof parseBundled>> = JSON.parse(JSON.stringify(await parseBundled()));
  const { words, templates } = await readTemplates(['templates']);
  expect(words.length).toBeGreaterThan(13);
  for (const file of words) {
    const [said] = checkWords([file]).words.values();
    expect(kept.words[file.sha256], file.file).toStrictEqual(said);
    // Hashes of words depend on the order of their keys.
    expect(JSON.stringify(kept.words[file.sha256]), file.file).toBe(JSON.stringify(said));
  }
  for (const { sha256, front, file } of templates) expect(kept.others[sha256], file).toStrictEqual(front);
});

test.each([
  ['words/en.yaml', 'language: en\n', /missing/i],
  ['letter/embassy.en.md', 'You\u200B write\n', /U\+200B/],
  ['letter/embassy.en.md', '> You write\n', /quotation/],
])(
  'what the build looked at no run looks at again: it keeps nothing where %s has a fault',
  async (file, text, told) => {
    const folder = await makeFolder({ [file]: text });
    await expect(parseBundled(folder, [])).rejects.toThrow(told);
  },
);
