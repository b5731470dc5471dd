import { memoise, remember } from '../model/memory.ts';
import type { RasterImage } from '../model/page.ts';
import { greyAt, type Picture } from '../model/picture.ts';

/** How a photograph becomes black and white: dots, lines, or greys left to the printer. */
export const SCREENS = ['dots', 'lines', 'none'] as const;
export type Screen = (typeof SCREENS)[number];

/** Dots an inch of greys, and of a screen's black and white. */
const GREY_DPI = 300;
const SCREEN_DPI = 600;

/** Lines of a screen an inch: coarse enough for a copy of a copy. */
const RULING = 50;

/** A picture as it was made for a size on paper before. */
const printedFrom = memoise((_: RasterImage) => remember<string, RasterImage>());

/** A picture in greys, no finer than its size on paper (points) needs, edges that were drawn sharper than photographs; with a screen in black and white. */
export function printImage(
  { image, isDrawing }: Picture,
  size: { readonly width: number; readonly height: number },
  screen: Screen,
): RasterImage {
  const key = `${screen} ${size.width.toFixed(1)} ${size.height.toFixed(1)}`;
  return printedFrom(image).recall(key, () => {
    const dpi = screen === 'none' && !isDrawing ? GREY_DPI : SCREEN_DPI;
    const [width, height] = [size.width, size.height].map((points) =>
      Math.max(1, Math.round((points * dpi) / 72)),
    );
    return screen === 'none'
      ? shrink(image, Math.min(width!, image.width), Math.min(height!, image.height))
      : applyScreen(image, width!, height!, screen);
  });
}

/** A picture in its own colours, no finer than its size on paper (points) needs. */
export function printInColours(
  image: RasterImage,
  size: { readonly width: number; readonly height: number },
): RasterImage {
  const key = `colours ${size.width.toFixed(1)} ${size.height.toFixed(1)}`;
  return printedFrom(image).recall(key, () => {
    const [width, height] = [size.width, size.height].map((points) => Math.round((points * GREY_DPI) / 72));
    const fits = width! >= image.width;
    return fits ? image : shrink(image, width!, height!, image.samples === 'rgb8' ? 3 : 1);
  });
}

/** Greys, or colours in three parts, averaged over the pixels that fall into each new one. */
function shrink(image: RasterImage, width: number, height: number, parts: 1 | 3 = 1): RasterImage {
  const data = new Uint8Array(width * height * parts);
  const valueAt = (i: number, k: number) => (parts === 1 ? greyAt(image, i) : image.data[i * 3 + k]!);
  for (let y = 0; y < height; y += 1) {
    const [top, bottom] = spanOf(y, height, image.height);
    for (let x = 0; x < width; x += 1) {
      const [left, right] = spanOf(x, width, image.width);
      const count = (bottom - top) * (right - left);
      for (let k = 0; k < parts; k += 1) {
        let sum = 0;
        for (let sy = top; sy < bottom; sy += 1) {
          for (let sx = left; sx < right; sx += 1) sum += valueAt(sy * image.width + sx, k);
        }
        data[(y * width + x) * parts + k] = Math.round(sum / count);
      }
    }
  }
  return { width, height, samples: parts === 3 ? 'rgb8' : 'grey8', data };
}

function spanOf(i: number, count: number, of: number): [number, number] {
  const start = Math.floor((i * of) / count);
  return [start, Math.max(Math.floor(((i + 1) * of) / count), start + 1)];
}

/** Black where the picture is darker than the screen's threshold at this place; the screen lies at 45°. */
function applyScreen(image: RasterImage, width: number, height: number, screen: Screen): RasterImage {
  const greys = shrink(image, Math.min(width, image.width), Math.min(height, image.height));
  const stride = Math.ceil(width / 8);
  const data = new Uint8Array(stride * height);
  const turn = (2 * Math.PI * RULING) / SCREEN_DPI / Math.SQRT2;
  for (let y = 0; y < height; y += 1) {
    const row = Math.floor((y * greys.height) / height) * greys.width;
    for (let x = 0; x < width; x += 1) {
      const white = greys.data[row + Math.floor((x * greys.width) / width)]! / 255;
      const across = Math.cos((x + y) * turn);
      const along = Math.cos((x - y) * turn);
      const threshold = screen === 'lines' ? (across + 1) / 2 : (across + along + 2) / 4;
      if (white > threshold || white === 1) data[y * stride + (x >> 3)]! |= 0x80 >> (x & 7);
    }
  }
  return { width, height, samples: 'grey1', data };
}
