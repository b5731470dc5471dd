// `npm pack` packs the package.json that it finds. This one's scripts and dependencies are for working on handbill: the
// build has gathered all that runs. So npm finds another one while it packs, and this one is back when it has packed.
import { copyFileSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';

const OWN = 'package.json';
const KEPT = 'dist/package.json.kept';
const FOR_WORK = ['private', 'scripts', 'dependencies', 'devDependencies'];

const step = process.argv[2];
if (step === 'begin') {
  compressWhole();
  const own = Object.entries(JSON.parse(readFileSync(OWN, 'utf8')));
  const packed = Object.fromEntries(own.filter(([key]) => !FOR_WORK.includes(key)));
  copyFileSync(OWN, KEPT);
  writeFileSync('dist/package.json.packed', `${JSON.stringify(packed, null, 2)}\n`);
  renameSync('dist/package.json.packed', OWN);
  // A signal ends npm before it can say that it has packed.
  console.error(`If packing is broken off, ${OWN} comes back with: node src/build/pack.mjs end`);
} else if (step === 'end') {
  renameSync(KEPT, OWN);
} else {
  // npm tells a registry of the package.json that lies here once it has packed, not of the packed one.
  const { name, version } = JSON.parse(readFileSync(OWN, 'utf8'));
  console.error(`Publish what was packed and tried:\n  npm pack\n  npm publish ${name}-${version}.tgz`);
  process.exitCode = 1;
}

/** Compresses what the build did quickly as far as it goes, which takes as long as all the rest of packing. */
function compressWhole() {
  const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_LGWIN, BROTLI_MAX_WINDOW_BITS } = constants;
  const params = { [BROTLI_PARAM_QUALITY]: 11, [BROTLI_PARAM_LGWIN]: BROTLI_MAX_WINDOW_BITS };
  for (const name of readdirSync('dist/program', { recursive: true }).filter((file) => file.endsWith('.br'))) {
    const file = join('dist/program', name);
    writeFileSync(file, brotliCompressSync(brotliDecompressSync(readFileSync(file)), { params }));
  }
}
