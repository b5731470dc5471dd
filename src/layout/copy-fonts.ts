import { copyFileSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { BUNDLED_FOLDER, listBundled } from './bundled-fonts.ts';

/**
 * Run by the build: copies the bundled fonts with their licences beside the compiled program, so that the packed
 * handbill carries these files and none of the packages that they come from.
 */
const require = createRequire(import.meta.url);
mkdirSync(BUNDLED_FOLDER, { recursive: true });
for (const { file, package: from, source } of listBundled()) {
  copyFileSync(require.resolve(`${from}/${source}`), `${BUNDLED_FOLDER}/${file}`);
  const licence = `${from.split('/')[1]}-OFL.txt`;
  copyFileSync(require.resolve(`${from}/LICENSE_FONT`), `${BUNDLED_FOLDER}/${licence}`);
}
