import { wrapText } from './wrap.ts';

/** Terms with what they mean beside them, from column `indent` on; below, where a term is too long for that. */
export function formatTerms(
  terms: readonly (readonly [string, string])[],
  indent: number,
  width: number,
): string {
  const space = ' '.repeat(indent);
  return terms
    .flatMap(([term, meaning]) => {
      const [first = '', ...rest] = wrapText(meaning, Math.max(24, width - indent));
      const head = `  ${term}`;
      const lines = head.length < indent - 1 ? [head.padEnd(indent) + first] : [head, space + first];
      return [...lines, ...rest.map((line) => space + line)];
    })
    .map((line) => `${line.trimEnd()}\n`)
    .join('');
}

/** Lines of a table whose columns are as wide as they need; the last one is cut to fit `width`. */
export function formatTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  width: number,
): string {
  const all = [head, ...rows];
  const widths = head.map((_, i) => Math.max(...all.map((row) => lengthOf(row[i] ?? ''))));
  return all
    .map((row) => {
      const cells = row.slice(0, -1).map((cell, i) => cell + ' '.repeat((widths[i] ?? 0) - lengthOf(cell)));
      const before = [...cells, ''].join('  ');
      return `${before}${cutText(row.at(-1) ?? '', Math.max(8, width - lengthOf(before)))}`.trimEnd();
    })
    .map((line) => `${line}\n`)
    .join('');
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
