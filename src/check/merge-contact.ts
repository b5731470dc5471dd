import type { Contact } from '../model/contact.ts';
import type { DraftContact } from './foreign-contact.ts';

/** A value that changed, or that was kept although the other list says something else. */
export interface Difference {
  readonly field: string;
  readonly was: string;
  readonly now: string;
}

/** A contact after merging, and what that did to it. */
export interface Merged {
  readonly contact: Contact;
  /** Fields that were empty and now have a value. */
  readonly filled: readonly string[];
  /** Values that the newer edition of the same source replaced. */
  readonly replaced: readonly Difference[];
  /** Values that stay although the other list says something else. */
  readonly kept: readonly Difference[];
}

/** Lists whose values add up, so that they never disagree. */
const SETS = ['accredited', 'phone', 'fax', 'email'] as const;
/** What a contact is known by; a merge leaves it alone. */
const IDENTITY = ['id', 'kind', 'source'];

/**
 * Adds what a draft tells to a contact. Gaps are filled. A value that is there already stays, unless `mode` is
 * `replace`: the draft comes from a newer edition of the contact's own source, and nobody has verified the contact.
 */
export function mergeContact(contact: Contact, draft: DraftContact, mode: 'fill' | 'replace'): Merged {
  const merged: Record<string, unknown> = { ...contact };
  const filled: string[] = [];
  const replaced: Difference[] = [];
  const kept: Difference[] = [];
  for (const [field, value] of Object.entries(draft)) {
    const before = merged[field];
    if (value === undefined || textOf(before) === textOf(value)) continue;
    // Every contact has languages, told or likely ones: there is no gap to fill.
    if (IDENTITY.includes(field) || (field === 'languages' && mode === 'fill')) continue;
    if (before === undefined) {
      merged[field] = value;
      filled.push(field);
    } else if (field === 'organisation') {
      const names = mergeNames(contact.organisation, draft.organisation);
      if (textOf(names) !== textOf(before)) filled.push(field);
      merged.organisation = names;
    } else if (mode === 'replace') {
      merged[field] = value;
      replaced.push({ field, was: textOf(before), now: textOf(value) });
    } else if ((SETS as readonly string[]).includes(field)) {
      const all = [...new Set([...(before as string[]), ...(value as string[])])];
      if (all.length > (before as string[]).length) filled.push(field);
      merged[field] = all;
    } else kept.push({ field, was: textOf(before), now: textOf(value) });
  }
  return { contact: merged as Contact, filled, replaced, kept };
}

/** Names in further languages are added; a name that is there stays. */
function mergeNames(a: Contact['organisation'], b: Contact['organisation']): Contact['organisation'] {
  if (typeof b === 'string') return a;
  return typeof a === 'string' ? { ...b, en: a } : { ...b, ...a };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}
