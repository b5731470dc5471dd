import { createHash } from 'node:crypto';
import type { Inline, Read } from '../model/block.ts';
import { inlineOf, isLiteral } from './markdown.ts';
import type { CompiledTemplate } from './template.ts';

/** What a document reads: each name once, in order, with the text that was read of it. */
export type Reads = Map<string, string | undefined>;

/** Notes that a text was read, in the wording that this document has of it; without a text all of it was. */
export function noteRead(reads: Reads, name: string, text?: string): void {
  const before = reads.get(name);
  if (before === undefined || text === undefined) reads.set(name, text);
  else if (!before.split('\n').includes(text)) reads.set(name, `${before}\n${text}`);
}

/** Notes the values of the context that templates name: fields of the appeal, its country, demands, actions, events, people. */
export function noteFields(
  reads: Reads,
  templates: readonly CompiledTemplate[],
  context: Readonly<Record<string, unknown>>,
): void {
  const fields = new Set(templates.flatMap(({ uses }) => uses.fields));
  const names = (list: string) => [...fields].some((field) => field.split(/[.[]/)[0] === list);
  const lists = { demands: 'demand', actions: 'action', events: 'event', people: 'person' };
  for (const [list, name] of Object.entries(lists)) {
    const key = list === 'actions' ? 'kind' : 'id';
    if (!names(list)) continue;
    for (const item of context[list] as Record<string, unknown>[])
      noteRead(reads, `${name}/${String(item[key])}`, wordsOf(item));
  }
  for (const field of fields) {
    const [first = '', name = first] = field.split('.');
    // What stands over the facts names the country where its language has it in a sentence.
    if ((first === 'inCountry' || first === 'whatHappened') && context.inCountry !== undefined)
      noteRead(reads, 'appeal/country', wordsOf(context.inCountry));
    if (first !== 'appeal' && first !== 'example') continue;
    const record = first === 'appeal' ? (context.appeal as Record<string, unknown>) : context;
    if (record[name] !== undefined) noteRead(reads, `appeal/${name}`, wordsOf(record[name]));
  }
}

/** The words of a value, for comparing: literals as the text that they print. */
function wordsOf(value: unknown): string {
  if (isLiteral(value)) return plain(inlineOf(value));
  if (typeof value !== 'object' || value === null) return String(value);
  return JSON.stringify(Object.values(value).map(wordsOf));
}

function plain(content: readonly Inline[]): string {
  return content.map((inline) => (inline.kind === 'text' ? inline.text : '\n')).join('');
}

/** Everything that was read, as the document keeps it. */
export function listReads(reads: Reads): Read[] {
  return [...reads].map(([name, text]) => (text === undefined ? { name } : { name, text }));
}

/**
 * A short code for what a document says: the beginning of the hash of everything that it read. It has as many
 * hexadecimal digits as it takes to have less than one chance in twenty that two of `count` documents share one.
 */
export function editionCode(reads: Reads, templates: readonly CompiledTemplate[], count: number): string {
  const parts = [...templates.map(({ file }) => file.sha256), ...reads.entries()];
  const digits = [3, 4, 5].find((n) => (count * count) / 2 <= 16 ** n / 20) ?? 6;
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, digits);
}
