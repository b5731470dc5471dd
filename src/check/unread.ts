import { isObject } from '../model/value-at.ts';
import type { Problem } from '../problems.ts';
import type { LocatedFile } from '../read/source.ts';
import { finding } from '../wordings.ts';

/** What was taken from a text and confirmed by nobody: nothing is made from it. Told whatever else is wrong in the head. */
export function checkUnread(head: LocatedFile): Problem[] {
  const unread: unknown = isObject(head.data) ? head.data.unread : undefined;
  return (Array.isArray(unread) ? unread : []).flatMap((what: unknown, i) =>
    typeof what === 'string' ? finding('error', 'unread', { what }, { at: head.locate(['unread', i]) }) : [],
  );
}
