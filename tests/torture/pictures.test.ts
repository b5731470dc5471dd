import { describe, test } from 'vitest';
import { readPicture } from '../../src/read/picture.ts';
import { jpegFile, pngFile } from '../read/pictures.ts';
import { mutatedBytes } from './mutations.ts';
import { placeFor, tryReader } from './trial.ts';

const SVG =
  '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><g transform="rotate(3)" fill="#b00">' +
  '<rect x="1" y="1" width="2" height="3" rx="1"/><path d="M0 0h5q1 1 0 5a3 2 0 1 0 1 1z" style="fill:#000"/></g>' +
  '<circle cx="1" cy="2" r="3"/><polygon points="0,0 1,1 2,0"/><ellipse rx="1" ry="2"/></svg>';

describe('pictures', { timeout: 300_000 }, () => {
  test.each([
    ['PNG', [pngFile(9, 7)], 8_000],
    ['JPEG', [jpegFile(17, 9, 6)], 4_000],
    ['SVG, as a file', [Buffer.from(SVG)], 2_000],
  ])('%s', async (what, files, cases) => {
    const place = await placeFor();
    await tryReader({
      what,
      cases,
      inputs: mutatedBytes(files),
      read: async (bytes) => {
        await place.write({ picture: bytes });
        await readPicture(place.file('picture'));
      },
    });
  });
});
