import { renderSvg } from '../model/svg-pixels.ts';

/** An SVG of `writeSvg` as PNG, `width` pixels wide; the same SVG gives the same bytes. Opens no font and no file. */
export async function writePng(svg: string, width: number): Promise<Uint8Array> {
  return await renderSvg(svg, width, (image) => image.asPng());
}
