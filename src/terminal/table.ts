import { showable } from './showable.ts';
import type { Texts } from './texts.ts';
import { wrapText } from './wrap.ts';

/** How something is shown: in whose language, and in how many columns. */
export interface Shown {
  readonly say: Texts['say'];
  readonly width: number;
}

/** Least room beside a term for what it means, in columns; with less of it that stands below the term. */
const BESIDE = 24;

/** Terms with what they mean beside them, from column `indent` on; below, where there is no room for that. */
export function formatTerms(
  terms: readonly (readonly [string, string])[],
  indent: number,
  width: number,
): string {
  const column = width - indent < BESIDE ? 6 : indent;
  const space = ' '.repeat(column);
  return terms
    .flatMap(([term, meaning]) => {
      const [first = '', ...rest] = wrapText(meaning, width - column);
      const head = `  ${term}`;
      const lines = head.length < column - 1 ? [head.padEnd(column) + first] : [head, space + first];
      return [...lines, ...rest.map((line) => space + line)];
    })
    .map((line) => `${line.trimEnd()}\n`)
    .join('');
}

/** Least width of the last column of a table. */
const LAST = 8;

/**
 * Lines of a table whose columns are as wide as they need; the last one is cut to fit `width`. Where nothing is left for
 * that, each row is its first cell with the others below it.
 */
export function formatTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  width: number,
): string {
  const all = [head, ...rows].map((row) => row.map(showable));
  const widths = head.map((_, i) => all.reduce((most, row) => Math.max(most, lengthOf(row[i] ?? '')), 0));
  if (widths.slice(0, -1).reduce((sum, w) => sum + w + 2, 0) > width - LAST) return stackRows(rows, width);
  return all
    .map((row) => {
      const cells = row.slice(0, -1).map((cell, i) => cell + ' '.repeat((widths[i] ?? 0) - lengthOf(cell)));
      const before = [...cells, ''].join('  ');
      return `${before}${cutText(row.at(-1) ?? '', Math.max(LAST, width - lengthOf(before)))}`.trimEnd();
    })
    .map((line) => `${line}\n`)
    .join('');
}

function stackRows(rows: readonly (readonly string[])[], width: number): string {
  const lines = rows.flatMap(([first = '', ...rest]) => {
    const others = rest.filter((cell) => cell !== '').join('  ');
    return [first, ...wrapText(others, width - 4).map((line) => `    ${line.trim()}`)];
  });
  return lines.map((line) => `${line.trimEnd()}\n`).join('');
}

/** A text of at most `width` characters, its loss marked by `…`. */
export function cutText(text: string, width: number): string {
  const characters = [...text];
  return characters.length <= width
    ? text
    : `${characters
        .slice(0, width - 1)
        .join('')
        .trimEnd()}…`;
}

/** Length in code points: close enough to columns for ids, countries and names. */
function lengthOf(text: string): number {
  return [...text].length;
}
