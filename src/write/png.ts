import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { initWasm, Resvg } from '@resvg/resvg-wasm';

let ready: Promise<void> | undefined;

/** An SVG of `writeSvg` as PNG, `width` pixels wide; the same SVG gives the same bytes. Opens no font and no file. */
export async function writePng(svg: string, width: number): Promise<Uint8Array> {
  ready ??= startRenderer();
  await ready;
  const renderer = new Resvg(svg, { fitTo: { mode: 'width', value: width }, background: '#fff' });
  const image = renderer.render();
  const png = image.asPng();
  image.free();
  renderer.free();
  return png;
}

async function startRenderer(): Promise<void> {
  const file = createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm');
  await initWasm(await readFile(file));
}
