import type { StructureNode } from '../model/page.ts';
import type { FontBook } from './fonts.ts';
import type { MissingGlyphs } from './itemise.ts';
import type { Setting } from './rows.ts';

/** A part that was set, with what it added to the structure tree and the characters that it lacked. */
interface SetPart {
  readonly value: unknown;
  readonly nodes: readonly StructureNode[];
  readonly missing: MissingGlyphs;
}

const remembered = new WeakMap<FontBook, WeakMap<object, Map<string, SetPart>>>();

/**
 * What `make` sets of `content`, or what it set before with the same fonts, in the same manner and at the same place of
 * the structure tree: then the very same objects. Merging gives equal blocks as one object, so in a thousand letters
 * only what differs is set. `manner` must name everything else that the result depends on.
 */
export function recallPart<T>(
  content: object,
  manner: string,
  setting: Setting,
  make: (setting: Setting) => T,
): T {
  const { fonts, structure, language, direction } = setting;
  const ofFonts = remembered.get(fonts) ?? new WeakMap<object, Map<string, SetPart>>();
  remembered.set(fonts, ofFonts);
  const ofContent = ofFonts.get(content) ?? new Map<string, SetPart>();
  ofFonts.set(content, ofContent);
  const start = structure.length;
  const key = `${start} ${language} ${direction} ${manner}`;
  let part = ofContent.get(key);
  if (part) structure.push(...part.nodes);
  else {
    const missing: MissingGlyphs = new Map();
    const value = make({ ...setting, missing });
    part = { value, nodes: structure.slice(start), missing };
    ofContent.set(key, part);
  }
  for (const [codePoint, wanted] of part.missing) setting.missing.set(codePoint, wanted);
  return part.value as T;
}
