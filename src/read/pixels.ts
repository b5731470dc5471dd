import type { RasterImage } from '../model/page.ts';

/** Pixels with transparency as they look on white paper; grey where none of them has a colour. */
export function onWhite(width: number, height: number, rgba: Uint8Array): RasterImage {
  const count = width * height;
  /** A channel of a pixel on white. */
  const shown = (at: number, alpha: number) =>
    alpha === 255 ? rgba[at]! : Math.round(255 + ((rgba[at]! - 255) * alpha) / 255);
  let isGrey = true;
  for (let at = 0; isGrey && at < count * 4; at += 4) {
    const alpha = rgba[at + 3]!;
    const red = shown(at, alpha);
    isGrey = red === shown(at + 1, alpha) && red === shown(at + 2, alpha);
  }
  const parts = isGrey ? 1 : 3;
  const data = new Uint8Array(count * parts);
  for (let i = 0; i < count; i += 1) {
    const alpha = rgba[i * 4 + 3]!;
    for (let k = 0; k < parts; k += 1) data[i * parts + k] = shown(i * 4 + k, alpha);
  }
  return { width, height, samples: isGrey ? 'grey8' : 'rgb8', data };
}

/** Turns a picture as its orientation asks, 1 to 8 (Exif 2.32, 4.6.4 A, tag 274). */
export function turnUpright(image: RasterImage, orientation: number): RasterImage {
  if (orientation < 2 || orientation > 8) return image;
  const { width, height, samples, data } = image;
  const parts = samples === 'rgb8' ? 3 : 1;
  const swaps = orientation >= 5;
  const [wide, high] = swaps ? [height, width] : [width, height];
  const turned = new Uint8Array(data.length);
  for (let y = 0; y < high; y += 1) {
    for (let x = 0; x < wide; x += 1) {
      const [sx, sy] = sourceOf(x, y, width, height, orientation);
      for (let k = 0; k < parts; k += 1) {
        turned[(y * wide + x) * parts + k] = data[(sy * width + sx) * parts + k]!;
      }
    }
  }
  return { width: wide, height: high, samples, data: turned };
}

/** Which stored pixel shows at x, y. */
function sourceOf(
  x: number,
  y: number,
  width: number,
  height: number,
  orientation: number,
): [number, number] {
  const [right, bottom] = [width - 1, height - 1];
  switch (orientation) {
    case 2:
      return [right - x, y];
    case 3:
      return [right - x, bottom - y];
    case 4:
      return [x, bottom - y];
    case 5:
      return [y, x];
    case 6:
      return [y, bottom - x];
    case 7:
      return [right - y, bottom - x];
    default:
      return [right - y, x];
  }
}
