import { memoise } from '../model/memory.ts';
import type { StructureNode } from '../model/page.ts';
import type { FontBook } from './fonts.ts';
import type { MissingGlyphs } from './itemise.ts';
import type { Setting } from './rows.ts';

/** A part that was set, and where and how; with what it added to the structure tree and the characters that it lacked. */
interface SetPart {
  readonly start: number;
  readonly language: string;
  readonly direction: string;
  readonly manner: readonly unknown[];
  readonly value: unknown;
  readonly nodes: readonly StructureNode[];
  readonly missing: MissingGlyphs;
}

const partsIn = memoise((_: FontBook) => memoise((_content: object): SetPart[] => []));

/**
 * What `make` sets of `content`, or what it set before with the same fonts, in the same manner and at the same place of
 * the structure tree: then the very same objects. Merging gives equal blocks as one object, so in a thousand letters
 * only what differs is set. `manner` must hold everything else that the result depends on; objects in it are told apart
 * by identity.
 */
export function recallPart<T>(
  content: object,
  manner: readonly unknown[],
  setting: Setting,
  make: (setting: Setting) => T,
): T {
  const { fonts, structure, language, direction } = setting;
  const parts = partsIn(fonts)(content);
  const start = structure.length;
  let part = parts.find(
    (one) =>
      one.start === start &&
      one.manner.length === manner.length &&
      one.manner.every((value, i) => value === manner[i]) &&
      one.language === language &&
      one.direction === direction,
  );
  if (part) structure.push(...part.nodes);
  else {
    const missing: MissingGlyphs = new Map();
    const value = make({ ...setting, missing });
    part = { start, language, direction, manner, value, nodes: structure.slice(start), missing };
    parts.push(part);
  }
  for (const [codePoint, wanted] of part.missing) setting.missing.set(codePoint, wanted);
  return part.value as T;
}
