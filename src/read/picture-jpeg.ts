import { decode } from 'jpeg-js';
import { LIMITS } from '../model/limits.ts';
import type { RasterImage } from '../model/page.ts';
import { checkPixels, pictureError } from './picture-limits.ts';
import { onWhite, turnUpright } from './pixels.ts';

/** Decodes a JPEG, turned upright as its camera noted. */
export function parseJpeg(bytes: Uint8Array): RasterImage {
  const { width, height, orientation, isBareCmyk } = readMarkers(bytes);
  checkPixels(width, height);
  if (countScans(bytes) > LIMITS.scans) {
    throw pictureError('picture-too-large/passes', { scans: LIMITS.scans });
  }
  const decoded = decode(isBareCmyk ? withAdobe(bytes) : bytes, {
    useTArray: true,
    maxMemoryUsageInMB: 512,
    maxResolutionInMP: 100,
  });
  return turnUpright(onWhite(decoded.width, decoded.height, decoded.data), orientation);
}

/** Passes over the pixels: a byte 0xff within the data is always followed by 0 (ITU T.81, B.1.1.5). */
function countScans(bytes: Uint8Array): number {
  let count = 0;
  for (let at = bytes.indexOf(0xff); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    if (bytes[at + 1] === 0xda) count += 1;
  }
  return count;
}

/** The segment APP14 by which Adobe's programs say how four inks are stored (Adobe Technical Note 5116, 18). */
const ADOBE = Uint8Array.from([0xff, 0xee, 0, 14, 0x41, 0x64, 0x6f, 0x62, 0x65, 0, 100, 0, 0, 0, 0, 0]);

/** A JPEG of four inks that says nothing of them is read as browsers read it: stored the way Adobe stores them. */
function withAdobe(bytes: Uint8Array): Uint8Array {
  return Buffer.concat([bytes.subarray(0, 2), ADOBE, bytes.subarray(2)]);
}

interface Markers {
  readonly width: number;
  readonly height: number;
  readonly orientation: number;
  /** Four inks, and nothing that says how they are stored. */
  readonly isBareCmyk: boolean;
}

/** Size and orientation from the segments before the picture itself (ITU T.81, B.1.1.4). */
function readMarkers(bytes: Uint8Array): Markers {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let orientation = 1;
  let isAdobe = false;
  for (let at = 2; at + 9 < bytes.length; at += 2 + view.getUint16(at + 2)) {
    if (bytes[at] !== 0xff) break;
    const marker = bytes[at + 1]!;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) {
      const isBareCmyk = view.getUint8(at + 9) === 4 && !isAdobe;
      return { width: view.getUint16(at + 7), height: view.getUint16(at + 5), orientation, isBareCmyk };
    }
    if (marker === 0xee) isAdobe = true;
    if (marker === 0xe1) orientation = readOrientation(view, at + 4) ?? orientation;
  }
  throw pictureError('picture-broken/jpeg-size');
}

/** The tag 274 of an Exif segment that begins at `start`. */
function readOrientation(view: DataView, start: number): number | undefined {
  const tiff = start + 6;
  if (tiff + 8 > view.byteLength || view.getUint32(start) !== 0x45786966) return undefined;
  const little = view.getUint16(tiff) === 0x4949;
  const first = tiff + view.getUint32(tiff + 4, little);
  if (first + 2 > view.byteLength) return undefined;
  const count = view.getUint16(first, little);
  for (let i = 0; i < count && first + 14 + i * 12 <= view.byteLength; i += 1) {
    const entry = first + 2 + i * 12;
    if (view.getUint16(entry, little) === 274) return view.getUint16(entry + 8, little);
  }
  return undefined;
}
