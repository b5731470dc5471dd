import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { initWasm, Resvg } from '@resvg/resvg-wasm';

let ready: Promise<void> | undefined;

/** An SVG on white, `width` pixels wide, as the encoder named gives it. Opens no font and no file. Throws on a broken SVG. */
export async function renderSvg<T>(
  svg: string,
  width: number,
  encode: (image: { readonly pixels: Uint8Array; readonly height: number; asPng(): Uint8Array }) => T,
): Promise<T> {
  ready ??= startRenderer();
  await ready;
  const renderer = new Resvg(svg, { fitTo: { mode: 'width', value: width }, background: '#fff' });
  const image = renderer.render();
  const encoded = encode(image);
  image.free();
  renderer.free();
  return encoded;
}

async function startRenderer(): Promise<void> {
  const file = createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm');
  await initWasm(await readFile(file));
}
