import { createHash } from 'node:crypto';
import { readBytes, type SourceText } from './source.ts';

/** Those of some files that aren't any more as they were read: their bytes, as a spreadsheet is no text. */
export async function findChanged<T extends Pick<SourceText, 'file' | 'sha256'>>(
  files: readonly T[],
): Promise<T[]> {
  const hashOf = async (file: string) =>
    createHash('sha256')
      .update(await readBytes(file))
      .digest('hex');
  const now = await Promise.all(files.map(({ file }) => hashOf(file).catch(() => undefined)));
  return files.filter(({ sha256 }, i) => now[i] !== sha256);
}
