import { LIMITS } from '../model/limits.ts';
import { type PoFile, parsePo } from './po.ts';
import { readSource } from './source.ts';
import { isXliff, parseXliff } from './xliff.ts';

/** Reads a file of translators: PO of gettext, or XLIFF. Throws ProblemError. */
export async function readTranslations(file: string): Promise<PoFile> {
  const source = await readSource(file, { limit: LIMITS.po });
  return isXliff(source) ? parseXliff(source) : parsePo(source);
}
