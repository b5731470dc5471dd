import { readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { basename } from 'node:path';
import fc from 'fast-check';
import { describe, test } from 'vitest';
import { fontAt } from '../../src/layout/font-file.ts';
import { openFonts } from '../../src/layout/fonts.ts';
import { furtherFonts } from '../../src/layout/further-fonts.ts';
import { faceOffsets, tablesAt } from '../../src/layout/small-font.ts';
import { readTables } from '../../src/write/pdf/sfnt.ts';
import { subsetFont } from '../../src/write/pdf/subset.ts';
import { writePdf } from '../../src/write/pdf.ts';
import { HAS_NOTO, NOTO_CJK } from '../layout/noto.ts';
import { documentOf, runOf } from '../write/sample.ts';
import { mutatedBytes, overwrittenBytes } from './mutations.ts';
import { placeFor, tryReader } from './trial.ts';

const TEXT = 'אבגדה';
const hebrew = readFileSync(
  'node_modules/@expo-google-fonts/noto-sans-hebrew/400Regular/NotoSansHebrew_400Regular.ttf',
);
const bundled = await openFonts();

/** A font file of these tables, in a collection of one or alone. */
function fontOf(tag: string, tables: ReadonlyMap<string, Uint8Array>, isCollection = false): Buffer {
  const start = isCollection ? 16 : 0;
  const directory = Buffer.alloc(start + 12 + 16 * tables.size);
  if (isCollection) {
    directory.write('ttcf', 'latin1');
    directory.writeUInt32BE(0x00010000, 4);
    directory.writeUInt32BE(1, 8);
    directory.writeUInt32BE(start, 12);
  }
  directory.write(tag, start, 'latin1');
  directory.writeUInt16BE(tables.size, start + 4);
  let at = directory.length;
  const parts: Buffer[] = [directory];
  for (const [i, [name, bytes]] of [...tables].entries()) {
    const entry = start + 12 + 16 * i;
    directory.write(name, entry, 'latin1');
    directory.writeUInt32BE(at, entry + 8);
    directory.writeUInt32BE(bytes.length, entry + 12);
    parts.push(Buffer.from(bytes), Buffer.alloc(-bytes.length & 3));
    at += bytes.length + (-bytes.length & 3);
  }
  return Buffer.concat(parts);
}

const tablesOf = (font: Uint8Array) =>
  new Map(
    [...readTables(font)].map(([tag, view]) => [
      tag,
      new Uint8Array(view.buffer, view.byteOffset, view.byteLength),
    ]),
  );
const collection = fontOf('\0\x01\0\0', tablesOf(hebrew), true);

/** PostScript outlines, keyed by identifiers, under the names and characters of another font. */
function cidKeyed(): Buffer {
  const noto = fontAt('noto', `${NOTO_CJK}/NotoSerifCJK-Regular.ttc`, 0, 'system');
  const outlines = tablesOf(
    subsetFont(
      noto,
      Array.from({ length: 120 }, (_, i) => i),
      false,
    ),
  );
  return fontOf(
    'OTTO',
    new Map(
      [...tablesOf(hebrew), ...outlines].filter(
        ([tag]) => !['glyf', 'loca', 'GSUB', 'GPOS', 'GDEF'].includes(tag),
      ),
    ),
  );
}

/** Where the tables of a font begin, and its directory. */
function spotsOf(font: Uint8Array): number[] {
  const read = (at: number, length: number) => new DataView(font.buffer, font.byteOffset + at, length);
  const starts = tablesAt(faceOffsets(read)[0]!, read).map(({ offset }) => offset);
  return [0, 12, 12 + 16 * (starts.length >> 1), ...starts];
}

/** Finds the font in a folder, shapes a text with it and embeds it. */
async function useFont(folder: string): Promise<void> {
  const font = furtherFonts({ appeal: [folder], packages: [], system: [] }).find(
    TEXT,
    { family: 'sans', weight: 400 },
    undefined,
  );
  if (!font) return;
  const fonts = { ...bundled, files: new Map([[font.id, font]]) };
  writePdf(documentOf([runOf(fonts, TEXT, { font: font.id })]), fonts);
  font.outlines()(3);
}

describe('fonts of the appeal', { timeout: 300_000 }, () => {
  const files: [string, () => Buffer, number, boolean][] = [
    ['TrueType', () => hebrew, 1_000, true],
    ['collection', () => collection, 300, true],
    ['CFF', cidKeyed, 1_000, HAS_NOTO],
  ];
  for (const [what, make, cases, isThere] of files) {
    test.skipIf(!isThere)(what, async () => {
      const place = await placeFor();
      const font = make();
      let number = 0;
      await tryReader({
        what: `font, ${what}`,
        cases,
        inputs: fc.oneof(
          { weight: 4, arbitrary: overwrittenBytes(font, spotsOf(font)) },
          { weight: 1, arbitrary: mutatedBytes([font]) },
        ),
        read: async (bytes) => {
          number += 1;
          await mkdir(place.file(String(number)));
          await place.write({ [`${number}/${basename(what)}.ttf`]: bytes });
          await useFont(place.file(String(number)));
        },
      });
    });
  }
});
