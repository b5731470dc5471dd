import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { RasterImage } from '../../src/model/page.ts';
import { parsePicture, readPicture } from '../../src/read/picture.ts';
import { makeFolder } from '../folder.ts';
import { bombFile, jpegFile, pngFile } from './pictures.ts';

function rasterOf(bytes: Uint8Array): RasterImage {
  const picture = parsePicture(bytes);
  if (picture.kind !== 'raster') throw new Error('expected pixels');
  return picture.image;
}

/** Which corners are dark: a letter for each. */
function darkCorners({ width, height, data }: RasterImage): string {
  const at = (x: number, y: number) => (data[y * width + x]! < 100 ? 'D' : 'l');
  return at(1, 1) + at(width - 2, 1) + at(1, height - 2) + at(width - 2, height - 2);
}

describe('pixels', () => {
  test('of a PNG, grey where it has no colours', () => {
    const image = rasterOf(pngFile(20, 10));
    expect(image).toMatchObject({ width: 20, height: 10, samples: 'grey8' });
    expect(image.data).toHaveLength(200);
    expect(darkCorners(image)).toBe('Dlll');
  });

  test.each([
    [1, 32, 16, 'Dlll'],
    [2, 32, 16, 'lDll'],
    [3, 32, 16, 'lllD'],
    [4, 32, 16, 'llDl'],
    [5, 16, 32, 'Dlll'],
    [6, 16, 32, 'lDll'],
    [7, 16, 32, 'lllD'],
    [8, 16, 32, 'llDl'],
  ])('of a JPEG with orientation %i stand upright', (orientation, width, height, corners) => {
    const image = rasterOf(jpegFile(32, 16, orientation));
    expect(image).toMatchObject({ width, height });
    expect(darkCorners(image)).toBe(corners);
  });
});

describe('drawings', () => {
  const draw = (inner: string, attributes = 'viewBox="0 0 10 10"') =>
    parsePicture(Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${inner}</svg>`));

  test('shapes become paths in the units of the drawing, with their transforms and greys', () => {
    const picture = draw(
      '<g transform="translate(1 1)"><rect width="2" height="3" fill="#fff"/></g><path d="M0 0h5q1 1 0 5z" style="fill:#000000"/>',
    );
    expect(picture).toEqual({
      kind: 'drawing',
      width: 10,
      height: 10,
      paths: [
        { d: 'M 1 1 L 3 1 L 3 4 L 1 4 Z', ink: 1 },
        { d: 'M 0 0 L 5 0 C 5.667 0.667 5.667 2.333 5 5 Z', ink: 0 },
      ],
    });
  });

  test('corners of rectangles are round where they say so, by no more than half a side', () => {
    const round = draw('<rect x="1" y="1" width="4" height="2" rx="9" ry=".5"/>');
    const path = round.kind === 'drawing' ? round.paths[0]!.d : '';
    expect(path).toMatch(/^M 3 1 L 3 1 C [\d. ]+ 5 1.5 L 5 2.5 C/);
    const same = draw('<rect width="4" height="2" rx="1"/>');
    expect(same).toEqual(draw('<rect width="4" height="2" ry="1"/>'));
    expect(draw('<rect width="4" height="2" rx="0"/>')).toEqual(draw('<rect width="4" height="2"/>'));
  });

  test.each([
    ['<script>alert(1)</script>', 'picture-unsafe'],
    ['<style>*{fill:url(https://example.org)}</style>', 'picture-unsafe'],
    ['<g id="a"><use href="#a"/></g>', 'picture-unsafe'],
    ['<a href="javascript:alert(1)"><path d="M0 0h1v1z"/></a>', 'picture-unsafe'],
    ['<path d="M0 0h1v1z" opacity=".5"/>', 'picture-format'],
    ['<g style="fill-opacity:0"><path d="M0 0h1v1z"/></g>', 'picture-format'],
    ['<path d="M0 0h1v1z" style="filter:blur(2px)"/>', 'picture-format'],
    ['<path d="M0 0h1v1z" style="transform:rotate(9deg)"/>', 'picture-format'],
    ['<rect width="50%" height="2"/>', 'picture-format'],
    ['<path d="M0 0h1e308v1e308h1e308z"/>', 'picture-broken'],
    ['<image href="file:///etc/passwd"/>', 'picture-unsafe'],
    ['<use href="other.svg#a"/>', 'picture-unsafe'],
    ['<foreignObject/>', 'picture-unsafe'],
    ['<path d="M0 0h1v1z" onclick="x()"/>', 'picture-unsafe'],
    ['<path d="M0 0h1v1z" fill="url(https://example.org/x)"/>', 'picture-unsafe'],
    ['<text>hello</text>', 'picture-format'],
    ['<path d="M0 0h1" stroke="#000"/>', 'picture-format'],
    ['<path d="M0 0 nonsense"/>', 'picture-broken'],
  ])('%s is refused', (inner, code) => {
    expect(() => draw(inner)).toThrow(expect.objectContaining({ code }));
  });

  test('entities are refused before anything is expanded', () => {
    const bomb = '<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><svg viewBox="0 0 1 1">&b;</svg>';
    expect(() => parsePicture(Buffer.from(bomb))).toThrow(
      expect.objectContaining({ code: 'picture-unsafe' }),
    );
  });

  test('without a size it is refused', () => {
    expect(() => draw('<path d="M0 0h1v1z"/>', '')).toThrow(
      expect.objectContaining({ code: 'picture-broken' }),
    );
  });
});

describe('what is no picture', () => {
  test.each([
    ['bomb.png', bombFile(60_000), 'picture-too-large'],
    ['cut.png', pngFile(20, 10).subarray(0, 60), 'picture-broken'],
    ['cut.jpg', jpegFile(32, 16, 1).subarray(0, 40), 'picture-broken'],
    ['text.png', Buffer.from('GIF89a'), 'picture-format'],
  ])('%s is a problem of its file', async (name, bytes, code) => {
    const folder = await makeFolder({ [name]: bytes });
    const file = join(folder, name);
    await expect(readPicture(file)).rejects.toMatchObject({
      problems: [expect.objectContaining({ code, severity: 'error', at: { file } })],
    });
  });
});
