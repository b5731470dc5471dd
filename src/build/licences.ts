import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'rolldown';

/** What a package says of itself. */
interface Package {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
  readonly author?: string | { readonly name: string };
  readonly repository?: string | { readonly url: string };
}

/** Licences as their stewards word them, for packages that name one and don't bring its text. */
const WORDED: Readonly<Record<string, string>> = {
  MIT: 'src/build/licences/MIT.txt',
  'MPL-2.0': 'node_modules/ical.js/LICENSE',
};

/** Works that lie compiled in a package without their own text. */
const WITHIN: Readonly<Record<string, string>> = { harfbuzzjs: 'src/build/licences/HarfBuzz.txt' };

/** Puts beside the program the licence of each package that it is part of, and where that package's source is had. */
export function licences(): Plugin {
  return {
    name: 'licences',
    generateBundle(_, bundle) {
      const modules = Object.values(bundle).flatMap((file) => ('moduleIds' in file ? file.moduleIds : []));
      const texts = [...new Set(modules.flatMap(folderOf))].sort().map(licenceIn);
      this.emitFile({ type: 'asset', fileName: 'LICENSES.txt', source: `${texts.join('\n\n\n')}\n` });
    },
  };
}

/** Folder of the package that a module belongs to; none for handbill's own. */
export function folderOf(module: string): string[] {
  return /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(module.replaceAll('\\', '/'))?.slice(0, 1) ?? [];
}

function licenceIn(folder: string): string {
  const about = JSON.parse(read(join(folder, 'package.json'))) as Package;
  const { name, version, license = 'see below', repository } = about;
  const source = typeof repository === 'string' ? repository : repository?.url;
  const head = [`${name} ${version}: ${license}`, ...(source ? [source] : [])].join('\n');
  const within = WITHIN[name] ? [read(WITHIN[name])] : [];
  return [head, ...textsOf(folder, about), ...within].join('\n\n');
}

function textsOf(folder: string, { name, license, author }: Package): string[] {
  const files = readdirSync(folder).filter((file) => /^(licen[cs]e|copying|notice)/i.test(file));
  if (files.length > 0) return files.sort().map((file) => read(join(folder, file)));
  const worded = WORDED[license ?? ''];
  if (!worded) throw new Error(`${name} brings no text of its licence, ${license}`);
  const holder = typeof author === 'string' ? author : author?.name;
  return [...(holder ? [`Copyright (c) ${holder}`] : []), read(worded)];
}

function read(file: string): string {
  return readFileSync(file, 'utf8').trim();
}
