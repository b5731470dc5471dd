import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { readShipped, WASM } from './shipped.ts';

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
  await initWasm(readShipped(WASM.resvg));
}
