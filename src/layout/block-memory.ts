import { memoise } from '../model/memory.ts';
import type { FontBook } from './fonts.ts';
import type { Setting } from './rows.ts';

/** A part that was set, and in what manner. */
interface SetPart {
  readonly manner: readonly unknown[];
  readonly value: unknown;
}

const partsIn = memoise((_: FontBook) => memoise((_content: object): SetPart[] => []));

/**
 * What `make` sets of `content`, or what it set before with the same fonts and in the same manner: then the very same
 * objects. Merging gives equal blocks as one object, so in a thousand letters only what differs is set. `manner` must hold
 * everything else that the result depends on; objects in it are told apart by identity.
 */
export function recallPart<T>(
  content: object,
  manner: readonly unknown[],
  setting: Setting,
  make: () => T,
): T {
  const { fonts, language, direction, isTry } = setting;
  const parts = partsIn(fonts)(content);
  const whole = [...manner, language, direction, isTry];
  let part = parts.find(
    (one) => one.manner.length === whole.length && one.manner.every((value, i) => value === whole[i]),
  );
  if (!part) {
    part = { manner: whole, value: make() };
    parts.push(part);
  }
  return part.value as T;
}
