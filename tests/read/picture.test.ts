import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { RasterImage } from '../../src/model/page.ts';
import { parsePicture, readPicture } from '../../src/read/picture.ts';
import { makeFolder } from '../folder.ts';
import { bombFile, jpegFile, pngFile } from './pictures.ts';

async function rasterOf(bytes: Uint8Array): Promise<RasterImage> {
  return (await parsePicture(bytes)).image;
}

/** Which corners are dark: a letter for each. */
function darkCorners({ width, height, data }: RasterImage): string {
  const at = (x: number, y: number) => (data[y * width + x]! < 100 ? 'D' : 'l');
  return at(1, 1) + at(width - 2, 1) + at(1, height - 2) + at(width - 2, height - 2);
}

describe('pixels', () => {
  test('of a PNG, grey where it has no colours', async () => {
    const image = await rasterOf(pngFile(20, 10));
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
  ])('of a JPEG with orientation %i stand upright', async (orientation, width, height, corners) => {
    const image = await rasterOf(jpegFile(32, 16, orientation));
    expect(image).toMatchObject({ width, height });
    expect(darkCorners(image)).toBe(corners);
  });
});

/** Eight by eight pixels of four inks, without the segment that says how they are stored: made with Ghostscript. */
const BARE_CMYK =
  '/9j/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZGNywtQFdBRkxOUlNSMj5aYVpQYEpRUk//' +
  'wAAUCAAIAAgEQxEATREAWREASxEA/8QAHwAAAQUBAQEBAQEAAAAAAAAAAAECAwQFBgcICQoL/8QAtRAAAgEDAwIEAwUFBAQA' +
  'AAF9AQIDAAQRBRIhMUEGE1FhByJxFDKBkaEII0KxwRVS0fAkM2JyggkKFhcYGRolJicoKSo0NTY3ODk6Q0RFRkdISUpTVFVW' +
  'V1hZWmNkZWZnaGlqc3R1dnd4eXqDhIWGh4iJipKTlJWWl5iZmqKjpKWmp6ipqrKztLW2t7i5usLDxMXGx8jJytLT1NXW19jZ' +
  '2uHi4+Tl5ufo6erx8vP09fb3+Pn6/9oADgRDAE0AWQBLAAA/APTq8wrzCvTq/9k=';

test('a JPEG of four inks that says nothing of them is read as browsers read it', async () => {
  const { data, samples } = await rasterOf(Buffer.from(BARE_CMYK, 'base64'));
  const [red, green, blue] = data;
  expect(samples).toBe('rgb8');
  expect(red! > 230 && green! < 60 && blue! < 60).toBe(true);
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
