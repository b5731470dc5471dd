import { createRequire } from 'node:module';
import type { Plugin } from 'rolldown';

const require = createRequire(import.meta.url);

/**
 * Never called here, and what of it is named where it is imported: pdfkit gets finished subsets and pixels, opens no font
 * or picture and encrypts nothing; no thread asks to be treated worse than others, for which piscina has a program of the
 * machine's own kind; templates are compiled without maps to their source, for which Handlebars has code of its own.
 */
const NEVER_CALLED: Readonly<Record<string, readonly string[]>> = {
  fontkit: ['create'],
  'png-js': [],
  '@noble/ciphers/aes': ['cbc', 'ecb'],
  '@napi-rs/nice': [],
  'source-map': [],
};

/** What Node has itself, and faster. */
const NATIVE: Readonly<Record<string, string>> = {
  'tiny-inflate': "module.exports = (packed) => new Uint8Array(require('node:zlib').inflateRawSync(packed))",
};

/** Of a library only this file is called: of `qrcode` what makes a code, not what draws it. */
const PART_OF: Readonly<Record<string, string>> = { qrcode: 'qrcode/lib/core/qrcode.js' };

/** Places in libraries that look for a file where it lay before all was gathered, or in a way that some Node warns of. */
const MENDED: readonly (readonly [file: string, from: string, to: string])[] = [
  // No command is a program of its own; opening what starts one takes a tenth of `--version`.
  ['commander/lib/command.js', "require('node:child_process')", '{}'],
  ['piscina/dist/index.js', "'worker.js'", "'pool-worker.js'"],
  ['piscina/dist/worker.js', '__importStar(require(s))', 'import((0, node_url_1.pathToFileURL)(s).href)'],
];

/** What stands for a library, as the text of a module. */
const STANDS_IN: Readonly<Record<string, string>> = {
  ...NATIVE,
  ...Object.fromEntries(
    Object.entries(NEVER_CALLED).map(([library, names]) => [library, neverCalled(names)]),
  ),
};

function neverCalled(names: readonly string[]): string {
  const exported = ['default', ...names].map((name) => `call as ${name}`).join(', ');
  return `const call = () => { throw new Error("left out by the build"); }; export { ${exported} };`;
}

const matching = (ids: readonly string[]) => new RegExp(`^(?:${ids.join('|')})$`);

/** Leaves out of libraries what isn't called, and mends how they find their files. */
export function trimmed(): Plugin {
  return {
    name: 'trimmed',
    resolveId: {
      filter: { id: matching([...Object.keys(STANDS_IN), ...Object.keys(PART_OF)]) },
      handler: (id) => (id in PART_OF ? require.resolve(PART_OF[id]!) : `\0${id}`),
    },
    load: {
      filter: { id: /^\0/ },
      handler: (id) => STANDS_IN[id.slice(1)],
    },
    transform: {
      filter: { id: /[\\/](?:piscina[\\/]dist|commander[\\/]lib)[\\/]\w+\.js$/ },
      handler(code, id) {
        const mended = MENDED.find(([file]) => id.replaceAll('\\', '/').endsWith(`/${file}`));
        if (!mended) return undefined;
        const [file, from, to] = mended;
        if (!code.includes(from)) throw new Error(`${file} has no ${from} any more`);
        return code.replace(from, to);
      },
    },
  };
}
