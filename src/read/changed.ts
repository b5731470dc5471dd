import { readSource, type SourceText } from './source.ts';

/** Those of some files that aren't any more as they were read. */
export async function findChanged<T extends Pick<SourceText, 'file' | 'sha256'>>(
  files: readonly T[],
): Promise<T[]> {
  const now = await Promise.all(
    files.map(({ file }) => readSource(file, { anyEncoding: true }).catch(() => undefined)),
  );
  return files.filter(({ sha256 }, i) => now[i]?.sha256 !== sha256);
}
