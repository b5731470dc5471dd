import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { once } from './memory.ts';
import { readShipped, WASM } from './shipped.ts';

const ready = once(startRenderer);

/** An SVG on white, `width` pixels wide, as the encoder named gives it. Opens no font and no file. Throws on a broken SVG. */
export async function renderSvg<T>(
  svg: string,
  width: number,
  encode: (image: { readonly pixels: Uint8Array; readonly height: number; asPng(): Uint8Array }) => T,
): Promise<T> {
  await ready();
  const renderer = new Resvg(svg, { fitTo: { mode: 'width', value: width }, background: '#fff' });
  const image = renderer.render();
  const encoded = encode(image);
  image.free();
  renderer.free();
  return encoded;
}

/** An SVG as it is resolved before it is drawn: groups and paths alone, with all that is used, styled or referred to. */
export async function resolveSvg(svg: string): Promise<string> {
  await ready();
  const renderer = new Resvg(svg);
  const resolved = renderer.toString();
  renderer.free();
  return resolved;
}

async function startRenderer(): Promise<void> {
  await initWasm(readShipped(WASM.resvg));
}
