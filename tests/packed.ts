import { execFile } from 'node:child_process';
import { cp, mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const root = fileURLToPath(new URL('..', import.meta.url));

/** What npm says of a package. */
export interface Packed {
  /** The packed file. */
  readonly path: string;
  /** Bytes, packed and unpacked. */
  readonly size: number;
  readonly unpackedSize: number;
  readonly integrity: string;
  readonly files: readonly { readonly path: string }[];
  /** package.json of the repository, before npm packed and after. */
  readonly before: string;
  readonly after: string;
}

/** What the package is made from; the build adds the rest. */
const MADE_FROM =
  'bin src templates data package.json tsconfig.json README.md LICENSE CHANGELOG.md .gitignore'.split(' ');

/** Packs a copy of handbill, so that its own package.json stays in place for whatever reads it meanwhile. */
export async function packInto(folder: string): Promise<Packed> {
  const copy = join(folder, 'repository');
  await mkdir(copy);
  for (const name of MADE_FROM) await cp(join(root, name), join(copy, name), { recursive: true });
  await symlink(join(root, 'node_modules'), join(copy, 'node_modules'));
  const read = () => readFile(join(copy, 'package.json'), 'utf8');
  const before = await read();
  const { stdout } = await run('npm', ['pack', '--json', '--pack-destination', folder], {
    cwd: copy,
    maxBuffer: 1 << 26,
  });
  const [packed] = JSON.parse(stdout.slice(stdout.lastIndexOf('\n[') + 1)) as [Packed & { filename: string }];
  return { ...packed, path: join(folder, packed.filename), before, after: await read() };
}

/** Installs the packed file in an empty folder, with an empty cache and without a network. Returns what npm printed. */
export async function installInto(folder: string, packed: Packed): Promise<string> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'package.json'), '{ "private": true }');
  const cache = join(dirname(packed.path), 'npm');
  const args = ['install', '--offline', '--cache', cache, packed.path];
  const { stdout, stderr } = await run('npm', args, { cwd: folder });
  return stdout + stderr;
}
