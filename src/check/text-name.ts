import type { Told, Value } from '../problems.ts';
import { PHRASES } from '../wordings/phrases.ts';

const KNOWN: ReadonlySet<string> = new Set(Object.values(PHRASES));

/** A text's English name, such as `the text of the fact killed`, as a finding says it in the reader's language. */
export function calledText(name: string): Value {
  const [, called = '', id = ''] = /^(the (?:[a-z]+ )*[a-z]+) (\S+)$/.exec(name) ?? [];
  if (KNOWN.has(name)) return { english: name, values: {} };
  return KNOWN.has(`${called} {id}`) ? { english: `${called} {id}`, values: { id } } : name;
}

/** Several names, with commas between them. */
export function calledTexts(names: readonly string[]): Told {
  const values = Object.fromEntries(names.map((name, i) => [`n${i}`, calledText(name)]));
  const english = Object.keys(values).map((key) => `{${key}}`);
  return { english: english.join(', '), values };
}
