import { escapeMarkup } from '../model/escape.ts';

/** Markup that is safe to write as it is. */
export class Markup {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
  toString(): string {
    return this.text;
  }
  /** What templates of pages print as it is. */
  toHTML(): string {
    return this.text;
  }
}

type Value = string | number | Markup | undefined | false | readonly Value[];

/**
 * HTML or SVG from a literal: every value in it is escaped for text and for quoted attributes alike, unless it is
 * markup itself. Lists are joined; undefined and false leave nothing.
 */
export function markup(parts: TemplateStringsArray, ...values: readonly Value[]): Markup {
  return new Markup(parts.map((part, i) => part + (i < values.length ? textOf(values[i]) : '')).join(''));
}

function textOf(value: Value): string {
  if (value === undefined || value === false) return '';
  if (value instanceof Markup) return value.text;
  if (typeof value === 'object') return value.map(textOf).join('');
  return escapeMarkup(String(value));
}
