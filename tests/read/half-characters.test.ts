import { expect, test } from 'vitest';
import { parseStructured } from '../../src/read/structured.ts';

test.each([
  ['a.json', '{"title": "\\ud800x", "\\udc00": ["\\ud83d\\ude00"]}'],
  ['a.yaml', 'title: "\\ud800x"\n"\\udc00": ["\\ud83d\\ude00"]\n'],
])('%s: half a character is told as one that is lost, a whole one stays', (file, text) => {
  const { data } = parseStructured({ file, text, sha256: '' });
  expect(data).toEqual({ title: '\uFFFDx', '\uFFFD': ['😀'] });
});
