import {
  type About,
  type Position,
  type Problem,
  type ProblemCode,
  ProblemError,
  type Severity,
  type Told,
  type Value,
  type Values,
} from './problems.ts';
import { CHECK_WORDINGS } from './wordings/check.ts';
import { CONTACT_WORDINGS } from './wordings/contacts.ts';
import { FIELD_WORDINGS } from './wordings/fields.ts';
import { FILE_WORDINGS } from './wordings/files.ts';
import { LAYOUT_WORDINGS } from './wordings/layout.ts';
import { MERGE_WORDINGS } from './wordings/merge.ts';
import { PACK_WORDINGS } from './wordings/pack.ts';
import { PHRASES } from './wordings/phrases.ts';
import { PICTURE_WORDINGS } from './wordings/pictures.ts';
import { PLAN_WORDINGS } from './wordings/plan.ts';
import { READ_WORDINGS } from './wordings/read.ts';
import { USE_WORDINGS } from './wordings/use.ts';
import type { NamesIn, Wording } from './wordings/wording.ts';
import { WRITE_WORDINGS } from './wordings/write.ts';

/**
 * What findings say, by their code, and by a word after it where one code says several things. The other languages have
 * each of these texts under `problems` in `templates/interface`. A new finding gets its wording in the table of its floor
 * and is made by `finding`.
 */
export const WORDINGS = {
  ...FILE_WORDINGS,
  ...PICTURE_WORDINGS,
  ...READ_WORDINGS,
  ...FIELD_WORDINGS,
  ...CHECK_WORDINGS,
  ...CONTACT_WORDINGS,
  ...MERGE_WORDINGS,
  ...LAYOUT_WORDINGS,
  ...PLAN_WORDINGS,
  ...WRITE_WORDINGS,
  ...USE_WORDINGS,
  ...PACK_WORDINGS,
};

export type WordingId = keyof typeof WORDINGS;

type TextOf<W extends WordingId> = (typeof WORDINGS)[W][keyof (typeof WORDINGS)[W]];

/** The values that a wording puts in, all of them. */
export type ValuesOf<W extends WordingId> = Readonly<Record<NamesIn<TextOf<W>>, Value>>;

/** The values of a wording as the last argument, which is left out where it has none. */
export type ArgsOf<W extends WordingId> = [NamesIn<TextOf<W>>] extends [never]
  ? [values?: ValuesOf<W>]
  : [values: ValuesOf<W>];

/** What else is known of a finding. */
export interface Known {
  readonly at?: Position | undefined;
  readonly about?: About | undefined;
  readonly excerpt?: string | undefined;
}

/** A finding: what it says by its wording and values, and what else is known of it. */
export function finding<W extends WordingId>(
  severity: Severity,
  wording: W,
  values: ValuesOf<W> | undefined,
  known: Known = {},
): Problem {
  const { message, hint }: Wording = WORDINGS[wording];
  const told: Values = values ?? {};
  return {
    severity,
    code: wording.split('/')[0] as ProblemCode,
    wording,
    values: told,
    message: fillMessage(message, told),
    hint: hint === undefined ? undefined : fillMessage(hint, told),
    ...known,
  };
}

/** What a stage throws that can't go on, for this one reason. */
export function refusal<W extends WordingId>(
  wording: W,
  values: ValuesOf<W> | undefined,
  known: Known = {},
  options?: ErrorOptions,
): ProblemError {
  return new ProblemError([finding('error', wording, values, known)], options);
}

/** A whole message with its values put in; it begins with a capital where a phrase begins it. */
export function fillMessage(message: string, values: Values, say?: (english: string) => string): string {
  const filled = fillIn(message, values, say);
  const [, first = ''] = /^\{(\w+)\}/.exec(message) ?? [];
  return typeof values[first] === 'object' ? filled.charAt(0).toUpperCase() + filled.slice(1) : filled;
}

type PhraseId = keyof typeof PHRASES;

/** A part of what a finding says, in words that other languages have too: a value like others. */
export function phrase<P extends PhraseId>(
  name: P,
  values: Readonly<Record<NamesIn<(typeof PHRASES)[P]>, Value>>,
): Told {
  return { english: PHRASES[name], values };
}

/** A phrase in English. */
export function englishOf({ english, values }: Told): string {
  return fillIn(english, values);
}

/** A text with the values put in for the names in braces; `say` puts a phrase among them into another language. */
export function fillIn(
  text: string,
  values: Values,
  say: (english: string) => string = (english) => english,
): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name];
    if (value === undefined) return whole;
    return typeof value === 'object' ? fillIn(say(value.english), value.values, say) : String(value);
  });
}
