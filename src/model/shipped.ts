import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync } from 'node:zlib';

/** A file of a package that handbill opens when it runs. */
export interface Shipped {
  /** Where the build puts it, seen from the compiled program. */
  readonly copy: string;
  /** The package and the file there. */
  readonly source: string;
}

/** Programs in WebAssembly: harfbuzzjs looks for its own beside itself, as it is; the others lie there compressed. */
export const WASM = {
  harfbuzz: { copy: 'harfbuzz.wasm', source: 'harfbuzzjs/dist/harfbuzz.wasm' },
  subset: { copy: 'harfbuzz-subset.wasm.br', source: 'harfbuzzjs/dist/harfbuzz-subset.wasm' },
  resvg: { copy: 'resvg.wasm.br', source: '@resvg/resvg-wasm/index_bg.wasm' },
} as const satisfies Record<string, Shipped>;

/** Which missions stand where; as text it is larger than all else that is bundled as data. */
export const MISSIONS: Shipped = { copy: 'missions.txt.br', source: '../../data/missions/missions.txt' };

/** The colours of a press, for files to a print shop (data/colour/README.md). */
export const PRESS_PROFILE: Shipped = {
  copy: 'press.icc.br',
  source: '../../data/colour/press.icc',
};

/** Absolute path of a file: beside the compiled program, or in its package where handbill runs from source. */
export function pathOfShipped({ copy, source }: Shipped): string {
  const copied = fileURLToPath(new URL(copy, import.meta.url));
  return existsSync(copied) ? copied : createRequire(import.meta.url).resolve(source);
}

/** A file as it was before the build compressed it. */
export function readShipped(file: Shipped): Buffer {
  const path = pathOfShipped(file);
  const content = readFileSync(path);
  return path.endsWith('.br') ? brotliDecompressSync(content) : content;
}
