import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { hashOf } from '../src/write/files.ts';

/** A temporary folder for all tests of a file, which remove it when they are done. */
export async function makeTemporary(): Promise<{ path: string; remove: () => Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'handbill-test-'));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

/** A temporary folder with these files, gone when the test ends. Returns its path. */
export async function makeFolder(files: Record<string, string | Uint8Array> = {}): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'handbill-test-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await writeFiles(folder, files);
  return folder;
}

/** Writes files below a folder. */
export async function writeFiles(
  folder: string,
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
}

/** Paths of all files below a folder, sorted; none if it isn't there. Links are not followed, as Node 26 would. */
export async function listFiles(folder: string): Promise<string[]> {
  const walk = async (inner: string): Promise<string[]> => {
    const entries = await readdir(join(folder, inner), { withFileTypes: true }).catch(() => []);
    const found = entries.map((entry) => {
      const path = inner === '' ? entry.name : `${inner}/${entry.name}`;
      return entry.isDirectory() ? walk(path) : entry.isFile() ? [path] : [];
    });
    return (await Promise.all(found)).flat();
  };
  return (await walk('')).sort();
}

/** Hash of every file below a folder, by path: two of these are equal if all bytes are. */
export async function readFolder(folder: string): Promise<Record<string, string>> {
  const paths = await listFiles(folder);
  const hashes = await Promise.all(paths.map(async (path) => hashOf(await readFile(join(folder, path)))));
  return Object.fromEntries(paths.map((path, i) => [path, hashes[i]!]));
}
