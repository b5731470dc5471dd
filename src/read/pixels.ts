import type { RasterImage } from '../model/page.ts';

/** Pixels with transparency as they look on white paper; grey where none of them has a colour. */
export function onWhite(width: number, height: number, rgba: Uint8Array): RasterImage {
  const count = width * height;
  const rgb = new Uint8Array(count * 3);
  let isGrey = true;
  for (let i = 0; i < count; i += 1) {
    const alpha = rgba[i * 4 + 3]! / 255;
    for (let k = 0; k < 3; k += 1) {
      rgb[i * 3 + k] = Math.round(255 + (rgba[i * 4 + k]! - 255) * alpha);
    }
    isGrey &&= rgb[i * 3] === rgb[i * 3 + 1] && rgb[i * 3] === rgb[i * 3 + 2];
  }
  if (!isGrey) return { width, height, samples: 'rgb8', data: rgb };
  return { width, height, samples: 'grey8', data: rgb.filter((_, i) => i % 3 === 0) };
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
