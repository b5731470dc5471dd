import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import type { Plugin } from 'rolldown';
import { listBundled } from '../layout/bundled-fonts.ts';
import { listPatterns } from '../layout/hyphenation.ts';
import { MISSIONS, PRESS_PROFILE, type Shipped, WASM } from '../model/shipped.ts';

const require = createRequire(import.meta.url);

/** Puts the files beside the program that it opens when it runs; fonts with their licences. */
export function shipped(): Plugin {
  return {
    name: 'shipped',
    generateBundle() {
      const put = (file: string, source: string | Uint8Array) =>
        this.emitFile({ type: 'asset', fileName: join('program', file), source });
      for (const file of [
        MISSIONS,
        PRESS_PROFILE,
        ...Object.values(WASM),
        ...listBundled(),
        ...listPatterns(),
      ]) {
        put(file.copy, contentOf(file));
      }
      for (const name of new Set(listBundled().map(({ source }) => source.split('/')[1]!))) {
        const text = readFileSync(require.resolve(`@expo-google-fonts/${name}/LICENSE_FONT`));
        put(`../fonts/${name}-OFL.txt`, text);
      }
    },
  };
}

/** A file as it is or compressed, or what a module holds as JSON. */
function contentOf({ copy, source }: Shipped): string | Uint8Array {
  const content = copy.includes('.json')
    ? Buffer.from(JSON.stringify(require(source)))
    : readFileSync(require.resolve(source));
  return copy.endsWith('.br')
    ? brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } })
    : content;
}
