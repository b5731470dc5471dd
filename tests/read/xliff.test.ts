import { expect, test } from 'vitest';
import { parseXliff } from '../../src/read/xliff.ts';

const unit = (id: string) =>
  `<unit id="${id}" name="${id}"><segment state="final"><source>A</source><target>B</target></segment></unit>`;

test('each message of XLIFF knows its line', () => {
  const head =
    '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en" trgLang="de">';
  const text = `<?xml version="1.0"?>\n${head}<file id="f">\n${unit('a')}\n\n${unit('b')}${unit('c')}\n</file></xliff>`;
  const { messages } = parseXliff({ file: 'de.xlf', text, sha256: '' });
  expect(messages.map(({ id, line }) => [id, line])).toEqual([
    ['a', 3],
    ['b', 5],
    ['c', 5],
  ]);
});
