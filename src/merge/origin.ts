import type { Origin } from '../model/block.ts';
import { inlineOf, isLiteral, type Literal, literalText } from './markdown.ts';

/** A document that may be explained: then each text says where it comes from. */
interface Explained {
  readonly explain?: boolean | undefined;
}

/** Where a text comes from in the data, for a document that is being explained. */
export function originOf({ explain }: Explained, reads: readonly string[]): Origin | undefined {
  return explain ? { reads } : undefined;
}

/** A text that says what was read for it, unless it says so already. */
export function withReads(literal: Literal, reads: readonly string[]): Literal {
  return {
    kind: 'inline',
    content: inlineOf(literal).map((inline) =>
      inline.kind === 'text' && !inline.origin?.reads
        ? { ...inline, origin: { ...inline.origin, reads } }
        : inline,
    ),
  };
}

/** The fields of an item, each text saying what was read for it, in a document that is being explained. */
export function toldOf<Fields extends Record<string, unknown>>(
  { explain }: Explained,
  read: string,
  fields: Fields,
): Record<string, unknown> {
  if (!explain) return fields;
  const told = Object.entries(fields).map(([name, value]) => {
    if (name === 'id' || (typeof value !== 'string' && !isLiteral(value))) return [name, value];
    const literal: Literal = isLiteral(value) ? value : { kind: 'inline', content: literalText(value) };
    return [name, withReads(literal, [read])];
  });
  return Object.fromEntries(told);
}
