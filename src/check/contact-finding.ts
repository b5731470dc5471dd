import type { Problem, Severity } from '../problems.ts';
import { finding, type ValuesOf, type WordingId } from '../wordings.ts';

/** What a check says of one contact, and of which field; the place is put in by `checkContacts`. */
export type ContactFinding = readonly [problem: Problem, field: string];

/** A finding about a field of a contact: `phone.0`. */
export function found<W extends WordingId>(
  severity: Severity,
  wording: W,
  field: string,
  values: ValuesOf<W>,
): ContactFinding {
  return [finding(severity, wording, values), field];
}
