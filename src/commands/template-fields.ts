import type { TemplateUse } from '../merge/template-walk.ts';
import type { Vocabulary } from '../merge/vocabulary.ts';
import { formatTerms } from '../terminal/table.ts';

/** Where what a word means begins on its line. */
const INDENT = 14;

/** What a template uses, and what else it may use, for people. */
export function formatFields(name: string, uses: TemplateUse, known: Vocabulary, width: number): string {
  const list = (words: readonly string[]) => words.join(', ');
  const terms = (rows: readonly (readonly [string, string])[], indent = INDENT) =>
    formatTerms(
      rows.filter(([, meaning]) => meaning !== ''),
      indent,
      width,
    );
  return `${name}, with its partials, uses:
${terms([
  ['fields', list(uses.fields)],
  ['helpers', list(uses.helpers)],
  ['labels', list(uses.labels)],
  ['partials', list(uses.partials)],
])}
It may use:
${terms([
  ['fields', list(known.fields)],
  ['labels', list(known.labels)],
  ['partials', list(known.partials)],
  ['::: parts', list(known.roles)],
])}
What helpers print:
${terms(
  known.helpers.map(({ usage, prints, choices }) => [
    usage,
    choices.length > 0 ? `${prints} (${list(choices)})` : prints,
  ]),
  INDENT + 16,
)}`;
}
