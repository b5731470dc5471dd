import type { Problem } from '../problems.ts';
import { finding } from '../wordings.ts';
import type { CheckedParts } from './parts.ts';

/** What was taken from a text and nobody has confirmed: it touches everything, so that nothing is made of it. */
export function checkUnread({ head: { value, file } }: CheckedParts): Problem[] {
  return (value.unread ?? []).map((what, i) =>
    finding('error', 'unread', { what }, { at: file.locate(['unread', i]) }),
  );
}
