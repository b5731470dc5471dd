// `npm pack` packs the package.json that it finds. This one's scripts and dependencies are for working on handbill: the
// build has gathered all that runs. So npm finds another one while it packs, and this one is back when it has packed.
import { copyFileSync, readFileSync, renameSync, writeFileSync } from 'node:fs';

const OWN = 'package.json';
const KEPT = 'dist/package.json.kept';
const FOR_WORK = ['private', 'scripts', 'dependencies', 'devDependencies'];

const step = process.argv[2];
if (step === 'begin') {
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
