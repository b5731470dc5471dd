import type { Inline } from '../model/block.ts';
import { NAMED_KINDS, type NamedKind } from '../model/country-words.ts';
import { LABELS } from '../model/labels.ts';
import type { Name } from '../model/text.ts';
import { isPartialDate } from '../model/values.ts';
import { joinParts, type MergeJob } from './context.ts';
import { labelledParts } from './forms.ts';
import { helperError } from './helper-forms.ts';
import { inlineOf, isLiteral, type Literal, literalText } from './markdown.ts';

/** A value of a template as text. Throws where there is none. */
export function textOf(value: unknown): string {
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  if (isLiteral(value)) {
    return inlineOf(value)
      .map((inline) => (inline.kind === 'text' ? inline.text : '\n'))
      .join('');
  }
  throw helperError('template-data/missing', {});
}

/** A value of a template as something that can be printed. */
export function literalOf(value: unknown): Literal {
  return isLiteral(value) ? value : { kind: 'inline', content: literalText(textOf(value)) };
}

/** A value of a template as a day, month or year. */
export function dateOf(value: unknown): string {
  const date = textOf(value);
  if (isPartialDate(date)) return date;
  throw helperError('template-data/date', { found: JSON.stringify(date) });
}

/** A value of a template as a number. */
export function numberOf(value: unknown): number {
  const number = Number(textOf(value));
  if (Number.isFinite(number)) return number;
  throw helperError('template-data/number', { found: JSON.stringify(value) ?? '' });
}

/** What is named: an organisation, where the template doesn't say. */
export function namedKind(kind: unknown = 'organisation'): NamedKind {
  const found = NAMED_KINDS.find((one) => one === textOf(kind));
  return found ?? 'organisation';
}

/** A label of the language that needs no filling in. */
export function labelOf({ words }: MergeJob, name: string): string {
  const label = LABELS.find((l) => l === name);
  if (!label) throw helperError('template-data/label', { name: JSON.stringify(name) });
  return words.labels[label];
}

/** A label with what it names, on one line; nothing where there is nothing to name. */
export function sayLabelled(label: string, job: MergeJob, values: readonly Literal[]): Literal | undefined {
  if (values.length === 0) return undefined;
  const { before, after } = labelledParts(labelOf(job, label), job.words);
  const said = inlineOf(joinParts(values, job.words));
  return { kind: 'inline', content: [...literalText(before), ...said, ...literalText(after)] };
}

/** A name that stands apart from the writing direction around it. */
export function nameLiteral({ text, language }: Name): Literal {
  return { kind: 'inline', content: literalText(text, { isolate: true, language }) };
}

/** Lines of an address, one below the other. */
export function linesOf(lines: readonly Name[]): Extract<Literal, { kind: 'inline' }> {
  const content = lines.flatMap(({ text, language, isName }, i): Inline[] => [
    ...(i > 0 ? [{ kind: 'break' } as const] : []),
    ...literalText(text, { isolate: true, language, isName }),
  ]);
  return { kind: 'inline', content };
}

/** Those of the values that say something. */
export function literalsOf(values: readonly unknown[]): Literal[] {
  return values.flatMap((value) => (value === undefined || value === '' ? [] : [literalOf(value)]));
}
