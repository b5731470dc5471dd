import { LIMITS } from '../model/limits.ts';
import { refusal } from '../wordings.ts';
import { type PoFile, type PoMessage, parsePo } from './po.ts';
import { readSource } from './source.ts';
import { isXliff, parseXliff } from './xliff.ts';

/** Reads a file of translators: PO of gettext, or XLIFF. Throws ProblemError. */
export async function readTranslations(file: string): Promise<PoFile> {
  const source = await readSource(file, { limit: LIMITS.po });
  const { language, messages } = isXliff(source) ? parseXliff(source) : parsePo(source);
  return { language, messages: eachOnce(messages, file) };
}

/**
 * Messages, each original of a text once; what nobody has read yet goes before what somebody has. Throws ProblemError where
 * one is translated in two ways: nothing tells which holds.
 */
function eachOnce(messages: readonly PoMessage[], file: string): PoMessage[] {
  const all = new Map<string, PoMessage>();
  for (const message of messages) {
    const { id, original, translation, line, fuzzy } = message;
    const key = `${id}\n${original}`;
    const before = all.get(key);
    if (translation === '' && before) continue;
    if (before && before.translation !== '' && before.translation !== translation)
      throw refusal('po-syntax/twice', { id }, { at: { file, line } });
    if (!before || before.translation === '' || fuzzy) all.set(key, message);
  }
  return [...all.values()];
}
