import type { TemplateUse } from '../merge/template-walk.ts';
import type { Vocabulary } from '../merge/vocabulary.ts';
import { formatTerms, type Shown } from '../terminal/table.ts';

/** Where what a word means begins on its line. */
const INDENT = 14;

/** What a template uses, and what else it may use, for people. */
export function formatFields(
  name: string,
  uses: TemplateUse,
  known: Vocabulary,
  { say, width }: Shown,
): string {
  const list = (words: readonly string[]) => words.join(', ');
  const terms = (rows: readonly (readonly [string, string])[], indent = INDENT) =>
    formatTerms(
      rows.filter(([, meaning]) => meaning !== ''),
      indent,
      width,
    );
  return `${say('{name}, with its partials, uses:', { name })}
${terms([
  [say('fields'), list(uses.fields)],
  [say('helpers'), list(uses.helpers)],
  [say('labels'), list(uses.labels)],
  [say('partials'), list(uses.partials)],
])}
${say('It may use:')}
${terms([
  [say('fields'), list(known.fields)],
  [say('labels'), list(known.labels)],
  [say('partials'), list(known.partials)],
  [`::: ${say('parts')}`, list(known.roles)],
])}
${say('What helpers print:')}
${terms(
  known.helpers.map(({ usage, prints, choices }) => [
    usage,
    choices.length > 0 ? `${prints} (${list(choices)})` : prints,
  ]),
  INDENT + 16,
)}`;
}
