import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { formatManifest, MANIFEST, type Manifest, readManifest } from '../../src/batch/manifest.ts';
import { type ManifestEntry, ManifestFiles } from '../../src/batch/manifest-files.ts';
import { makeFolder } from '../folder.ts';

const SHARED = { fonts: 'f', 'fact/killed': '11' };
const entryOf = (id: string): ManifestEntry => ({
  sha256: id.padStart(64, '0'),
  inputs: { shared: { ...SHARED }, own: { [`sender/${id}`]: id.padStart(32, '0') } },
});
const RUN: ManifestEntry = {
  sha256: 'a'.repeat(64),
  inputs: { shared: SHARED, own: {} },
  letters: [
    { contact: 'embassy', sender: 'жан', language: 'ar+fr', followUp: true, shared: { edition: 'x' } },
  ],
};
const MANIFEST_OF = (files: Manifest['files']): Manifest => ({
  handbill: '1.0.0',
  appeal: 'x',
  made: 'hash',
  editions: { old: { path: 'letters/a.en.pdf', inputs: { fonts: 'e' } } },
  files,
});
const FILES = new Map([
  ['letters/a.en.m1.pdf', entryOf('1')],
  ['letters/a.en.m2.pdf', entryOf('2')],
  ['letters/run.ar+fr.a4.pdf', RUN],
]);

async function readBack(text: string): Promise<Manifest | undefined> {
  const out = await makeFolder();
  await writeFile(join(out, MANIFEST), text);
  return readManifest(out);
}

const listed = (manifest: Manifest | undefined) =>
  manifest && { ...manifest, files: [...manifest.files].map(([path, entry]) => [path, plain(entry)]) };
const plain = (entry: ManifestEntry) => JSON.parse(JSON.stringify(entry)) as unknown;

const written = [...formatManifest(MANIFEST_OF(FILES))].join('');

test.each([
  ['as it is written', written],
  ['on one line', JSON.stringify(JSON.parse(written))],
  ['indented by an editor', JSON.stringify(JSON.parse(written), null, 2)],
  ['with lines of Windows', written.replaceAll('\n', '\r\n')],
  ['with the mark of UTF-8', `\uFEFF${written}`],
])('a manifest is read %s', async (_, text) => {
  expect(listed(await readBack(text))).toEqual(listed(MANIFEST_OF(FILES)));
});

test.each([
  ['cut short', written.slice(0, -9)],
  ['with a line cut', written.replace('"sha256":"0', '"sha')],
  ['without a comma', written.replace('},\n    "letters/a.en.m2', '}\n    "letters/a.en.m2')],
  ['with a comma too many', written.replace('}\n  }\n}\n', '},\n  }\n}\n')],
  ['with inputs that nothing tells of', written.replace(/"inputs":"\w+"/, '"inputs":"none"')],
  ['with a hash that is none', written.replace(/"sha256":"\w+"/, '"sha256":7')],
])('a manifest %s isn’t trusted', async (_, text) => {
  expect(text).not.toBe(written);
  expect(await readBack(text)).toBeUndefined();
});

test('packed files are given as they were put in, the same shared inputs as one object', () => {
  const files = new ManifestFiles(FILES);
  const copy = new ManifestFiles(files);
  copy.set('letters/a.en.m1.pdf', entryOf('3'));
  copy.delete('letters/a.en.m2.pdf');
  expect([...files].map(([path, entry]) => [path, plain(entry)])).toEqual(
    [...FILES].map(([path, entry]) => [path, plain(entry)]),
  );
  expect(files.get('letters/a.en.m1.pdf')!.inputs.shared).toBe(
    files.get('letters/a.en.m2.pdf')!.inputs.shared,
  );
  expect(copy.size).toBe(2);
  expect(copy.get('letters/a.en.m1.pdf')).toEqual({ ...entryOf('3'), letters: undefined });
});

/** Writes a manifest of many letters; what it was made of is forgotten. */
async function writeLetters(out: string, letters: number): Promise<void> {
  const files = Array.from({ length: letters }, (_, i): [string, ManifestEntry] => [
    `letters/a.en.m${i}.pdf`,
    entryOf(String(i)),
  ]);
  await writeFile(join(out, MANIFEST), [...formatManifest(MANIFEST_OF(new Map(files)))].join(''));
}

test('a letter in a manifest takes less than 200 bytes of the memory that is collected', async () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const [out, letters] = [await makeFolder(), 20_000];
  await writeLetters(out, letters);
  collect();
  const before = process.memoryUsage().heapUsed;
  const manifest = await readManifest(out);
  collect();
  expect((process.memoryUsage().heapUsed - before) / letters).toBeLessThan(200);
  expect(manifest!.files.size).toBe(letters);
});
