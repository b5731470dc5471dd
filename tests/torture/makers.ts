import { deflateSync } from 'node:zlib';
import { expect } from 'vitest';
import { parsePart } from '../../src/read/appeal.ts';
import { openForeignList } from '../../src/read/foreign-list.ts';
import { decodePicture } from '../../src/read/picture.ts';
import { parseStructured } from '../../src/read/structured.ts';
import { readVcards } from '../../src/read/vcard.ts';
import { englishOf } from '../../src/wordings.ts';
import { makeFolder } from '../folder.ts';
import { mergeBody, template } from '../merge/fixture.ts';
import { jpegFile, pngChunk } from '../read/pictures.ts';

export const source = (file: string, text: string) => ({ file, text, sha256: '' });
export const yaml = (text: string) => parseStructured(source('a.yaml', text));
export const json = (text: string) => parseStructured(source('a.json', text));
export const table = (text: string) => parsePart(source('contacts.csv', text), 'contacts');
export const svg = (inner: string) =>
  decodePicture(
    Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">${inner}</svg>`),
    'a.svg',
  );
export const lines = (count: number, line: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => line(i)).join('');
export const list = async (text: string) => {
  const folder = await makeFolder({ list: text });
  for await (const row of (await openForeignList(`${folder}/list`, { isKnown: () => false })).rows())
    expect(row.line).toBeGreaterThan(0);
};
export const cards = async (text: string) => {
  async function* pieces() {
    for (let i = 0; i < text.length; i += 1 << 18) yield text.slice(i, i + (1 << 18));
  }
  for await (const { broken } of readVcards(pieces()))
    if (broken) return [{ severity: 'error', code: 'too-large', message: englishOf(broken) }];
  return [];
};
export const partial = (name: string, body: string) => template(`partials/${name}`, body);
export const merge = (body: string, ...more: ReturnType<typeof partial>[]) =>
  mergeBody(body, {}, more).problems;

/** A PNG of black pixels. */
export function png(
  width: number,
  height: number,
  bits: number,
  channels: 1 | 4,
  isInterlaced: boolean,
  unpacked?: number,
): Uint8Array {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([bits, channels === 4 ? 6 : 0, 0, 0, isInterlaced ? 1 : 0], 8);
  const size = unpacked ?? ((width * bits * channels) / 8 + 1) * height;
  const parts = [pngChunk('IHDR', head), pngChunk('IDAT', deflateSync(Buffer.alloc(size), { level: 1 }))];
  const start = Buffer.from('89504e470d0a1a0a', 'hex');
  return Buffer.concat([start, ...parts, pngChunk('IEND', Buffer.alloc(0))]);
}
export const jpegOfPasses = (count: number) => {
  const bytes = jpegFile(64, 64, 1);
  const at = bytes.lastIndexOf(Buffer.from([0xff, 0xda]));
  return Buffer.concat([
    bytes.subarray(0, -2),
    ...Array(count).fill(bytes.subarray(at, at + 14)),
    bytes.subarray(-2),
  ]);
};
