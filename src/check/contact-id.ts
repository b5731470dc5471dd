import { type Contact, isMission } from '../model/contact.ts';
import { isId } from '../model/values.ts';
import { namesOf } from './duplicates.ts';
import type { DraftContact } from './foreign-contact.ts';
import { slug } from './latin-letters.ts';

/**
 * An id that no other contact has: `kz-de-berlin` for a mission, `co-citic-group` after the name for others; the kind,
 * then a number, where that is taken.
 */
export function makeId(draft: DraftContact, isTaken: (id: string) => boolean): string {
  const { kind, represents, country, city } = draft;
  const isNamed = isMission(draft as Contact) && represents !== undefined && country !== undefined;
  const base = isNamed ? slug(`${represents} ${country} ${city ?? ''}`) : slug(namesOf(draft)[0] ?? '');
  const first = base === '' ? kind : base;
  const withKind = first.includes(kind) ? first : `${slug(first, 60 - kind.length)}-${kind}`;
  for (const id of [first, withKind]) if (isId(id) && !isTaken(id)) return id;
  for (let n = 2; ; n++) {
    const id = `${withKind.slice(0, 54)}-${n}`;
    if (!isTaken(id)) return id;
  }
}
