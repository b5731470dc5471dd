import { copyFileSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Plugin, RolldownOptions } from 'rolldown';
import { listBundled } from './layout/bundled-fonts.ts';

/**
 * Packages that go into the program with all that they are made of, because making letters loads them: a start then
 * opens a few files and not eight hundred. All others are loaded from where they are installed, when they are needed.
 */
const BUNDLED = [
  'any-ascii',
  'bidi-js',
  'chalk',
  'chardet',
  'commander',
  'csv-parse',
  'fastest-levenshtein',
  'handlebars',
  'libphonenumber-js',
  'linebreak',
  'mdast-util-from-markdown',
  'pdfkit',
  'postcode-validator',
  'qrcode',
  'yaml',
  'zod',
];
const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  dependencies: Readonly<Record<string, string>>;
};
const EXTERNAL = Object.keys(dependencies).filter((name) => !BUNDLED.includes(name));

export default {
  // The program's files lie side by side, one folder deep as in `src`: their own paths are counted from there.
  input: { 'program/cli': 'src/cli.ts', 'program/worker': 'src/batch/worker.ts' },
  platform: 'node',
  logLevel: 'warn',
  external: (id) => EXTERNAL.some((name) => id === name || id.startsWith(`${name}/`)),
  output: {
    dir: 'dist',
    cleanDir: true,
    chunkFileNames: 'program/[name]-[hash].js',
    // What is shorter loads faster; names stay, for the places that a defect tells.
    minify: { mangle: false },
  },
  plugins: [withoutReaders(), licences(), fonts()],
} satisfies RolldownOptions;

/**
 * pdfkit gets finished subsets and pixels, and opens no font or picture here: what it would open them with, 0.9 MB, is
 * left out.
 */
function withoutReaders(): Plugin {
  const readers = ['fontkit', 'png-js'];
  return {
    name: 'without-readers',
    resolveId: (id) => (readers.includes(id) ? '\0reader' : undefined),
    load: (id) =>
      id === '\0reader'
        ? 'const read = () => { throw new Error("left out by the build"); }; export { read as create, read as default };'
        : undefined,
  };
}

/** Puts the licences of the packages beside the program that they are part of. */
function licences(): Plugin {
  return {
    name: 'licences',
    generateBundle(_, bundle) {
      const modules = Object.values(bundle).flatMap((file) => ('moduleIds' in file ? file.moduleIds : []));
      const folders = modules.flatMap((id) => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(id)?.[0] ?? []);
      const texts = [...new Set(folders)].sort().map(licenceIn);
      this.emitFile({ type: 'asset', fileName: 'LICENSES.txt', source: texts.join('\n\n') });
    },
  };
}

function licenceIn(folder: string): string {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Record<
    string,
    string
  >;
  const files = readdirSync(folder).filter((file) => /^licen[cs]e/i.test(file));
  const texts = files.map((file) => readFileSync(join(folder, file), 'utf8').trim());
  return [`${name} ${version}: ${license}`, ...texts].join('\n\n');
}

/** Copies the bundled fonts with their licences, so that a packed handbill carries these files and none of their packages. */
function fonts(): Plugin {
  const { resolve } = createRequire(import.meta.url);
  return {
    name: 'fonts',
    writeBundle() {
      mkdirSync('dist/fonts', { recursive: true });
      for (const { file, package: from, source } of listBundled()) {
        copyFileSync(resolve(`${from}/${source}`), `dist/fonts/${file}`);
        copyFileSync(resolve(`${from}/LICENSE_FONT`), `dist/fonts/${from.split('/')[1]}-OFL.txt`);
      }
    },
  };
}
