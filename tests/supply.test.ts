import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { type OutputAsset, type OutputChunk, rolldown } from 'rolldown';
import { beforeAll, describe, expect, test } from 'vitest';
import { folderOf } from '../src/build/licences.ts';
import config from '../src/rolldown.config.ts';

interface Package {
  readonly name: string;
  readonly license?: string;
  readonly repository?: string | { readonly url: string };
  readonly scripts?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
}
interface Locked {
  readonly dev?: boolean;
  readonly hasInstallScript?: boolean;
  readonly license?: string;
  readonly integrity?: string;
  readonly resolved?: string;
}

const readJson = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as unknown;
const own = readJson('package.json') as Package;
const { packages } = readJson('package-lock.json') as { packages: Readonly<Record<string, Locked>> };
/** What a user installs, by folder; parts for other systems lie in the lock file alone. */
const installed = Object.entries(packages).filter(([folder, { dev }]) => folder !== '' && !dev);

/** Licences that a work under MIT can be made of (MPL-2.0 covers its own files alone). */
const COMPATIBLE = [
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'ISC',
  'MIT',
  'MIT-0',
  'MPL-2.0',
];

/** What a package says, or the text beside it where it says nothing. */
function licenceOf(folder: string, { license }: Locked): string | undefined {
  if (license !== undefined || !existsSync(folder)) return license;
  const file = readdirSync(folder).find((name) => /^licen[cs]e/i.test(name));
  return file && /Permission is hereby granted, free of charge/.test(readFileSync(join(folder, file), 'utf8'))
    ? 'MIT'
    : undefined;
}

describe('what a user installs', () => {
  test('is under licences that go together with its own', () => {
    const others = installed.map(([folder, locked]) => `${folder}: ${licenceOf(folder, locked)}`);
    expect(others.length).toBeGreaterThan(50);
    expect(others.filter((line) => !COMPATIBLE.some((name) => line.endsWith(`: ${name}`)))).toEqual([]);
  });

  test('runs nothing when it is installed', () => {
    const scripts = (folder: string) => {
      const file = join(folder, 'package.json');
      const names = Object.keys((existsSync(file) && (readJson(file) as Package).scripts) || {});
      return names.filter((name) => ['preinstall', 'install', 'postinstall'].includes(name));
    };
    const running = installed.filter(
      ([folder, { hasInstallScript }]) => hasInstallScript || scripts(folder).length > 0,
    );
    expect(running.map(([folder]) => folder)).toEqual([]);
  });

  test('is named by its hash', () => {
    expect(
      installed.filter(([, { integrity }]) => !/^sha512-/.test(integrity ?? '')).map(([f]) => f),
    ).toEqual([]);
  });
});

describe('what the build gathers', () => {
  let chunks: readonly OutputChunk[];
  let licences: string;
  beforeAll(async () => {
    const build = await rolldown({ ...config, checks: { bundlerTimings: false } });
    const { output } = await build.generate(config.output);
    await build.close();
    chunks = output.filter((file): file is OutputChunk => file.type === 'chunk');
    const file = output.find((asset) => asset.fileName === 'LICENSES.txt') as OutputAsset;
    licences = String(file.source);
  }, 120_000);

  test('is all that runs: nothing is imported that isn’t in it or in Node', () => {
    const own = new Set(chunks.map(({ fileName }) => fileName));
    const imported = chunks.flatMap(({ imports, dynamicImports }) => [...imports, ...dynamicImports]);
    expect(imported.length).toBeGreaterThan(500);
    const outside = imported.filter(
      (name) => !own.has(name) && !builtinModules.includes(name.replace(/^node:/, '')),
    );
    expect(outside).toEqual([]);
  });

  test('has the licence of each of its packages, with the package’s own text, and all go together', () => {
    const folders = new Set(chunks.flatMap(({ moduleIds }) => moduleIds.flatMap(folderOf)));
    expect(folders.size).toBeGreaterThan(70);
    for (const folder of folders) {
      const { name, version, license } = readJson(join(folder, 'package.json')) as Package & {
        version: string;
      };
      expect(licences).toContain(`${name} ${version}: ${license}\n`);
      expect(COMPATIBLE, `${name}: ${license}`).toContain(license);
      for (const file of readdirSync(folder).filter((name) => /^(licen[cs]e|copying|notice)/i.test(name))) {
        expect(licences).toContain(readFileSync(join(folder, file), 'utf8').trim());
      }
    }
  });

  test('has a text under each of its headings', () => {
    const sections = licences.trim().split(/\n(?=\S+ \d[\w.-]*: [\w.-]+\n)/);
    expect(sections.length).toBeGreaterThan(70);
    const bare = sections.filter(
      (section) => !/permission|licensed under|redistribut|mozilla public license version 2/i.test(section),
    );
    expect(bare.map((section) => section.split('\n')[0])).toEqual([]);
  });
});

test('the help tells of each package who keeps it, its licence, and its weight', () => {
  const topic = readFileSync('templates/help/package.txt', 'utf8');
  const rows = [...topic.matchAll(/^ {2}(\S+) {2}(\S+), ([\d.]+) MB, kept by (\S+)$/gm)];
  expect(rows.map(([, name]) => name)).toEqual(Object.keys(own.dependencies ?? {}));
  for (const [, name = '', licence, weight, keeper] of rows) {
    const folder = `node_modules/${name}`;
    const { repository, license } = readJson(`${folder}/package.json`) as Package;
    const url = typeof repository === 'string' ? repository : (repository?.url ?? '');
    const owner = /([^/:]+)\/[^/]+$/.exec(url)?.[1];
    expect({ name, keeper: owner, licence: license }).toEqual({ name, keeper, licence });
    const away = Math.abs(weightOf(folder) - Number(weight));
    expect({ name, isNear: away <= Math.max(0.1, 0.3 * Number(weight)) }).toEqual({ name, isNear: true });
  }
});

/** Weight of a package in MB, without what it needs. */
function weightOf(folder: string): number {
  const entries = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const files = entries.filter((name) => !/(^|[/\\])node_modules[/\\]/.test(name));
  const sizes = files.map((name) => statSync(join(folder, name))).filter((found) => found.isFile());
  return sizes.reduce((sum, { size }) => sum + size, 0) / (1024 * 1024);
}
