import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ProblemError } from '../../src/problems.ts';
import { parsePicture } from '../../src/read/picture.ts';
import { sharedPath } from '../shared.ts';
import { hasBrowser, usePage } from './browser.ts';

/** Drawings in the manner of Illustrator, Inkscape, Figma and Canva, and such as are no part of handbill. */
const FOLDERS = [new URL('../fixtures/drawings', import.meta.url).pathname, sharedPath('cases/print/svg')];
const logos = FOLDERS.filter((folder) => existsSync(folder)).flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.svg'))
    .map((name) => [name, join(folder, name)] as const),
);
/** Those of our own have nothing that can't be drawn. */
const OWN = /^(?:illustrator|inkscape|figma|canva)-/;

/** The side of the pictures that are compared, and how far greys may differ: edges are smoothed otherwise. */
const SIDE = 100;
const FAR = 64;

describe.skipIf(!hasBrowser())('drawings beside Chromium (skipped without it)', () => {
  const opened = usePage();

  test.each(logos)('%s: looks the same, or is refused with the reason', async (name, path) => {
    const bytes = readFileSync(path);
    const picture = await parsePicture(bytes).catch((error: unknown) => error);
    if (OWN.test(name)) expect(picture).not.toBeInstanceOf(Error);
    if (picture instanceof ProblemError || picture instanceof Error) {
      expect(String((picture as Error).message)).not.toBe('');
      return;
    }
    const { image } = picture as Awaited<ReturnType<typeof parsePicture>>;
    const theirs = (await opened.page.evaluate(
      `(${DRAWN})(${JSON.stringify([bytes.toString('base64'), image.width, image.height])})`,
    )) as number[];
    const far = theirs.filter((grey, i) => {
      const [x, y] = [i % SIDE, Math.floor(i / SIDE)].map((n) => (n + 0.5) / SIDE) as [number, number];
      return Math.abs(grey - greyAt(image, x, y)) > FAR;
    });
    expect(far.length / theirs.length).toBeLessThan(0.02);
  });
});

type Image = Awaited<ReturnType<typeof parsePicture>>['image'];

/** The grey of a place, in parts of width and height. */
function greyAt({ width, height, data, samples }: Image, x: number, y: number): number {
  const at = Math.floor(y * height) * width + Math.floor(x * width);
  if (samples !== 'rgb8') return data[at]!;
  const [r, g, b] = data.subarray(3 * at, 3 * at + 3);
  return 0.299 * r! + 0.587 * g! + 0.114 * b!;
}

/** Greys of the middle of each field of a picture that Chromium drew as large as ours, on white. */
const DRAWN = `async ([data, width, height]) => {
  const image = new Image();
  image.src = 'data:image/svg+xml;base64,' + data;
  await image.decode();
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [width, height];
  const context = canvas.getContext('2d');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.drawImage(image, 0, 0, width, height);
  const pixels = context.getImageData(0, 0, width, height).data;
  const greys = [];
  for (let y = 0; y < ${SIDE}; y++) for (let x = 0; x < ${SIDE}; x++) {
    const at = 4 * (Math.floor(((y + 0.5) / ${SIDE}) * height) * width + Math.floor(((x + 0.5) / ${SIDE}) * width));
    greys.push(0.299 * pixels[at] + 0.587 * pixels[at + 1] + 0.114 * pixels[at + 2]);
  }
  return greys;
}`;
