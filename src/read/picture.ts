import { LIMITS } from '../model/limits.ts';
import type { Picture } from '../model/picture.ts';
import { ProblemError } from '../problems.ts';
import { parseJpeg } from './picture-jpeg.ts';
import { PictureError, pictureError } from './picture-limits.ts';
import { parsePng } from './picture-png.ts';
import { parseSvg, type SvgDrawing } from './picture-svg.ts';
import { problem, readBytes } from './source.ts';

/** Reads a picture, PNG, JPEG or SVG by its content; all metadata stay behind. Throws ProblemError. */
export async function readPicture(file: string, within?: string, drawing?: SvgDrawing): Promise<Picture> {
  return await decodePicture(await readBytes(file, { limit: LIMITS.picture, within }), file, drawing);
}

/** The picture that these bytes of a file hold. Throws ProblemError. */
export async function decodePicture(bytes: Uint8Array, file: string, drawing?: SvgDrawing): Promise<Picture> {
  try {
    return await parsePicture(bytes, drawing);
  } catch (cause) {
    if (cause instanceof PictureError) throw new ProblemError([{ ...cause.problem, at: { file } }]);
    throw problem('picture-broken/broken', file);
  }
}

/** Decodes a picture. Throws PictureError, or what a decoder throws on a broken file. */
export async function parsePicture(bytes: Uint8Array, drawing?: SvgDrawing): Promise<Picture> {
  if (bytes[0] === 0x89 && bytes[1] === 0x50) return { image: parsePng(bytes) };
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return { image: parseJpeg(bytes) };
  const head = new TextDecoder().decode(bytes.subarray(0, 1000));
  if (/<(?:[\w.-]+:)?svg|<\?xml|<!DOCTYPE/i.test(head))
    return await parseSvg(new TextDecoder('utf-8', { fatal: true }).decode(bytes), drawing);
  throw pictureError('picture-format/kinds');
}
