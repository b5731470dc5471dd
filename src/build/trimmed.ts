import type { Plugin } from 'rolldown';

/**
 * Never called here: pdfkit gets finished subsets and pixels and opens no font or picture, and no thread asks to be
 * treated worse than others, for which piscina has a program of the machine's own kind.
 */
const NEVER_CALLED = ['fontkit', 'png-js', '@napi-rs/nice'];

/** Places in libraries that look for a file where it lay before all was gathered, or in a way that some Node warns of. */
const MENDED: readonly (readonly [file: string, from: string, to: string])[] = [
  ['piscina/dist/index.js', "'worker.js'", "'pool-worker.js'"],
  ['piscina/dist/worker.js', '__importStar(require(s))', 'import((0, node_url_1.pathToFileURL)(s).href)'],
];

/** Leaves out of libraries what isn't called, and mends how they find their files. */
export function trimmed(): Plugin {
  return {
    name: 'trimmed',
    resolveId: {
      filter: { id: new RegExp(`^(${NEVER_CALLED.join('|')})$`) },
      handler: () => '\0never-called',
    },
    load: {
      filter: { id: /^\0never-called$/ },
      handler: () =>
        'const call = () => { throw new Error("left out by the build"); }; export { call as create, call as default };',
    },
    transform: {
      filter: { id: /[\\/]piscina[\\/]dist[\\/]\w+\.js$/ },
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
