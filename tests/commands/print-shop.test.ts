import { execFileSync } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeTemporary, writeFiles } from '../folder.ts';
import { describeWith } from '../tools.ts';
import { openObjects } from '../write/opened.ts';
import { handbill } from './run.ts';
import { smallAppeal } from './small-appeal.ts';

let cwd: string;
let remove: () => Promise<void>;
const FILE = 'out/leaflets/picket.en.a5.print-shop.pdf';
beforeAll(async () => {
  ({ path: cwd, remove } = await makeTemporary());
  await writeFiles(cwd, smallAppeal('a'));
  const { code, stderr } = await handbill(
    cwd,
    'leaflets a --kind picket --lang en --paper a5 --for print-shop --spot red --format pdf',
  );
  expect({ code, stderr }).toMatchObject({ code: 0 });
});
afterAll(() => remove());

const MM = 72 / 25.4;
const boxOf = (pdf: string, name: string) =>
  (new RegExp(`/${name} \\[([^\\]]*)\\]`).exec(pdf)?.[1] ?? '')
    .trim()
    .split(/\s+/)
    .map((n) => Number(n) / MM);

describe('a leaflet for a print shop', () => {
  test('alone on its page, with trim and bleed to a tenth of a millimetre', async () => {
    expect(await readdir(join(cwd, 'out/leaflets'))).toEqual(['picket.en.a5.print-shop.pdf']);
    const pdf = openObjects(await readFile(join(cwd, FILE)));
    const [media, trim, bleed] = ['MediaBox', 'TrimBox', 'BleedBox'].map((name) => boxOf(pdf, name));
    for (const [box, edges] of [
      [media, [0, 0, 170, 232]],
      [trim, [11, 11, 159, 221]],
      [bleed, [8, 8, 162, 224]],
    ] as const) {
      for (const [i, edge] of edges.entries()) expect(Math.abs(box![i]! - edge)).toBeLessThan(0.1);
    }
  });

  test('is PDF/X-4 in black and one spot colour whose alternate is CMYK, without links', async () => {
    const pdf = openObjects(await readFile(join(cwd, FILE)));
    expect(pdf.startsWith('%PDF-1.6')).toBe(true);
    expect(pdf).toContain('<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>');
    expect(pdf).toMatch(/\/S\/GTS_PDFX\/OutputConditionIdentifier\(CGATS TR 001\)/);
    expect(pdf).toMatch(/\/Separation\/Red\/DeviceCMYK/);
    expect(pdf).not.toMatch(/DeviceRGB|\/Annots|\/Subtype\s*\/Link|\/Encrypt/);
    expect(pdf).toMatch(/\/Trapped\s*\/False/);
  });

  test('its profile is that of a press, with the tables both ways', async () => {
    const profile = await readFile('data/colour/press.icc');
    expect(profile.readUInt32BE(0)).toBe(profile.length);
    expect(profile.toString('latin1', 12, 24)).toBe('prtrCMYKLab ');
    const tags = Array.from({ length: profile.readUInt32BE(128) }, (_, i) => {
      const at = 132 + 12 * i;
      const [offset, length] = [profile.readUInt32BE(at + 4), profile.readUInt32BE(at + 8)];
      expect(offset + length).toBeLessThanOrEqual(profile.length);
      return profile.toString('latin1', at, at + 4);
    });
    expect(tags.sort()).toEqual(
      ['A2B0', 'A2B1', 'A2B2', 'B2A0', 'B2A1', 'B2A2', 'cprt', 'desc', 'gamt', 'wtpt'].sort(),
    );
  });
});

/** True where a plate of `tiffsep`, uncompressed grey, has any ink. */
function hasInk(tiff: Buffer): boolean {
  const little = tiff.toString('latin1', 0, 2) === 'II';
  const short = (at: number) => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const long = (at: number) => (little ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at));
  const start = long(4);
  const fields = new Map<number, number[]>();
  for (let i = 0; i < short(start); i++) {
    const at = start + 2 + 12 * i;
    const [size, count] = [short(at + 2) === 3 ? 2 : 4, long(at + 4)];
    const place = size * count <= 4 ? at + 8 : long(at + 8);
    const read = size === 2 ? short : long;
    fields.set(
      short(at),
      Array.from({ length: count }, (_, k) => read(place + size * k)),
    );
  }
  const [offsets, lengths] = [fields.get(273)!, fields.get(279)!];
  return offsets.some((offset, i) => tiff.subarray(offset, offset + lengths[i]!).some((byte) => byte < 250));
}

describeWith(['gs'], 'its plates', () => {
  test('are two: black and the spot colour', async () => {
    const out = join(cwd, 'plate-%d.tif');
    execFileSync('gs', [
      ...['-q', '-dNOPAUSE', '-dBATCH', '-dSAFER', '-sDEVICE=tiffsep', '-sCompression=none', '-r36'],
      ...[`-sOutputFile=${out}`, join(cwd, FILE)],
    ]);
    const plates = (await readdir(cwd)).filter((name) => name.startsWith('plate-1('));
    const inked: string[] = [];
    for (const name of plates) {
      if (hasInk(await readFile(join(cwd, name)))) inked.push(/\((.*)\)/.exec(name)![1]!);
    }
    expect(inked.sort()).toEqual(['Black', 'Red']);
  });
});

test('a page alone has bleed and its boxes without a print shop too; a zine is one sheet', async () => {
  await handbill(
    cwd,
    'leaflets a --kind picket --lang en --paper a5 --up 1 --bleed 2 --no-marks --format pdf --out b',
  );
  const pdf = openObjects(await readFile(join(cwd, 'b/leaflets/picket.en.a5.pdf')));
  expect(boxOf(pdf, 'MediaBox').map(Math.round)).toEqual([0, 0, 152, 214]);
  expect(boxOf(pdf, 'TrimBox').map(Math.round)).toEqual([2, 2, 150, 212]);
  await handbill(cwd, 'leaflets a --kind picket,petition --lang en --fold zine --format pdf --out z');
  expect(await readdir(join(cwd, 'z/leaflets'))).toEqual(['picket.en.zine.pdf']);
  const zine = openObjects(await readFile(join(cwd, 'z/leaflets/picket.en.zine.pdf')));
  expect(boxOf(zine, 'MediaBox').map(Math.round)).toEqual([0, 0, 297, 210]);
});
